package org.allmende.server.format.rdf;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;

/**
 * Makes triples fit to be written. An IRI with characters that no IRI may have is percent-encoded;
 * a relative one takes its triple with it: one bad IRI would make a whole page unreadable
 * (dcat-ap-de.md 3).
 */
final class WritableTriples {
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20<>\"{}|\\\\^`\\x7F]");
  // A percent sign that begins no escape.
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern NO_XML_CHARACTER =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final boolean isXml;

  private WritableTriples(boolean isXml) {
    this.isXml = isXml;
  }

  static WritableTriples of(RdfFormat format) {
    return new WritableTriples(format == RdfFormat.RDF_XML);
  }

  /** Copies what can be written. */
  void copy(Graph from, Graph to) {
    var triples = from.find();
    try {
      triples.forEachRemaining(triple -> writable(triple).ifPresent(to::add));
    } finally {
      triples.close();
    }
  }

  private Optional<Triple> writable(Triple triple) {
    var subject = writable(triple.getSubject());
    var property = writable(triple.getPredicate()).filter(this::isProperty);
    var object = writable(triple.getObject());
    if (subject.isEmpty() || property.isEmpty() || object.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Triple.create(subject.get(), property.get(), object.get()));
  }

  private Optional<Node> writable(Node node) {
    if (node.isURI()) {
      return writableIri(node);
    }
    return Optional.of(isXml && node.isLiteral() ? writableLiteral(node) : node);
  }

  private static Optional<Node> writableIri(Node node) {
    var iri = node.getURI();
    if (!ABSOLUTE.matcher(iri).matches()) {
      return Optional.empty();
    }
    if (!FORBIDDEN.matcher(iri).find() && !LONE_PERCENT.matcher(iri).find()) {
      return Optional.of(node);
    }
    var percents = LONE_PERCENT.matcher(iri).replaceAll("%25");
    return Optional.of(
        NodeFactory.createURI(FORBIDDEN.matcher(percents).replaceAll(m -> encoded(m.group()))));
  }

  private static String encoded(String character) {
    return "%%%02X".formatted(character.getBytes(StandardCharsets.UTF_8)[0]);
  }

  /** RDF/XML writes a property as an element, so its IRI must end like an element's name. */
  private boolean isProperty(Node property) {
    var iri = property.getURI();
    return !isXml || Util.splitNamespaceXML(iri) < iri.length();
  }

  private static Node writableLiteral(Node literal) {
    var text = literal.getLiteralLexicalForm();
    if (!NO_XML_CHARACTER.matcher(text).find()) {
      return literal;
    }
    var clean = NO_XML_CHARACTER.matcher(text).replaceAll("\uFFFD");
    return literal.getLiteralLanguage().isEmpty()
        ? NodeFactory.createLiteralDT(clean, literal.getLiteralDatatype())
        : NodeFactory.createLiteralLang(clean, literal.getLiteralLanguage());
  }
}
