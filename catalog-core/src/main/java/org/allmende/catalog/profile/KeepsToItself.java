package org.allmende.catalog.profile;

import java.util.List;
import java.util.Set;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.LOCN;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A dataset on a page says nothing about the catalog, its siblings or the codes it uses: the portal
 * stores, validates and deletes all that can be reached from it (dcat-ap-de.md 2.3 and 2.6).
 */
final class KeepsToItself implements ViewRule {

  private static final List<Node> LEADING_AWAY =
      List.of(
          Edit.iri(DCAT.NS + "inCatalog"),
          FOAF.isPrimaryTopicOf.asNode(),
          DCAT.servesDataset.asNode(),
          // A node here ends the portal's whole run, a literal is a violation (2.3).
          LOCN.geometry);

  private static final Set<String> CODE_SPACES =
      Set.of(
          "http://publications.europa.eu/resource/authority/",
          "http://dcat-ap.de/def/",
          "http://purl.org/adms/",
          "https://www.iana.org/assignments/media-types/",
          "http://www.iana.org/assignments/media-types/");

  private static final Set<Node> NAMES =
      Set.of(
          RDFS.label.asNode(), SKOS.prefLabel.asNode(), FOAF.name.asNode(), DCTerms.title.asNode());

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    LEADING_AWAY.forEach(property -> Edit.removeIf(graph, property, triple -> true));
    removeCatalogs(graph);
    removeStubs(graph, dataset);
    removeNamesOfCodes(graph);
    Edit.removeUnreachable(graph, dataset.node());
  }

  private static void removeCatalogs(Graph graph) {
    for (var typed : graph.find(Node.ANY, RDF.type.asNode(), DCAT.Catalog.asNode()).toList()) {
      Edit.removeIf(
          graph, DCTerms.isPartOf.asNode(), t -> t.getObject().equals(typed.getSubject()));
      graph.remove(typed.getSubject(), Node.ANY, Node.ANY);
    }
  }

  /** A stub of another dataset would be imported as an empty dataset. */
  private static void removeStubs(Graph graph, DatasetUri dataset) {
    var type = RDF.type.asNode();
    for (var typed : graph.find(Node.ANY, type, DCAT.Dataset.asNode()).toList()) {
      if (!typed.getSubject().equals(dataset.node())) {
        graph.delete(typed);
      }
    }
  }

  /** A code with a name is shown by that name instead of its meaning. */
  private static void removeNamesOfCodes(Graph graph) {
    for (var triple : graph.find().toList()) {
      if (NAMES.contains(triple.getPredicate()) && isCode(triple)) {
        graph.delete(triple);
      }
    }
  }

  private static boolean isCode(Triple triple) {
    var subject = triple.getSubject();
    return subject.isURI() && CODE_SPACES.stream().anyMatch(subject.getURI()::startsWith);
  }
}
