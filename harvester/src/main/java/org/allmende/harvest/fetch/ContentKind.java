package org.allmende.harvest.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;

/**
 * What a document must be, whatever its {@code Content-Type} says: servers send error pages, login
 * pages, OWS exceptions and nothing at all with status 200 ({@code sources.md} 2.1).
 */
public enum ContentKind {
  /** JSON or JSON Lines. */
  JSON("JSON", "application/json, application/ld+json;q=0.9, */*;q=0.1"),
  /** Rows of text. */
  CSV("CSV", "text/csv, text/plain;q=0.8, */*;q=0.1"),
  /** RDF in any syntax, JSON-LD and Turtle included. */
  RDF(
      "RDF",
      "text/turtle, application/rdf+xml, application/n-triples;q=0.9, application/ld+json;q=0.8,"
          + " */*;q=0.1"),
  /** XML. */
  XML("XML", "application/xml, text/xml;q=0.9, */*;q=0.1"),
  /** KML, as it is or packed as KMZ. */
  KML(
      "KML",
      "application/vnd.google-earth.kml+xml, application/vnd.google-earth.kmz;q=0.9,"
          + " application/xml;q=0.8, */*;q=0.1"),
  /** A calendar. */
  ICAL("iCalendar", "text/calendar, text/plain;q=0.5, */*;q=0.1"),
  /** A workbook; what is packed in it its reader sees. */
  XLSX("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, */*;q=0.1");

  private static final int LOOKED_AT = 4096;

  private static final Pattern HTML =
      Pattern.compile(
          "(?is)\\s*(<!--.*?-->\\s*)*(<\\?xml[^>]*\\?>\\s*)?(<!doctype"
              + " html|<html\\b|<head\\b|<body\\b).*");
  private static final Pattern TITLE =
      Pattern.compile("(?is)<title[^>]*>\\s*(.{1,100}?)\\s*</title>");
  private static final Pattern OWS =
      Pattern.compile("(?is)<(\\w+:)?(ExceptionReport|ServiceExceptionReport)\\b.*");
  private static final Pattern OWS_TEXT =
      Pattern.compile("(?is)<(?:\\w+:)?(?:ExceptionText|ServiceException)[^>]*>\\s*([^<]{1,200})");
  private static final Pattern LOGIN =
      Pattern.compile(
          "(?is)<input[^>]*type\\s*=\\s*[\"']?password.*|.*\\b(anmelden|login|log in|sign"
              + " in)\\b.*");

  private final String title;
  private final String accept;

  ContentKind(String title, String accept) {
    this.title = title;
    this.accept = accept;
  }

  /** What to ask a server for that has several forms; anything else is better than nothing. */
  public String accept() {
    return accept;
  }

  /**
   * Checks how a document begins.
   *
   * @throws IOException when it is something else; the message says what
   */
  public void require(Fetcher.Fetched fetched) throws IOException {
    var complaint = complaint(fetched.body());
    if (complaint.isPresent()) {
      throw SourceException.of("content", fetched.location(), title, complaint.get());
    }
  }

  /** What is wrong with a document that should be of this kind; empty if nothing is. */
  Optional<Reason> complaint(byte[] body) {
    var head = head(body);
    var begin = head.strip();
    if (begin.isEmpty()) {
      return Optional.of(Reason.of("content-empty"));
    }
    var signed = Signature.against(body, this);
    if (signed.isPresent()) {
      return signed;
    }
    if (HTML.matcher(begin).matches()) {
      return Optional.of(page(head));
    }
    if (OWS.matcher(begin).find()) {
      var text = OWS_TEXT.matcher(head);
      return Optional.of(Reason.of("content-map-error", text.find() ? text.group(1).strip() : "?"));
    }
    return fits(begin)
        ? Optional.empty()
        : Optional.of(Reason.of("content-other", shortened(begin)));
  }

  private boolean fits(String begin) {
    var first = begin.charAt(0);
    return switch (this) {
      case JSON -> first == '{' || first == '[';
      case CSV -> first != '<' && !isJson(begin);
      case XML -> first == '<';
      case KML -> first == '<' || first == 'P';
      case ICAL -> begin.regionMatches(true, 0, "BEGIN:", 0, 6);
      case XLSX -> first != '<' && !isJson(begin);
      case RDF -> true;
    };
  }

  private static boolean isJson(String begin) {
    return begin.matches("(?s)[{\\[]\\s*[\"{\\[].*");
  }

  private static Reason page(String html) {
    var title = TITLE.matcher(html);
    var kind = LOGIN.matcher(html).find() ? "content-login" : "content-page";
    return title.find() ? Reason.of(kind + "-titled", shortened(title.group(1))) : Reason.of(kind);
  }

  private static String shortened(String text) {
    var line = text.lines().findFirst().orElse("");
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  /** The first characters, whatever the encoding: all that is compared is ASCII. */
  private static String head(byte[] body) {
    var isUtf16 =
        body.length > 1
            && (((body[0] & 0xFF) == 0xFF && (body[1] & 0xFF) == 0xFE)
                || ((body[0] & 0xFF) == 0xFE && (body[1] & 0xFF) == 0xFF));
    var length = Math.min(body.length, LOOKED_AT);
    var text =
        new String(body, 0, length, isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return text.replace("\ufeff", "").replace("\u200b", "");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
