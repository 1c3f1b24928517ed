package org.allmende.catalog.profile;

import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.SPDX;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Contacts, places, periods and checksums belong to one dataset: blank nodes, or IRIs below its
 * own. Places of a code list are no such nodes; nothing stands on them.
 */
final class OwnNodes implements ViewRule {

  private static final Map<Node, String> NAMES =
      Map.of(
          Terms.CONTACT_POINT, "contact",
          Terms.SPATIAL, "place",
          Terms.TEMPORAL, "period",
          SPDX.checksum, "checksum");

  private static final List<Node> ABOUT_A_PLACE = List.of(Terms.BBOX, Terms.CENTROID);

  @Override
  public Reason reason() {
    return new Reason(
        "own-nodes",
        "2.6",
        "Teilen sich zwei Datensätze diesen Knoten, verliert er seine Angaben, sobald das Portal"
            + " einen von ihnen löscht.",
        "When two datasets share this node, it loses what stands on it as soon as the portal"
            + " deletes one of them.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    NAMES.forEach(
        (property, name) ->
            Edit.triples(graph, property).stream()
                .filter(triple -> isShared(graph, triple, dataset))
                .map(Triple::getObject)
                .distinct()
                .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
                .forEach(node -> Edit.rename(graph, node, Edit.own(graph, dataset.node(), name))));
  }

  private static boolean isShared(Graph graph, Triple triple, DatasetUri dataset) {
    var node = triple.getObject();
    if (!node.isURI() || !Edit.isDescribed(graph, node)) {
      return false;
    }
    var isBelow =
        node.getURI().startsWith(dataset.value())
            || (triple.getSubject().isURI()
                && node.getURI().startsWith(triple.getSubject().getURI()));
    var isBarePlace =
        triple.getPredicate().equals(Terms.SPATIAL)
            && ABOUT_A_PLACE.stream().noneMatch(p -> Edit.has(graph, node, p));
    return !isBelow && !isBarePlace;
  }
}
