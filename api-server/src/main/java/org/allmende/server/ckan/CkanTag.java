package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.search.SearchResult;

/**
 * A keyword as CKAN's tag.
 *
 * @param id v5(NS, tag/ + keyword)
 * @param name the keyword in the letters that CKAN allows
 */
record CkanTag(String id, String name) {

  /**
   * The tag of a keyword; empty for one that no CKAN would take. Another CKAN refuses a whole
   * dataset over one tag with a slash (ckan-api.md 4.1, 5.4), hence the replacement.
   */
  static Optional<CkanTag> of(String keyword, Identity identity) {
    var name = keyword.replaceAll("[^\\p{L}\\p{N} _.-]+", " ").replaceAll("\\s+", " ").strip();
    if (name.length() < 2) {
      return Optional.empty();
    }
    var cut = name.length() > 100 ? name.substring(0, 100).strip() : name;
    return Optional.of(new CkanTag(identity.tagId(keyword), cut));
  }

  void writeTo(JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeFields(out);
    out.writeEndObject();
  }

  /** The tag with the datasets that carry it. */
  void writeWith(SearchResult datasets, CkanPackages packages, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    writeFields(out);
    out.writeArrayFieldStart("packages");
    packages.writeAll(datasets, out);
    out.writeEndArray();
    out.writeEndObject();
  }

  private void writeFields(JsonGenerator out) throws IOException {
    out.writeStringField("id", id);
    out.writeStringField("name", name);
    out.writeStringField("display_name", name);
    out.writeStringField("state", "active");
    out.writeNullField("vocabulary_id");
  }
}
