package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** An entry of a code list has no name on a page. */
final class NoNamesOfCodes implements ViewRule {

  private static final List<String> CODE_SPACES =
      List.of(
          "http://publications.europa.eu/resource/authority/",
          "http://dcat-ap.de/def/",
          "http://purl.org/adms/",
          "https://www.iana.org/assignments/media-types/",
          "http://www.iana.org/assignments/media-types/");

  private static final List<Node> NAMES =
      List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), Terms.NAME, Terms.TITLE);

  @Override
  public Reason reason() {
    return new Reason(
        "no-names-of-codes",
        "2.3",
        "Steht am Eintrag einer Liste ein Name, zeigt das Portal diesen Namen statt des Eintrags.",
        "When an entry of a code list has a name, the portal shows that name instead of the"
            + " entry.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    NAMES.forEach(name -> Edit.removeIf(graph, name, triple -> isCode(triple.getSubject())));
  }

  private static boolean isCode(Node node) {
    return node.isURI() && CODE_SPACES.stream().anyMatch(node.getURI()::startsWith);
  }
}
