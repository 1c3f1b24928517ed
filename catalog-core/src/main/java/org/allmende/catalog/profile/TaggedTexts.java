package org.allmende.catalog.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Untagged texts get the language they are written in, and three-letter or regional tags the two
 * letters that the portal looks for.
 */
final class TaggedTexts implements ViewRule {

  private static final List<Node> TEXTS =
      List.of(
          Terms.TITLE,
          Terms.DESCRIPTION,
          Terms.KEYWORD,
          Terms.NAME,
          SKOS.prefLabel.asNode(),
          RDFS.label.asNode(),
          DCATDE.licenseAttributionByText);

  private static final Map<String, String> SHORT =
      Map.of("deu", "de", "ger", "de", "eng", "en", "de-de", "de", "de_de", "de");

  @Override
  public Reason reason() {
    return new Reason(
        "tagged-texts",
        "2.7, K 3",
        "Das Portal zeigt den Text, der als deutsch („de“) gekennzeichnet ist.",
        "The portal shows the text that is tagged as German (de).");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    TEXTS.forEach(property -> Edit.objects(graph, property, text -> tagged(text, context)));
  }

  private static Node tagged(Node text, ViewContext context) {
    if (!text.isLiteral()) {
      return text;
    }
    var given = text.getLiteralLanguage();
    var tag =
        given.isEmpty()
            ? context.language()
            : SHORT.getOrDefault(given.toLowerCase(Locale.ROOT), given);
    return tag.equals(given)
        ? text
        : NodeFactory.createLiteralLang(text.getLiteralLexicalForm().strip(), tag);
  }
}
