package org.allmende.harvest.guess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher.Fetched;

/** Which format a source has, by its address where that gives it away, else by what comes. */
final class SourceForm {

  private static final int LOOKED_AT = 16 * 1024;
  private static final Pattern ARCGIS =
      Pattern.compile("(?i)https?://.*/(Feature|Map)Server(/.*)?");
  private static final Pattern WFS =
      Pattern.compile("(?i)https?://.*([?&]service=wfs\\b|/wfs/?(\\?.*)?$)");
  private static final Pattern OGC =
      Pattern.compile("(?i)https?://.*/collections/[^/?]+(/items)?/?(\\?.*)?");
  private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z][\\w.-]*)");
  private static final Pattern LINES = Pattern.compile("(?s)\\{[^\\n]*\\}\\s*\\n\\s*\\{.*");
  private static final Pattern FEATURES =
      Pattern.compile("(?s).*\"type\"\\s*:\\s*\"Feature(Collection)?\".*");

  private SourceForm() {}

  static Optional<String> ofAddress(String location) {
    if (ARCGIS.matcher(location).matches()) {
      return Optional.of("arcgis");
    }
    if (OGC.matcher(location).matches()) {
      return Optional.of("ogc-features");
    }
    return WFS.matcher(location).matches() ? Optional.of("wfs") : Optional.empty();
  }

  static String of(Fetched document) throws IOException {
    var body = document.body();
    var begin =
        new String(
                Arrays.copyOf(body, Math.min(body.length, LOOKED_AT)), StandardCharsets.ISO_8859_1)
            .replace("\0", "")
            .replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)?\\s*", "");
    if (begin.startsWith("PK")) {
      return packed(document, begin);
    }
    if (begin.startsWith("{") || begin.startsWith("[")) {
      refuse(document, OtherForm.ofJson(begin));
      return json(begin);
    }
    if (begin.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCALENDAR")) {
      return "ical";
    }
    return begin.startsWith("<") ? xml(document, begin) : csv(document, begin);
  }

  private static void refuse(Fetched document, Optional<Reason> other) throws IOException {
    if (other.isPresent()) {
      throw SourceException.of("guess-other", document.location(), other.get());
    }
  }

  private static String packed(Fetched document, String begin) throws IOException {
    var isNamed = document.location().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    if (isNamed || begin.contains("xl/") || begin.contains("[Content_Types].xml")) {
      return "xlsx";
    }
    if (!begin.contains(".kml")) {
      ContentKind.CSV.require(document);
    }
    return "kml";
  }

  private static String json(String begin) {
    if (FEATURES.matcher(begin).matches() && begin.contains("\"features\"")) {
      return "geojson";
    }
    return LINES.matcher(begin).matches() && !begin.startsWith("[") ? "jsonl" : "json";
  }

  private static String xml(Fetched document, String begin) throws IOException {
    ContentKind.XML.require(document);
    var bare = begin.replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*>", "");
    var root = ROOT.matcher(bare);
    return switch (root.find() ? root.group(1) : "") {
      case "kml" -> "kml";
      case "gpx" -> "gpx";
      case "rss" -> "rss";
      case "feed" -> "atom";
      case "RDF" -> {
        refuse(document, OtherForm.ofRdf(begin));
        yield "rss";
      }
      case "FeatureCollection", "WFS_Capabilities" -> "wfs";
      default -> throw SourceException.of("guess-unknown", document.location());
    };
  }

  private static String csv(Fetched document, String begin) throws IOException {
    ContentKind.CSV.require(document);
    refuse(document, OtherForm.ofText(begin));
    return "csv";
  }
}
