package org.allmende.catalog.profile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** One bad IRI makes the RDF/XML of a whole page unreadable; what is forbidden is encoded. */
final class CleanIris implements ViewRule {

  private static final String FORBIDDEN = "<>\"{}|\\^`";

  @Override
  public Reason reason() {
    return new Reason(
        "clean-iris",
        "3",
        "Leerzeichen und einige andere Zeichen sind in Adressen verboten und machen die ganze Seite"
            + " unlesbar.",
        "Spaces and some other characters are forbidden in addresses and make the whole page"
            + " unreadable.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : graph.find().toList()) {
      mend(graph, triple.getSubject());
      mend(graph, triple.getObject());
    }
  }

  private static void mend(Graph graph, Node node) {
    if (node.isURI() && node.getURI().chars().anyMatch(CleanIris::isForbidden)) {
      Edit.rename(graph, node, Edit.iri(encoded(node.getURI(), CleanIris::isForbidden)));
    }
  }

  /** True for what may stand in no IRI. */
  static boolean isForbidden(int c) {
    return c <= ' ' || c == 0x7F || FORBIDDEN.indexOf(c) >= 0;
  }

  /** The text with every character percent-encoded that the test names. */
  static String encoded(String text, IntPredicate wanted) {
    var encoded = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (wanted.test(c)) {
                for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append('%').append(String.format(Locale.ROOT, "%02X", b));
                }
              } else {
                encoded.appendCodePoint(c);
              }
            });
    return encoded.toString();
  }
}
