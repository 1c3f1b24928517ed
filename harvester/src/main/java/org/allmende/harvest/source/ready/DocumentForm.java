package org.allmende.harvest.source.ready;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.allmende.harvest.fetch.Fetcher.Fetched;

/** How a document is written, by its first bytes; what a server calls it proves nothing. */
enum DocumentForm {
  CSV("csv"),
  XLSX("xlsx"),
  JSON("json"),
  GEOJSON("geojson"),
  KML("kml"),
  ICAL("ical"),
  RSS("rss"),
  HTML("html");

  private static final int LOOKED_AT = 4096;
  private static final Pattern FEATURES =
      Pattern.compile("\"type\"\\s*:\\s*\"FeatureCollection\"", Pattern.CASE_INSENSITIVE);

  private final String format;

  DocumentForm(String format) {
    this.format = format;
  }

  /** The id of the general format that reads it. */
  String format() {
    return format;
  }

  static DocumentForm of(Fetched document) {
    var body = document.body();
    if (body.length > 3 && body[0] == 'P' && body[1] == 'K') {
      return XLSX;
    }
    var text = beginning(body);
    if (text.startsWith("{") || text.startsWith("[")) {
      return isGeoJson(text, body) ? GEOJSON : JSON;
    }
    if (text.startsWith("BEGIN:VCALENDAR")) {
      return ICAL;
    }
    return text.startsWith("<") ? markup(text) : CSV;
  }

  /** The first characters, whatever the encoding: what is looked for is plain ASCII. */
  private static String beginning(byte[] body) {
    var first = Arrays.copyOf(body, Math.min(body.length, LOOKED_AT));
    var text = new String(first, StandardCharsets.ISO_8859_1).replace("\0", "");
    return text.replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)?\\s*", "");
  }

  /** Some write the type behind the features. */
  private static boolean isGeoJson(String text, byte[] body) {
    if (FEATURES.matcher(text).find()) {
      return true;
    }
    var tail = Arrays.copyOfRange(body, Math.max(0, body.length - LOOKED_AT), body.length);
    return text.contains("\"features\"")
        && FEATURES.matcher(new String(tail, StandardCharsets.ISO_8859_1)).find();
  }

  private static DocumentForm markup(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("<kml")) {
      return KML;
    }
    var isFeed = lower.contains("<rss") || lower.contains("<feed") || lower.contains("<rdf:rdf");
    return isFeed ? RSS : HTML;
  }
}
