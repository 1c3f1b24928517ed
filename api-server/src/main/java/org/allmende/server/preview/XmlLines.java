package org.allmende.server.preview;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML with each element on a line of its own, indented by its depth; names, values and their order
 * stay. What follows the first mistake, or the end of what was read, is left out.
 */
final class XmlLines {

  private static final int DEEPEST = 40;

  private final StringBuilder lines = new StringBuilder();
  private int depth;
  private boolean hasText;

  private XmlLines() {}

  /** Reads no document type and nothing from elsewhere. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * The lines.
   *
   * @param isWhole false when the text is the beginning of a longer one
   */
  record Indented(String text, boolean isWhole) {}

  static Indented of(String xml) {
    var lines = new XmlLines();
    var isWhole = lines.read(xml);
    return new Indented(lines.lines.toString().strip(), isWhole);
  }

  private boolean read(String xml) {
    try {
      var reader = factory().createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        take(reader);
      }
      return true;
    } catch (XMLStreamException e) {
      return false; // what was read so far is shown
    }
  }

  private void take(XMLStreamReader reader) throws XMLStreamException {
    switch (reader.next()) {
      case XMLStreamConstants.START_ELEMENT -> begin(reader);
      case XMLStreamConstants.END_ELEMENT -> end(reader);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
      case XMLStreamConstants.COMMENT -> line("<!--" + reader.getText() + "-->");
      default -> {
        // nothing that holds data
      }
    }
  }

  private void begin(XMLStreamReader reader) {
    var tag = new StringBuilder("<").append(reader.getLocalName());
    for (var i = 0; i < reader.getAttributeCount(); i++) {
      tag.append(' ').append(reader.getAttributeLocalName(i)).append("=\"");
      tag.append(escaped(reader.getAttributeValue(i)).replace("\"", "&quot;")).append('"');
    }
    line(tag.append('>').toString());
    depth++;
  }

  private void end(XMLStreamReader reader) {
    depth--;
    var tag = "</" + reader.getLocalName() + ">";
    if (hasText) {
      lines.append(tag);
    } else {
      line(tag);
    }
    hasText = false;
  }

  private void text(String text) {
    if (!text.isBlank()) {
      lines.append(escaped(text.strip()));
      hasText = true;
    }
  }

  private void line(String text) {
    lines.append('\n').append("  ".repeat(Math.min(depth, DEEPEST))).append(text);
    hasText = false;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
