package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/** In 2.0 the key stands in its own property, and in {@code dct:spatial} as a bare IRI. */
final class KeysOf2 implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "keys-of-2",
        "8, K 8, K 11",
        "In DCAT-AP.de 2.0 steht der Verwaltungsschlüssel in dcatde:politicalGeocodingURI und ohne"
            + " weitere Angaben in dct:spatial.",
        "In DCAT-AP.de 2.0 the administrative key stands in dcatde:politicalGeocodingURI, and bare"
            + " in dct:spatial.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var place : Rdf.iris(graph, dataset.node(), Terms.SPATIAL)) {
      if (place.startsWith(GeocodingKeys.KEYS)) {
        graph.delete(Triple.create(Edit.iri(place), Terms.TYPE, Terms.LOCATION));
        if (!place.startsWith(GeocodingKeys.KEYS + "Level/")) {
          graph.add(dataset.node(), DCATDE.politicalGeocodingURI, Edit.iri(place));
        }
      }
    }
  }
}
