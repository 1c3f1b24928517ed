package org.allmende.harvest.source.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.TextDecoder;
import org.jsoup.parser.Parser;

/**
 * Reads a document element by element. Nothing outside of it is ever asked for: a document type and
 * the entities that it declares are passed over; those of HTML, which feeds use without declaring
 * them, are known.
 *
 * <p>What it says about its encoding counts, unless its bytes say otherwise.
 */
public final class XmlDocument implements AutoCloseable {

  private static final int DEEPEST = 200;
  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
  private static final int DECLARATION = 200;

  private final String place;
  private final String encoding;
  private final XMLStreamReader reader;
  private int depth;

  private XmlDocument(String place, String encoding, XMLStreamReader reader) {
    this.place = place;
    this.encoding = encoding;
    this.reader = reader;
  }

  /**
   * Opens a document.
   *
   * @param place its name in messages
   * @param mapping may name the encoding
   */
  public static XmlDocument open(byte[] bytes, String place, Mapping mapping) throws IOException {
    var text = TextDecoder.open(bytes, place, mapping.charset().or(() -> declared(bytes)));
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      var reader = factory.createXMLStreamReader(text.reader());
      return new XmlDocument(place, text.encoding(), reader);
    } catch (XMLStreamException e) {
      throw broken(place, e);
    }
  }

  /** The encoding that a document declares; UTF-8 is found out from the bytes, declared or not. */
  private static Optional<String> declared(byte[] bytes) {
    var head =
        new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
    var match = ENCODING.matcher(head);
    return match.find() && TextDecoder.isCharset(match.group(1))
        ? Optional.of(match.group(1)).filter(name -> !name.equalsIgnoreCase("utf-8"))
        : Optional.empty();
  }

  /** Goes to the next beginning or end of an element; false at the end of the document. */
  public boolean next() throws IOException {
    try {
      while (reader.hasNext()) {
        var event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw broken(place, e);
    }
  }

  /** Whether the document stands at the beginning of an element, and not at an end. */
  public boolean isStart() {
    return reader.isStartElement();
  }

  /** The name of the element that begins or ends, without prefix. */
  public String name() {
    return reader.getLocalName();
  }

  /** How many elements are open, counting the one that begins. */
  public int depth() {
    return depth;
  }

  /** An attribute of the element that begins. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes().get(name));
  }

  /** What encoding was used. */
  public String encoding() {
    return encoding;
  }

  /** Takes the element that begins as a whole; the document then stands at its end. */
  public XmlElement element() throws IOException {
    try {
      var element = element(0);
      depth--;
      return element;
    } catch (XMLStreamException e) {
      throw broken(place, e);
    }
  }

  private XmlElement element(int level) throws XMLStreamException, IOException {
    if (level > DEEPEST) {
      throw SourceException.of("nested-too-deeply");
    }
    var name = reader.getLocalName();
    var attributes = attributes();
    List<XmlElement> children = new ArrayList<>();
    var text = new StringBuilder();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(level + 1));
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlElement(name, attributes, children, text.toString());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            text.append(Parser.unescapeEntities("&" + reader.getLocalName() + ";", true));
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
  }

  private Map<String, String> attributes() {
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  private static IOException broken(String place, XMLStreamException e) {
    var line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    var said = String.valueOf(e.getMessage()).lines().reduce((first, last) -> last).orElse("");
    return SourceException.causedBy(
        e, "broken-xml", place, line, said.replaceFirst("^Message: ", ""));
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw broken(place, e);
    }
  }
}
