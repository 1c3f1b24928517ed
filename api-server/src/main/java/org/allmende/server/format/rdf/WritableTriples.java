package org.allmende.server.format.rdf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.server.format.XmlText;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.vocabulary.RDF;

/**
 * Makes triples fit to be written, and passes them on. An IRI with characters that no IRI may have
 * is percent-encoded; a relative one takes its triple with it: one bad IRI would make a whole page
 * unreadable (dcat-ap-de.md 3). Blank nodes are numbered as they come, so that equal documents have
 * equal bytes. For one document.
 */
final class WritableTriples implements Consumer<Triple> {
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20<>\"{}|\\\\^`\\x7F]");
  // A percent sign that begins no escape.
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** By character: those that no IRI may have, and the percent sign, which wants a closer look. */
  private static final boolean[] NOT_PLAIN = new boolean[128];

  static {
    for (var c = 0; c < NOT_PLAIN.length; c++) {
      NOT_PLAIN[c] = c == '%' || FORBIDDEN.matcher(Character.toString(c)).matches();
    }
  }

  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  /** Names that mean something else where RDF/XML has a property (RDF 1.1 XML Syntax, 5.1). */
  private static final Set<String> NO_PROPERTY =
      Stream.of(
              "RDF",
              "ID",
              "about",
              "parseType",
              "resource",
              "nodeID",
              "datatype",
              "Description",
              "li",
              "bagID",
              "aboutEach",
              "aboutEachPrefix")
          .map(name -> RDF.getURI() + name)
          .collect(Collectors.toUnmodifiableSet());

  private final boolean isXml;
  private final Consumer<Triple> next;
  private final Map<Node, Boolean> properties = new HashMap<>();
  private final Map<Node, Node> blanks = new HashMap<>();

  WritableTriples(boolean isXml, Consumer<Triple> next) {
    this.isXml = isXml;
    this.next = next;
  }

  @Override
  public void accept(Triple triple) {
    var subject = writable(triple.getSubject());
    var property = writable(triple.getPredicate()).filter(this::isProperty);
    var object = writable(triple.getObject());
    if (subject.isPresent() && property.isPresent() && object.isPresent()) {
      next.accept(Triple.create(subject.get(), property.get(), object.get()));
    }
  }

  private Optional<Node> writable(Node node) {
    if (node.isURI()) {
      return writableIri(node);
    }
    if (node.isBlank()) {
      return Optional.of(blanks.computeIfAbsent(node, this::numbered));
    }
    if (!isXml) {
      return Optional.of(node);
    }
    return node.isLiteral() ? Optional.of(writableLiteral(node)) : Optional.empty();
  }

  private Node numbered(Node blank) {
    return NodeFactory.createBlankNode("b" + blanks.size());
  }

  private static Optional<Node> writableIri(Node node) {
    var iri = node.getURI();
    if (isWritable(iri)) {
      return Optional.of(node);
    }
    if (!ABSOLUTE.matcher(iri).matches()) {
      return Optional.empty();
    }
    var percents = LONE_PERCENT.matcher(iri).replaceAll("%25");
    return Optional.of(
        NodeFactory.createURI(FORBIDDEN.matcher(percents).replaceAll(m -> encoded(m.group()))));
  }

  /** True for an absolute IRI with nothing to repair. */
  static boolean isWritable(String iri) {
    return isPlainAddress(iri)
        || (ABSOLUTE.matcher(iri).matches()
            && !FORBIDDEN.matcher(iri).find()
            && !LONE_PERCENT.matcher(iri).find());
  }

  /** What nearly all IRIs are; a look at each character takes a tenth of the patterns' time. */
  private static boolean isPlainAddress(String iri) {
    if (!iri.startsWith("http://") && !iri.startsWith("https://")) {
      return false;
    }
    for (var i = 0; i < iri.length(); i++) {
      var c = iri.charAt(i);
      if (c < NOT_PLAIN.length && NOT_PLAIN[c]) {
        return false;
      }
    }
    return true;
  }

  private static String encoded(String character) {
    return "%%%02X".formatted(character.getBytes(StandardCharsets.UTF_8)[0]);
  }

  private boolean isProperty(Node property) {
    return !isXml || properties.computeIfAbsent(property, WritableTriples::isElement);
  }

  /** RDF/XML writes a property as an element, so its IRI must end like an element's name. */
  private static boolean isElement(Node property) {
    var iri = property.getURI();
    var split = Util.splitNamespaceXML(iri);
    return split > 0
        && split < iri.length()
        && !iri.startsWith(XML)
        && !iri.startsWith(XMLNS)
        && !NO_PROPERTY.contains(iri);
  }

  private static Node writableLiteral(Node literal) {
    var text = literal.getLiteralLexicalForm();
    if (isPlainText(text) || XmlText.isWritable(text)) {
      return literal;
    }
    var clean = XmlText.writable(text);
    return literal.getLiteralLanguage().isEmpty()
        ? NodeFactory.createLiteralDT(clean, literal.getLiteralDatatype())
        : NodeFactory.createLiteralLang(clean, literal.getLiteralLanguage());
  }

  private static boolean isPlainText(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\r' && c != '\t') || c >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return true;
  }
}
