package org.allmende.harvest;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.harvest.source.table.Attachment;
import org.allmende.harvest.source.table.OutputFile;
import org.allmende.harvest.source.table.Table;
import org.apache.jena.graph.Graph;

/**
 * The raw material of one dataset: an entry of a catalog source, or the whole table of a data
 * source.
 */
public sealed interface SourceRecord {

  /** What the source itself calls it; unique inside the source, the same in every run. */
  String key();

  /**
   * An entry of a DCAT catalog.
   *
   * @param key its IRI, or identifier, else title
   * @param uri its IRI; empty when the source left it a blank node
   * @param graph the triples reachable from it, cut at the catalog and at sibling datasets
   * @param node the dataset's node in the graph: an IRI or blank
   */
  record RdfEntry(
      String key, Optional<DatasetUri> uri, Graph graph, org.apache.jena.graph.Node node)
      implements SourceRecord {}

  /**
   * An entry of a CKAN catalog.
   *
   * @param key its CKAN id
   * @param json the package object as text
   * @param site address of the portal before {@code /api}, without trailing slash; the base of this
   *     catalog when it came from a file
   */
  record JsonEntry(String key, String json, String site) implements SourceRecord {}

  /**
   * The whole table of a data source, clean.
   *
   * @param key {@code ""}, or the name of the table where a source has several, such as {@code
   *     papers}
   * @param table the rows
   * @param files the files that the harvester made of it; empty before it has
   * @param attachments what it stores beside them
   */
  record TableEntry(String key, Table table, List<OutputFile> files, List<Attachment> attachments)
      implements SourceRecord {
    public TableEntry {
      files = List.copyOf(files);
      attachments = List.copyOf(attachments);
    }

    /** A table with nothing beside it. */
    public TableEntry(String key, Table table, List<OutputFile> files) {
      this(key, table, files, List.of());
    }

    /** The same with these files. */
    public TableEntry withFiles(List<OutputFile> made) {
      return new TableEntry(key, table, made, attachments);
    }
  }
}
