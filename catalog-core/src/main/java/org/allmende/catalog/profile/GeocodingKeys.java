package org.allmende.catalog.profile;

import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** An administrative key is an IRI of dcat-ap.de, and stands as {@code dct:spatial}. */
final class GeocodingKeys implements ViewRule {

  static final String KEYS = "http://dcat-ap.de/def/politicalGeocoding/";
  private static final Node ADMIN_UNIT = Edit.iri("http://www.w3.org/ns/locn#adminUnitL2");
  private static final Pattern RESPELLED =
      Pattern.compile("https?://(?:www\\.)?dcat-ap\\.de/def/politicalGeocoding/(.+?)/*");

  @Override
  public Reason reason() {
    return new Reason(
        "geocoding-keys",
        "1, 5.3, K 8, K 11",
        "Verwaltungsschlüssel beginnen mit „http://dcat-ap.de/“ (ohne „https“, „www“ und"
            + " Schrägstrich am Ende) und stehen in dct:spatial.",
        "Administrative keys begin with http://dcat-ap.de/ (no https, no www, no slash at the end)"
            + " and stand in dct:spatial.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Edit.objects(graph, DCATDE.politicalGeocodingURI, GeocodingKeys::mended);
    respellPlaces(graph);
    var node = dataset.node();
    for (var key : Rdf.iris(graph, node, DCATDE.politicalGeocodingURI)) {
      addPlace(graph, node, key);
    }
    for (var triple : Edit.triples(graph, ADMIN_UNIT)) {
      addPlace(graph, node, Rdf.textOf(mended(triple.getObject())));
    }
  }

  private static void addPlace(Graph graph, Node dataset, String key) {
    if (key.startsWith(KEYS)) {
      graph.add(dataset, Terms.SPATIAL, Edit.iri(key));
      Edit.type(graph, Edit.iri(key), Terms.LOCATION);
    }
  }

  private static void respellPlaces(Graph graph) {
    for (var triple : Edit.triples(graph, Terms.SPATIAL)) {
      var place = triple.getObject();
      var mended = mended(place);
      if (!mended.equals(place)) {
        if (place.isURI()) {
          Edit.rename(graph, place, mended);
        } else {
          graph.delete(triple);
          graph.add(triple.getSubject(), triple.getPredicate(), mended);
          Edit.type(graph, mended, Terms.LOCATION);
        }
      }
    }
  }

  private static Node mended(Node key) {
    if (key.isBlank()) {
      return key;
    }
    var respelled = RESPELLED.matcher(Rdf.textOf(key).strip());
    return respelled.matches() ? Edit.iri(KEYS + respelled.group(1)) : key;
  }
}
