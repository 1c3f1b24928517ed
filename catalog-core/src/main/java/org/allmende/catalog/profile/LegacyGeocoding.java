package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;

/** The key stands under its older name too: from there the portal's importer reads the place. */
final class LegacyGeocoding implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "legacy-geocoding",
        "4.2, K 8",
        "Der Import von GovData liest den Ort noch aus dcatde:politicalGeocodingURI (Einstellung"
            + " catalog.legacy-geocoding).",
        "GovData's importer still reads the place from dcatde:politicalGeocodingURI (setting"
            + " catalog.legacy-geocoding).");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    var node = dataset.node();
    if (!context.legacyGeocoding()) {
      Edit.removeIf(graph, DCATDE.politicalGeocodingURI, triple -> true);
      return;
    }
    for (var place : Rdf.iris(graph, node, Terms.SPATIAL)) {
      if (place.startsWith(GeocodingKeys.KEYS)
          && !place.startsWith(GeocodingKeys.KEYS + "Level/")) {
        graph.add(node, DCATDE.politicalGeocodingURI, Edit.iri(place));
      }
    }
  }
}
