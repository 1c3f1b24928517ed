package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.GSP;
import org.allmende.vocab.LOCN;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Places stand as WKT in {@code dcat:bbox} and {@code dcat:centroid} alone. From a {@code
 * locn:geometry} the box or the point is taken; a node there would end the portal's whole run.
 */
final class Geometries implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "geometries",
        "2.3, 5.3, K 4 to K 7",
        "Das Portal liest Geometrien als WKT aus dcat:bbox und dcat:centroid; ein Knoten in"
            + " locn:geometry bräche den ganzen Abruf ab.",
        "The portal reads geometries as WKT from dcat:bbox and dcat:centroid; a node in"
            + " locn:geometry would end its whole run.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, LOCN.geometry)) {
      Geometry.parse(text(graph, triple.getObject()))
          .ifPresent(geometry -> addIfSilent(graph, triple.getSubject(), geometry));
    }
    mend(graph, Terms.BBOX);
    mend(graph, Terms.CENTROID);
    Edit.removeIf(graph, LOCN.geometry, triple -> true);
  }

  private static void addIfSilent(Graph graph, Node place, Geometry geometry) {
    var property = geometry.isPoint() ? Terms.CENTROID : Terms.BBOX;
    if (!Edit.has(graph, place, property)) {
      graph.add(place, property, wkt(geometry.wkt()));
    }
  }

  private static void mend(Graph graph, Node property) {
    for (var triple : Edit.triples(graph, property)) {
      if (!isWkt(triple.getObject())) {
        Geometry.parse(text(graph, triple.getObject()))
            .ifPresentOrElse(
                geometry -> Edit.replace(graph, triple, List.of(wkt(geometry.wkt()))),
                () -> removeNode(graph, triple));
      }
    }
  }

  private static void removeNode(Graph graph, Triple triple) {
    if (!triple.getObject().isLiteral()) {
      graph.delete(triple);
    }
  }

  private static boolean isWkt(Node value) {
    return value.isLiteral() && value.getLiteralDatatypeURI().equals(GSP.wktLiteral.getURI());
  }

  /** The text of a literal, or of the node that carries it as {@code gsp:asWKT} or a label. */
  private static String text(Graph graph, Node value) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    return graph
        .find(value, Node.ANY, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral)
        .mapWith(Rdf::textOf)
        .filterKeep(text -> Geometry.parse(text).isPresent())
        .nextOptional()
        .orElse("");
  }

  private static Node wkt(String text) {
    return Edit.typed(text, TypeMapper.getInstance().getSafeTypeByName(GSP.wktLiteral.getURI()));
  }
}
