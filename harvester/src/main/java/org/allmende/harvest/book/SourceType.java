package org.allmende.harvest.book;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of catalogs that can be made a source over the API, by the names of CKAN's harvesters.
 */
public enum SourceType {
  CKAN("ckan", "ckan", "CKAN", "Reads another CKAN by its Action API."),
  DCAT("dcat_rdf", "dcat", "DCAT RDF", "Reads a catalog in any RDF syntax, page by page.");

  private final String id;
  private final String format;
  private final String title;
  private final String description;

  SourceType(String id, String format, String title, String description) {
    this.id = id;
    this.format = format;
    this.title = title;
    this.description = description;
  }

  /** The type of this name. */
  public static Optional<SourceType> find(String id) {
    return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
  }

  /**
   * The name that sources of a format have in the API; a format that is none of these keeps its
   * own.
   */
  public static String nameOf(String format) {
    return Arrays.stream(values())
        .filter(type -> type.format.equals(format))
        .map(SourceType::id)
        .findFirst()
        .orElse(format);
  }

  /** As in {@code source_type}. */
  public String id() {
    return id;
  }

  String format() {
    return format;
  }

  /** What people read. */
  public String title() {
    return title;
  }

  /** What it does, in English. */
  public String description() {
    return description;
  }
}
