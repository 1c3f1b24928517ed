package org.allmende.server.changes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.allmende.catalog.PublicChange;

/** One revision a line, as JSON. */
final class ChangeLines {
  private static final JsonFactory JSON = new JsonFactory();

  private ChangeLines() {}

  static byte[] write(List<PublicChange> changes) {
    var out = new ByteArrayOutputStream(1 << 14);
    try (var json = JSON.createGenerator(out)) {
      // The root values already stand on a line each.
      json.setPrettyPrinter(new MinimalPrettyPrinter(""));
      for (var change : changes) {
        write(change, json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(PublicChange change, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("sequence", change.sequence());
    json.writeStringField("dataset", change.dataset().value());
    json.writeStringField("change", change.change().name().toLowerCase(Locale.ROOT));
    json.writeStringField("time", change.at().toString());
    if (change.hash().isPresent()) {
      json.writeStringField("hash", change.hash().get());
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
