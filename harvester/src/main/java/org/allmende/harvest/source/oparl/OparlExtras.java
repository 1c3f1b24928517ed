package org.allmende.harvest.source.oparl;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.harvest.HarvestContext;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * What is known of every council information system beside its tables: the theme, and the pattern
 * dataset of its committees.
 */
final class OparlExtras {

  private static final String PATTERN =
      "https://musterdatenkatalog.de/def/musterdatensatz/"
          + "politischePartizipation/politischeVertretung/gremium";
  private static final List<String> PATTERN_KEYWORDS = List.of("Politische Vertretung", "Gremium");

  private final HarvestContext context;
  private final Graph graph;
  private final Node dataset;

  OparlExtras(HarvestContext context, Graph graph, DatasetUri uri) {
    this.context = context;
    this.graph = graph;
    this.dataset = uri.node();
  }

  void addTheme() {
    if (context.source().defaults().themes().isEmpty()) {
      add(dataset, DCAT.theme.asNode(), iri(CodeLists.themes().require("GOVE").iri()));
    }
  }

  /** A pattern dataset comes with its topic and name as keywords ({@code dcat-ap-de.md} 5.5). */
  void addPattern() {
    var defaults = context.source().defaults();
    if (defaults.references().isEmpty()) {
      add(dataset, DCTerms.references.asNode(), iri(PATTERN));
      PATTERN_KEYWORDS.forEach(word -> keyword(word, "de"));
      defaults.keywords().forEach(word -> keyword(word, context.settings().language()));
    }
  }

  private void keyword(String word, String language) {
    add(dataset, DCAT.keyword.asNode(), NodeFactory.createLiteralLang(word, language));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private void add(Node subject, Node property, Node value) {
    graph.add(Triple.create(subject, property, value));
  }
}
