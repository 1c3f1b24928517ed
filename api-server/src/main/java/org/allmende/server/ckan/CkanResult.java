package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** The value of {@code result}, written while it is made, so that no page waits in memory. */
@FunctionalInterface
interface CkanResult {

  void writeTo(JsonGenerator out) throws IOException;

  /** Finished JSON. */
  static CkanResult of(byte[] json) {
    var spliced = new JsonBytes(json);
    return out -> out.writeRawValue(spliced);
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
