package org.allmende.catalog.profile;

import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;

/** The level follows from the kind of key; it is added where the source names none. */
final class GeocodingLevels implements ViewRule {

  private static final Map<String, String> BY_KIND =
      Map.of(
          "municipalityKey", "municipality",
          "districtKey", "administrativeDistrict",
          "stateKey", "state");

  @Override
  public Reason reason() {
    return new Reason(
        "geocoding-levels",
        "5.3, K 9",
        "Die Verwaltungsebene folgt aus der Art des Verwaltungsschlüssels.",
        "The geocoding level follows from the kind of administrative key.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var node = dataset.node();
    if (Edit.has(graph, node, DCATDE.politicalGeocodingLevelURI)) {
      return;
    }
    for (var place : Rdf.iris(graph, node, Terms.SPATIAL)) {
      level(place)
          .ifPresent(
              level ->
                  graph.add(
                      node,
                      DCATDE.politicalGeocodingLevelURI,
                      Edit.iri(GeocodingKeys.KEYS + "Level/" + level)));
    }
  }

  private static Optional<String> level(String place) {
    if (!place.startsWith(GeocodingKeys.KEYS)) {
      return Optional.empty();
    }
    var kind = place.substring(GeocodingKeys.KEYS.length()).split("/", 2)[0];
    return Optional.ofNullable(BY_KIND.get(kind));
  }
}
