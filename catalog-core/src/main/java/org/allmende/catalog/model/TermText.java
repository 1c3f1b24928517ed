package org.allmende.catalog.model;

import java.util.Arrays;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * Terms as N-Triples write them ({@code <iri>}, {@code "text"@de}), which every Turtle parser reads
 * too. Written by hand because each publication writes hundreds of them, several times.
 */
public final class TermText {

  private static final boolean[] BAD_IN_IRI = badInIri();
  private static final String HEX = "0123456789ABCDEF";

  private TermText() {}

  /**
   * Appends a term.
   *
   * @param blankName what stands for a blank node, such as {@code _:b0}
   */
  public static void append(StringBuilder out, Node node, Function<Node, String> blankName) {
    if (node.isURI()) {
      appendIri(out, node.getURI());
    } else if (node.isBlank()) {
      out.append(blankName.apply(node));
    } else if (node.isLiteral()) {
      appendText(out, node);
      appendDatatype(out, node);
    } else {
      appendTripleTerm(out, node, blankName);
    }
  }

  /** Appends an IRI in angle brackets. */
  public static void appendIri(StringBuilder out, String iri) {
    out.append('<');
    var begin = 0;
    for (var i = 0; i < iri.length(); i++) {
      if (isBadInIri(iri.charAt(i))) {
        out.append(iri, begin, i);
        appendCode(out, iri.charAt(i));
        begin = i + 1;
      }
    }
    out.append(iri, begin, iri.length()).append('>');
  }

  private static boolean isBadInIri(char c) {
    return c < BAD_IN_IRI.length && BAD_IN_IRI[c];
  }

  private static boolean[] badInIri() {
    var bad = new boolean[128];
    Arrays.fill(bad, 0, ' ' + 1, true);
    for (var c : "<>\"{}|^`\\".toCharArray()) {
      bad[c] = true;
    }
    return bad;
  }

  /** Appends the text of a literal in quotes, with its language if it has one. */
  public static void appendText(StringBuilder out, Node literal) {
    appendQuoted(out, literal.getLiteralLexicalForm());
    var language = literal.getLiteralLanguage();
    if (!language.isEmpty()) {
      out.append('@').append(language);
      var direction = literal.getLiteralBaseDirection();
      if (direction != Node.noTextDirection) {
        out.append("--").append(direction.direction());
      }
    }
  }

  private static void appendQuoted(StringBuilder out, String text) {
    out.append('"');
    var begin = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == 0x7F) {
        out.append(text, begin, i);
        appendEscaped(out, c);
        begin = i + 1;
      }
    }
    out.append(text, begin, text.length()).append('"');
  }

  private static void appendEscaped(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> appendCode(out, c);
    }
  }

  private static void appendCode(StringBuilder out, char c) {
    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
  }

  /** True when a literal's type must be written beside its text. */
  public static boolean hasDatatype(Node literal) {
    return literal.getLiteralLanguage().isEmpty()
        && !XSDDatatype.XSDstring.equals(literal.getLiteralDatatype());
  }

  private static void appendDatatype(StringBuilder out, Node literal) {
    if (hasDatatype(literal)) {
      out.append("^^");
      appendIri(out, literal.getLiteralDatatypeURI());
    }
  }

  private static void appendTripleTerm(
      StringBuilder out, Node node, Function<Node, String> blankName) {
    var triple = node.getTriple();
    out.append("<<( ");
    append(out, triple.getSubject(), blankName);
    out.append(' ');
    append(out, triple.getPredicate(), blankName);
    out.append(' ');
    append(out, triple.getObject(), blankName);
    out.append(" )>>");
  }
}
