package org.allmende.server.format.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.server.preview.RdfHead;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The statements of an RDF document as people read a table: about what, which property, what. */
final class StatementRows {

  private static final int LONGEST = 300;

  private final Map<Node, Integer> unnamed = new HashMap<>();

  private StatementRows() {}

  /**
   * A statement.
   *
   * @param subject what it is about
   * @param property its short name
   * @param object what is said
   */
  record Row(Part subject, String property, Part object) {}

  /**
   * An end of a statement.
   *
   * @param text what is read
   * @param address where it leads; {@code ""} for anything but a web address
   * @param language of the text; {@code ""} when nobody said
   */
  record Part(String text, String address, String language) {}

  static List<Row> of(RdfHead head) {
    var rows = new StatementRows();
    return head.statements().stream().map(rows::row).toList();
  }

  private Row row(Triple triple) {
    var property = triple.getPredicate().getURI();
    return new Row(
        part(triple.getSubject()), MetadataTable.shortName(property), part(triple.getObject()));
  }

  private Part part(Node node) {
    if (node.isURI()) {
      var iri = node.getURI();
      return new Part(
          shortened(MetadataTable.shortName(iri)), Shown.isWebAddress(iri) ? iri : "", "");
    }
    if (node.isLiteral()) {
      return new Part(shortened(node.getLiteralLexicalForm()), "", node.getLiteralLanguage());
    }
    // unnamed things are numbered in the order in which they come
    return new Part("_:" + unnamed.computeIfAbsent(node, n -> unnamed.size() + 1), "", "");
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
