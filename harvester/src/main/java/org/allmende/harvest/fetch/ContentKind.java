package org.allmende.harvest.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a document must be, whatever its {@code Content-Type} says: servers send error pages, login
 * pages, OWS exceptions and nothing at all with status 200 ({@code sources.md} 2.1).
 */
public enum ContentKind {
  /** JSON or JSON Lines. */
  JSON("JSON"),
  /** Rows of text. */
  CSV("CSV"),
  /** RDF in any syntax, JSON-LD and Turtle included. */
  RDF("RDF"),
  /** XML. */
  XML("XML");

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

  ContentKind(String title) {
    this.title = title;
  }

  /**
   * Checks how a document begins.
   *
   * @throws IOException when it is something else; the message says what
   */
  public void require(Fetcher.Fetched fetched) throws IOException {
    var complaint = complaint(fetched.body());
    if (complaint.isPresent()) {
      throw new IOException(
          fetched.location()
              + ": expected "
              + title
              + ", got "
              + complaint.get()
              + ". Open the address in a browser, and correct the source's location.");
    }
  }

  /** What is wrong with a document that should be of this kind; empty if nothing is. */
  Optional<String> complaint(byte[] body) {
    var head = head(body);
    var begin = head.strip();
    if (begin.isEmpty()) {
      return Optional.of("an empty document");
    }
    if (HTML.matcher(begin).matches()) {
      return Optional.of(page(head));
    }
    if (OWS.matcher(begin).find()) {
      var text = OWS_TEXT.matcher(head);
      return Optional.of(
          "an error of a map service" + (text.find() ? ": " + text.group(1).strip() : ""));
    }
    return fits(begin)
        ? Optional.empty()
        : Optional.of("a document that begins with " + quote(begin));
  }

  private boolean fits(String begin) {
    var first = begin.charAt(0);
    return switch (this) {
      case JSON -> first == '{' || first == '[';
      case CSV -> first != '<' && !isJson(begin);
      case XML -> first == '<';
      case RDF -> true;
    };
  }

  private static boolean isJson(String begin) {
    return begin.matches("(?s)[{\\[]\\s*[\"{\\[].*");
  }

  private static String page(String html) {
    var title = TITLE.matcher(html);
    var name = title.find() ? " titled " + quote(title.group(1)) : "";
    var isLogin = LOGIN.matcher(html).find();
    return (isLogin ? "a login page" : "an HTML page") + name;
  }

  private static String quote(String text) {
    var line = text.lines().findFirst().orElse("");
    return "\"" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "\"";
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
