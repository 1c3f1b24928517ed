package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Untagged texts get the language they are written in: the portal shows those tagged {@code de}.
 */
final class TaggedTexts implements ViewRule {

  private static final List<Node> TEXTS =
      List.of(
          DCTerms.title.asNode(),
          DCTerms.description.asNode(),
          DCAT.keyword.asNode(),
          FOAF.name.asNode(),
          SKOS.prefLabel.asNode(),
          RDFS.label.asNode(),
          DCATDE.licenseAttributionByText);

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    TEXTS.forEach(property -> Edit.objects(graph, property, text -> tagged(text, context)));
  }

  private static Node tagged(Node text, ViewContext context) {
    return text.isLiteral() && text.getLiteralLanguage().isEmpty()
        ? NodeFactory.createLiteralLang(text.getLiteralLexicalForm().strip(), context.language())
        : text;
  }
}
