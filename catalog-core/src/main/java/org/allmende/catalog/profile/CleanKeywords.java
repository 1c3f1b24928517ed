package org.allmende.catalog.profile;

import java.util.Arrays;
import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;

/**
 * Keywords as the portal takes them: split at commas, letters, digits, space, {@code - _ .} alone,
 * 2 to 100 characters (dcat-ap-de.md 2.7). What is shorter afterwards is left out.
 */
final class CleanKeywords implements ViewRule {

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var property = DCAT.keyword.asNode();
    for (var triple : graph.find(dataset.node(), property, Node.ANY).toList()) {
      var keyword = triple.getObject();
      if (keyword.isLiteral()) {
        var clean = clean(keyword.getLiteralLexicalForm());
        if (!clean.equals(List.of(keyword.getLiteralLexicalForm()))) {
          graph.delete(triple);
          clean.forEach(text -> graph.add(dataset.node(), property, sameLanguage(text, keyword)));
        }
      }
    }
  }

  private static List<String> clean(String keyword) {
    return Arrays.stream(keyword.split("[,;]"))
        .map(
            text ->
                text.replaceAll("[^\\p{L}\\p{M}\\p{Nd} _.-]+", " ").replaceAll("\\s+", " ").strip())
        .filter(text -> text.length() >= 2)
        .map(text -> text.length() > 100 ? text.substring(0, 100).strip() : text)
        .toList();
  }

  private static Node sameLanguage(String text, Node keyword) {
    return keyword.getLiteralLanguage().isEmpty()
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralLang(text, keyword.getLiteralLanguage());
  }
}
