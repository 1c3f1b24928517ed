package org.allmende.harvest.source.ckan;

import java.util.List;
import java.util.Optional;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GSP;
import org.allmende.vocab.LOCN;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** Where and when a package is about ({@code dcat-ap-de.md} 4.2, 5.3). */
final class CkanPlaces {

  private static final String KEYS = "http://dcat-ap.de/def/politicalGeocoding/";

  private final CkanPackage json;
  private final Node dataset;
  private final GraphBuilder graph;

  CkanPlaces(CkanPackage json, Node dataset, GraphBuilder graph) {
    this.json = json;
    this.dataset = dataset;
    this.graph = graph;
  }

  void describe() {
    place();
    period();
    graph.addAll(
        dataset,
        DCATDE.politicalGeocodingLevelURI,
        json.takeList("politicalGeocodingLevelURI"),
        level -> CkanTerms.code(CodeLists.geocodingLevels(), level));
    graph.addAll(
        dataset,
        DCATDE.politicalGeocodingURI,
        json.takeList("politicalGeocodingURI"),
        CkanTerms::iriOrText);
    graph.addAll(
        dataset, DCATDE.geocodingDescription, json.takeList("geocodingText"), CkanTerms::text);
  }

  private void place() {
    var iris = json.takeList("spatial_uri");
    iris.stream()
        .map(CkanTerms::iri)
        .flatMap(Optional::stream)
        .forEach(node -> graph.addNode(dataset, DCTerms.spatial.asNode(), node, location()));
    var place = describable(iris);
    graph.add(place, SKOS.prefLabel.asNode(), json.take("spatial_text"), CkanTerms::text);
    geometry(place, "spatial_bbox", DCAT.bbox.asNode());
    geometry(place, "spatial_centroid", DCAT.centroid.asNode());
    anyGeometry(place);
    graph.addNode(dataset, DCTerms.spatial.asNode(), place, location());
  }

  /** Administrative keys are shared by all: nothing is said on them (dcat-ap-de.md 5.3). */
  private static Node describable(List<String> iris) {
    return iris.size() == 1 && !iris.getFirst().startsWith(KEYS)
        ? GraphBuilder.iriOrBlank(Optional.of(iris.getFirst()))
        : GraphBuilder.blank();
  }

  private void geometry(Node place, String key, Node property) {
    var geometry = json.look(key).flatMap(GeoJsonWkt::parse);
    if (geometry.isPresent()) {
      json.take(key);
      graph.add(place, property, wkt(geometry.get().wkt()));
    }
  }

  private void anyGeometry(Node place) {
    var geometry = json.look("spatial").flatMap(GeoJsonWkt::parse);
    if (geometry.isPresent()) {
      json.take("spatial");
      var property =
          switch (geometry.get().shape()) {
            case POINT -> DCAT.centroid.asNode();
            case BOX -> DCAT.bbox.asNode();
            case OTHER -> LOCN.geometry;
          };
      graph.add(place, property, wkt(geometry.get().wkt()));
    }
  }

  private void period() {
    var period = GraphBuilder.blank();
    graph.add(period, DCAT.startDate.asNode(), json.take("temporal_start"), CkanTerms::time);
    graph.add(period, DCAT.endDate.asNode(), json.take("temporal_end"), CkanTerms::time);
    graph.addNode(dataset, DCTerms.temporal.asNode(), period, DCTerms.PeriodOfTime.asNode());
  }

  private static Node location() {
    return DCTerms.Location.asNode();
  }

  private static Node wkt(String text) {
    return NodeFactory.createLiteralDT(
        text, TypeMapper.getInstance().getSafeTypeByName(GSP.wktLiteral.getURI()));
  }
}
