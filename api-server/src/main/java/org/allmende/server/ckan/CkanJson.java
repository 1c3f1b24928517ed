package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How CKAN writes values: times, absent texts, lists inside a text. */
final class CkanJson {

  /** Writes and reads; streams that it is given stay open. */
  static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  static final JsonFactory FACTORY = MAPPER.getFactory();

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private CkanJson() {}

  /** UTC without a zone, with microseconds when they are not zero ({@code ckan-api.md} 4). */
  static String time(Instant time) {
    return (isWholeSecond(time) ? SECONDS : MICROSECONDS).format(time);
  }

  private static boolean isWholeSecond(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).equals(time.truncatedTo(ChronoUnit.SECONDS));
  }

  static void text(JsonGenerator out, String key, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      out.writeStringField(key, text.get());
    } else {
      out.writeNullField(key);
    }
  }

  static void nothing(JsonGenerator out, String... keys) throws IOException {
    for (var key : keys) {
      out.writeNullField(key);
    }
  }

  static void emptyList(JsonGenerator out, String key) throws IOException {
    out.writeArrayFieldStart(key);
    out.writeEndArray();
  }

  /** A list as JSON in one text: CKAN's extras hold texts alone. */
  static String listInText(List<String> values) {
    var array = MAPPER.createArrayNode();
    values.forEach(array::add);
    return array.toString();
  }
}
