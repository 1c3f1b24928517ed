package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.allmende.catalog.CatalogEntry;

/** The value of {@code result}, written while it is made, so that no page waits in memory. */
@FunctionalInterface
interface CkanResult {

  void writeTo(JsonGenerator out) throws IOException;

  /** The ids of the datasets that the action changed ({@code changed_entities}, 3.1). */
  default List<String> changedPackages() {
    return List.of();
  }

  /** A result of an action that changed a dataset. */
  static CkanResult changing(CatalogEntry entry, CkanResult result) {
    return changing(List.of(entry), result);
  }

  /** A result of an action that changed these datasets. */
  static CkanResult changing(List<CatalogEntry> entries, CkanResult result) {
    var ids = entries.stream().map(entry -> entry.addresses().id()).toList();
    return new CkanResult() {
      @Override
      public void writeTo(JsonGenerator out) throws IOException {
        result.writeTo(out);
      }

      @Override
      public List<String> changedPackages() {
        return ids;
      }
    };
  }

  /** JSON that is finished. */
  static CkanResult ofJson(byte[] json) {
    var spliced = new JsonBytes(json);
    return out -> out.writeRawValue(spliced);
  }

  /** A value that JSON has a form for: a text, a number, a record, a map, a list of these. */
  static CkanResult of(Object value) {
    return out -> CkanJson.MAPPER.writeValue(out, value);
  }

  /** A list of texts. */
  static CkanResult ofTexts(List<String> texts) {
    return out -> {
      out.writeStartArray();
      for (var text : texts) {
        out.writeString(text);
      }
      out.writeEndArray();
    };
  }

  /** A list of results. */
  static CkanResult ofAll(List<? extends CkanResult> items) {
    return out -> {
      out.writeStartArray();
      for (var item : items) {
        item.writeTo(out);
      }
      out.writeEndArray();
    };
  }
}
