package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

/** Nothing stands on an administrative key but its type; a box or name gets a node of its own. */
final class KeysStandAlone implements ViewRule {

  private static final List<Node> ABOUT_THE_PLACE =
      List.of(Terms.BBOX, Terms.CENTROID, SKOS.prefLabel.asNode());

  @Override
  public Reason reason() {
    return new Reason(
        "keys-stand-alone",
        "2.6, 5.3",
        "Den Verwaltungsschlüssel teilen viele Datensätze; wird einer gelöscht, löscht das Portal"
            + " alles, was daran steht.",
        "Many datasets share an administrative key; when one is deleted the portal deletes what"
            + " stands on it.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var key : Rdf.iris(graph, dataset.node(), Terms.SPATIAL)) {
      if (key.startsWith(GeocodingKeys.KEYS)) {
        move(graph, dataset.node(), Edit.iri(key));
      }
    }
  }

  private static void move(Graph graph, Node dataset, Node key) {
    var moved =
        ABOUT_THE_PLACE.stream()
            .flatMap(property -> graph.find(key, property, Node.ANY).toList().stream())
            .toList();
    if (!moved.isEmpty()) {
      var place = Edit.own(graph, dataset, "place");
      graph.add(dataset, Terms.SPATIAL, place);
      Edit.type(graph, place, Terms.LOCATION);
      for (var triple : moved) {
        graph.delete(triple);
        graph.add(place, triple.getPredicate(), triple.getObject());
      }
    }
  }
}
