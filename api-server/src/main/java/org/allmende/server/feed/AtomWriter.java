package org.allmende.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.allmende.server.format.XmlText;

/** Writes a feed as XML. For one feed, on one thread. */
final class AtomWriter {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

  private final XMLStreamWriter out;

  private AtomWriter(XMLStreamWriter out) {
    this.out = out;
  }

  /** The document, UTF-8. */
  static byte[] write(AtomFeed feed) {
    var bytes = new ByteArrayOutputStream(16_384);
    try {
      var out = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new AtomWriter(out).document(feed);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed can always be written into memory", e);
    }
    return bytes.toByteArray();
  }

  private void document(AtomFeed feed) throws XMLStreamException {
    out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    out.setDefaultNamespace(ATOM);
    out.writeStartElement(ATOM, "feed");
    out.writeDefaultNamespace(ATOM);
    out.writeAttribute(
        XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "lang", feed.language());
    text("id", feed.id());
    text("title", feed.title());
    if (!feed.subtitle().isBlank()) {
      text("subtitle", feed.subtitle());
    }
    time("updated", feed.updated());
    author(feed.author());
    links(feed.links());
    for (var entry : feed.entries()) {
      entry(entry);
    }
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void entry(AtomFeed.Entry entry) throws XMLStreamException {
    out.writeStartElement(ATOM, "entry");
    text("id", entry.id());
    text("title", entry.title());
    time("updated", entry.updated());
    time("published", entry.published());
    author(entry.author());
    if (entry.summary().isPresent()) {
      text("summary", entry.summary().get());
    }
    for (var category : entry.categories()) {
      out.writeEmptyElement(ATOM, "category");
      out.writeAttribute("term", XmlText.writable(category));
    }
    links(entry.links());
    out.writeEndElement();
  }

  private void author(String name) throws XMLStreamException {
    out.writeStartElement(ATOM, "author");
    text("name", name);
    out.writeEndElement();
  }

  private void links(List<AtomFeed.Link> links) throws XMLStreamException {
    for (var link : links) {
      out.writeEmptyElement(ATOM, "link");
      out.writeAttribute("rel", link.relation());
      out.writeAttribute("type", link.mediaType());
      out.writeAttribute("href", XmlText.writable(link.address()));
    }
  }

  private void text(String name, String text) throws XMLStreamException {
    out.writeStartElement(ATOM, name);
    out.writeCharacters(XmlText.writable(text));
    out.writeEndElement();
  }

  /** RFC 3339, to the second: more digits tell a reader nothing. */
  private void time(String name, Instant time) throws XMLStreamException {
    text(name, time.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
