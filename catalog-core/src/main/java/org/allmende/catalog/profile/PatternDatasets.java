package org.allmende.catalog.profile;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** A dataset that names its pattern dataset carries that one's topic and name as keywords. */
final class PatternDatasets implements ViewRule {

  private static final Pattern PATTERN_DATASET =
      Pattern.compile(
          "https?://(?:www\\.)?musterdatenkatalog\\.de/def/musterdatensatz/([^/#?]+)/([^/#?]+)/*");

  @Override
  public Reason reason() {
    return new Reason(
        "pattern-datasets",
        "5.5",
        "Ein Verweis auf den Musterdatenkatalog beginnt mit „https://musterdatenkatalog.de/“; Thema"
            + " und Name sind auch Schlagworte.",
        "A reference to the Musterdatenkatalog begins with https://musterdatenkatalog.de/; topic"
            + " and name are keywords too.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, Terms.REFERENCES)) {
      var pattern = PATTERN_DATASET.matcher(Rdf.textOf(triple.getObject()).strip());
      if (pattern.matches() && triple.getSubject().equals(dataset.node())) {
        var iri =
            "https://musterdatenkatalog.de/def/musterdatensatz/%s/%s"
                .formatted(pattern.group(1), pattern.group(2));
        Edit.replace(graph, triple, List.of(Edit.iri(iri)));
        addKeyword(graph, dataset.node(), pattern.group(1));
        addKeyword(graph, dataset.node(), pattern.group(2));
      }
    }
  }

  private static void addKeyword(Graph graph, Node dataset, String slug) {
    var word = slug.replace('-', ' ').replace('_', ' ');
    var isThere =
        Rdf.objects(graph, dataset, Terms.KEYWORD).stream()
            .anyMatch(keyword -> folded(Rdf.textOf(keyword)).equals(folded(word)));
    if (!isThere) {
      graph.add(dataset, Terms.KEYWORD, NodeFactory.createLiteralLang(word, "de"));
    }
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.GERMAN)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }
}
