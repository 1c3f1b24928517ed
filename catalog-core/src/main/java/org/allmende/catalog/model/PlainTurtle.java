package org.allmende.catalog.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Reads the Turtle and N-Triples that we write ourselves ({@link TermText}): prefixes at the top,
 * whole IRIs, labelled blank nodes, literals in quotes, lists of properties and objects. An index
 * that is built anew reads two such texts for each dataset, and Jena's parsers, which know far
 * more, take three times as long. What it does not know it leaves to them.
 */
public final class PlainTurtle {

  private final String text;
  private final Function<String, Node> blanks;
  private final Map<String, String> prefixes = new HashMap<>();
  private final Map<String, Node> names = new HashMap<>();
  private final List<Triple> triples = new ArrayList<>();
  private int at;

  /** The text is none of ours. */
  private static final class OtherForm extends RuntimeException {
    private static final long serialVersionUID = 1;

    OtherForm() {
      super("a form of Turtle that we do not write", null, false, false);
    }
  }

  private PlainTurtle(String text, Function<String, Node> blanks) {
    this.text = text;
    this.blanks = blanks;
  }

  /**
   * The triples of a text in their order; empty when it has forms that we do not write.
   *
   * @param blanks the node for a label such as {@code b0}; asked each time that one is met
   */
  public static Optional<List<Triple>> read(String text, Function<String, Node> blanks) {
    var reading = new PlainTurtle(text, blanks);
    try {
      reading.readAll();
      return Optional.of(reading.triples);
    } catch (OtherForm | StringIndexOutOfBoundsException e) {
      return Optional.empty(); // torn or foreign: Jena's parser says what is wrong with it
    }
  }

  private void readAll() {
    skipBlanks();
    while (at < text.length()) {
      if (text.charAt(at) == '@') {
        readPrefix();
      } else {
        readBlock();
      }
      skipBlanks();
    }
  }

  private void readPrefix() {
    take("@prefix ");
    var colon = text.indexOf(':', at);
    var prefix = text.substring(at, colon);
    at = colon + 1;
    skipBlanks();
    prefixes.put(prefix, iri());
    take(" .");
  }

  /** A subject with its properties, up to the full stop. */
  private void readBlock() {
    var subject = term();
    do {
      skipBlanks();
      var property = property();
      do {
        skipBlanks();
        triples.add(Triple.create(subject, property, term()));
        skipBlanks();
      } while (isNext(','));
    } while (isNext(';'));
    take(".");
  }

  private boolean isNext(char sign) {
    if (text.charAt(at) != sign) {
      return false;
    }
    at++;
    return true;
  }

  private void take(String expected) {
    if (!text.startsWith(expected, at)) {
      throw new OtherForm();
    }
    at += expected.length();
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  private Node property() {
    if (text.charAt(at) == 'a' && isBlank(text.charAt(at + 1))) {
      at++;
      return RDF.Nodes.type;
    }
    return term();
  }

  private Node term() {
    return switch (text.charAt(at)) {
      case '<' -> NodeFactory.createURI(iri());
      case '"' -> literal();
      case '_' -> blank();
      default -> name();
    };
  }

  private Node blank() {
    take("_:");
    return blanks.apply(word());
  }

  /** Letters, digits and hyphens. */
  private String word() {
    var start = at;
    while (isInWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new OtherForm();
    }
    return text.substring(start, at);
  }

  private static boolean isInWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** An IRI behind a prefix; the same few come again and again. */
  private Node name() {
    var start = at;
    var prefix = text.charAt(at) == ':' ? "" : word();
    take(":");
    word();
    var written = text.substring(start, at);
    var known = names.get(written);
    if (known == null) {
      var namespace = prefixes.get(prefix);
      if (namespace == null) {
        throw new OtherForm();
      }
      known = NodeFactory.createURI(namespace + written.substring(prefix.length() + 1));
      names.put(written, known);
    }
    return known;
  }

  private String iri() {
    take("<");
    var end = text.indexOf('>', at);
    var iri = text.substring(at, end);
    if (iri.indexOf('<') >= 0) {
      throw new OtherForm(); // a triple in place of a term
    }
    at = end + 1;
    return iri.indexOf('\\') < 0 ? iri : unescaped(iri);
  }

  private Node literal() {
    var form = quoted();
    if (text.charAt(at) == '@') {
      at++;
      var language = word();
      if (language.contains("--")) {
        throw new OtherForm(); // a language with a direction
      }
      return NodeFactory.createLiteralLang(form, language);
    }
    if (text.startsWith("^^", at)) {
      at += 2;
      var type = term();
      return NodeFactory.createLiteralDT(form, NodeFactory.getType(type.getURI()));
    }
    return NodeFactory.createLiteralString(form);
  }

  private String quoted() {
    take("\"");
    var end = at;
    var isEscaped = false;
    for (var c = text.charAt(end); c != '"'; c = text.charAt(++end)) {
      if (c == '\\') {
        isEscaped = true;
        end++;
      }
    }
    var form = text.substring(at, end);
    at = end + 1;
    if (form.isEmpty() && text.charAt(at) == '"') {
      throw new OtherForm(); // a text in three quotation marks
    }
    return isEscaped ? unescaped(form) : form;
  }

  private static String unescaped(String escaped) {
    var plain = new StringBuilder(escaped.length());
    var i = 0;
    while (i < escaped.length()) {
      var c = escaped.charAt(i++);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      var sign = escaped.charAt(i++);
      if (sign == 'u') {
        plain.append((char) code(escaped.substring(i, i + 4)));
        i += 4;
      } else {
        plain.append(plain(sign));
      }
    }
    return plain.toString();
  }

  private static int code(String digits) {
    try {
      return Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      throw new OtherForm();
    }
  }

  private static char plain(char sign) {
    return switch (sign) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\' -> sign;
      default -> throw new OtherForm();
    };
  }
}
