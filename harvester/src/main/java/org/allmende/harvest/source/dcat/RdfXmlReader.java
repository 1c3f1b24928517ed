package org.allmende.harvest.source.dcat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFErrorHandler;
import org.apache.jena.rdfxml.arp1.SAX2Model;
import org.apache.jena.shared.JenaException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reads RDF/XML with an XML parser of our own making, for three reasons: Jena's reader gives up a
 * whole document over one bad IRI; it turns an external entity silently into nothing, where we want
 * to refuse it; and newer JDKs count every character reference of a document against a limit of
 * 100,000, which an honest page of 100 datasets can reach.
 */
final class RdfXmlReader {

  /** Bombs end here: what all entities of a document may become, in characters. */
  private static final String ENTITY_SIZE = "50000000";

  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.xml.entityExpansionLimit", "1000000",
          "jdk.xml.totalEntitySizeLimit", ENTITY_SIZE,
          "jdk.xml.maxGeneralEntitySizeLimit", "0",
          "jdk.xml.maxElementDepth", "1000",
          "jdk.xml.elementAttributeLimit", "1000");

  private static final Map<String, Boolean> FEATURES =
      Map.of(
          "http://apache.org/xml/features/nonvalidating/load-external-dtd", false,
          "http://xml.org/sax/features/external-general-entities", false,
          "http://xml.org/sax/features/external-parameter-entities", false);

  private RdfXmlReader() {}

  /**
   * Adds the triples of a document to {@code target}.
   *
   * @param charset of the transport; {@code ""}: what the document itself says
   * @param repair what is done with every IRI before it is resolved
   * @param errors told of a construct that is no RDF; the triples concerned are left out, the
   *     others are read
   */
  static void read(
      byte[] body,
      String charset,
      String base,
      UnaryOperator<String> repair,
      Consumer<Reason> errors,
      Graph target)
      throws IOException {
    try {
      var handler = SAX2Model.create(base, ModelFactory.createModelForGraph(target));
      handler.setErrorHandler(new Errors(errors));
      var filter = new RepairingFilter(reader(), repair);
      filter.setContentHandler(handler);
      filter.setErrorHandler(handler);
      filter.parse(source(body, charset));
      handler.close();
    } catch (SAXException | JenaException e) {
      throw new SourceException(reason(e), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java brings an XML parser with namespaces", e);
    }
  }

  private static InputSource source(byte[] body, String charset) {
    var source = new InputSource(new ByteArrayInputStream(body));
    if (!charset.isEmpty()) {
      source.setEncoding(charset);
    }
    return source;
  }

  private static XMLReader reader() throws ParserConfigurationException, SAXException {
    var factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    var reader = factory.newSAXParser().getXMLReader();
    for (var feature : FEATURES.entrySet()) {
      reader.setFeature(feature.getKey(), feature.getValue());
    }
    for (var limit : LIMITS.entrySet()) {
      reader.setProperty(limit.getKey(), limit.getValue());
    }
    var noExternals = new NoExternals();
    reader.setProperty("http://xml.org/sax/properties/lexical-handler", noExternals);
    reader.setProperty("http://xml.org/sax/properties/declaration-handler", noExternals);
    return reader;
  }

  private static Reason reason(Exception e) {
    Throwable cause = e;
    while (cause instanceof JenaException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof SAXParseException at
        ? Reason.of(
            "xml-at",
            Integer.toString(at.getLineNumber()),
            Integer.toString(at.getColumnNumber()),
            "" + at.getMessage())
        : Reason.of("quoted", "" + cause.getMessage());
  }

  /** Refuses what would make the parser open another address. */
  private static final class NoExternals extends DefaultHandler2 {

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SAXException {
      if (publicId != null || systemId != null) {
        throw refused("the document type definition " + (systemId == null ? publicId : systemId));
      }
    }

    @Override
    public void externalEntityDecl(String name, String publicId, String systemId)
        throws SAXException {
      throw refused("the entity \"" + name + "\" at " + systemId);
    }

    private static SAXException refused(String what) {
      return new SAXException(
          "it wants to include "
              + what
              + ", which is never fetched. Write the text into the document itself.");
    }
  }

  /** Mends the attributes that hold IRIs. */
  private static final class RepairingFilter extends XMLFilterImpl {
    private final UnaryOperator<String> repair;

    RepairingFilter(XMLReader parent, UnaryOperator<String> repair) {
      super(parent);
      this.repair = repair;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes)
        throws SAXException {
      super.startElement(uri, localName, qName, mended(attributes));
    }

    private Attributes mended(Attributes attributes) {
      AttributesImpl changed = null;
      for (var i = 0; i < attributes.getLength(); i++) {
        if (holdsIri(attributes, i)) {
          var value = attributes.getValue(i);
          var better = repair.apply(value);
          if (!better.equals(value)) {
            changed = changed == null ? new AttributesImpl(attributes) : changed;
            changed.setValue(i, better);
          }
        }
      }
      return changed == null ? attributes : changed;
    }

    private static boolean holdsIri(Attributes attributes, int i) {
      var name = attributes.getLocalName(i);
      return switch (attributes.getURI(i)) {
        case "http://www.w3.org/XML/1998/namespace" -> name.equals("base");
        case "http://www.w3.org/1999/02/22-rdf-syntax-ns#" ->
            name.equals("about") || name.equals("resource") || name.equals("datatype");
        case "" -> name.equals("about") || name.equals("resource");
        default -> false;
      };
    }
  }

  /** A broken construct is told and passed over; broken XML ends the reading. */
  private record Errors(Consumer<Reason> told) implements RDFErrorHandler {
    @Override
    public void warning(Exception e) {
      // What Jena warns of (a UUID of odd form, a language tag it does not know) is kept as it is.
    }

    @Override
    public void error(Exception e) {
      told.accept(reason(e));
    }

    @Override
    public void fatalError(Exception e) {
      throw new JenaException(e);
    }
  }
}
