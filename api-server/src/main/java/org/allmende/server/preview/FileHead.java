package org.allmende.server.preview;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a text begins: at most {@value #MOST_LINES} lines, JSON and XML indented. However large the
 * file is, no more than {@value #LOOKED_AT} bytes of it are read.
 *
 * @param lines without their ends
 * @param isWhole true when there is no more
 */
public record FileHead(List<String> lines, boolean isWhole) {

  private static final int MOST_LINES = 200;
  private static final int LONGEST_LINE = 500;
  private static final int LOOKED_AT = 256 * 1024;

  public FileHead {
    lines = List.copyOf(lines);
  }

  /** The beginning of a text as it is. */
  public static FileHead of(Content content) throws IOException {
    var head = read(content);
    return of(head.text(), head.isWhole());
  }

  /** The beginning of a JSON document, indented as far as it can be read. */
  public static FileHead ofJson(Content content) throws IOException {
    var head = read(content);
    var indented = new StringWriter();
    var isWhole = head.isWhole() && indent(head.text(), indented);
    var text = indented.toString();
    return text.isBlank() ? of(head.text(), head.isWhole()) : of(text, isWhole);
  }

  /** The beginning of an XML document, indented as far as it can be read. */
  public static FileHead ofXml(Content content) throws IOException {
    var head = read(content);
    var indented = XmlLines.of(head.text());
    return indented.text().isEmpty()
        ? of(head.text(), head.isWhole())
        : of(indented.text(), head.isWhole() && indented.isWhole());
  }

  private record Beginning(String text, boolean isWhole) {}

  private static Beginning read(Content content) throws IOException {
    try (var in = content.open()) {
      var bytes = in.readNBytes(LOOKED_AT);
      var text = new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "");
      return new Beginning(text, in.read() < 0);
    }
  }

  /** Writes what can be read; false when it ends before the document does. */
  private static boolean indent(String json, StringWriter into) throws IOException {
    var factory = new JsonFactory();
    try (var parser = factory.createParser(json);
        var generator = factory.createGenerator(into)) {
      var lines = new DefaultPrettyPrinter();
      lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
      generator.setPrettyPrinter(lines);
      while (parser.nextToken() != null) {
        generator.copyCurrentEvent(parser);
      }
      return true;
    } catch (JsonProcessingException e) {
      return false; // what was written so far is shown
    }
  }

  private static FileHead of(String text, boolean isWhole) {
    var lines =
        text.lines()
            .limit(MOST_LINES + 1L)
            .map(
                line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
            .toList();
    return lines.size() > MOST_LINES
        ? new FileHead(lines.subList(0, MOST_LINES), false)
        : new FileHead(lines, isWhole);
  }
}
