package org.allmende.catalog.model;

import java.util.List;
import java.util.stream.Stream;

/** Reads official keys of places from the IRIs that DCAT-AP.de gives them. */
final class PlaceKeys {

  private static final String IRIS = "http://dcat-ap.de/def/politicalGeocoding/";

  private PlaceKeys() {}

  static List<String> of(DatasetView view) {
    var places = view.places().stream().flatMap(place -> place.iri().stream());
    return Stream.concat(view.geocodingKeys().stream(), places)
        .filter(iri -> iri.startsWith(IRIS))
        .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
        .distinct()
        .toList();
  }
}
