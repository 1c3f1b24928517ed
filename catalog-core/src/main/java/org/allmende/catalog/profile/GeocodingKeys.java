package org.allmende.catalog.profile;

import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/**
 * An administrative key stands as {@code dct:spatial}, and beside it under the older name from
 * which the portal's importer still reads the place (dcat-ap-de.md 4.2, 5.3, conventions 8 and 11).
 */
final class GeocodingKeys implements ViewRule {

  private static final String KEYS = "http://dcat-ap.de/def/politicalGeocoding/";
  private static final Pattern RESPELLED =
      Pattern.compile("https?://(?:www\\.)?dcat-ap\\.de/def/politicalGeocoding/(.+?)/*");

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Edit.objects(graph, DCATDE.politicalGeocodingURI, GeocodingKeys::mended);
    respellPlaces(graph);
    var node = dataset.node();
    for (var key : Rdf.iris(graph, node, DCATDE.politicalGeocodingURI)) {
      if (key.startsWith(KEYS)) {
        graph.add(node, DCTerms.spatial.asNode(), Edit.iri(key));
        Edit.type(graph, Edit.iri(key), DCTerms.Location.asNode());
      }
    }
    if (context.legacyGeocoding()) {
      for (var place : Rdf.iris(graph, node, DCTerms.spatial.asNode())) {
        if (place.startsWith(KEYS)) {
          graph.add(node, DCATDE.politicalGeocodingURI, Edit.iri(place));
        }
      }
    } else {
      Edit.removeIf(graph, DCATDE.politicalGeocodingURI, triple -> true);
    }
  }

  private static void respellPlaces(Graph graph) {
    for (var triple : graph.find(Node.ANY, DCTerms.spatial.asNode(), Node.ANY).toList()) {
      var place = triple.getObject();
      var mended = mended(place);
      if (!mended.equals(place)) {
        if (place.isURI()) {
          Edit.rename(graph, place, mended);
        } else {
          graph.delete(triple);
          graph.add(triple.getSubject(), triple.getPredicate(), mended);
          Edit.type(graph, mended, DCTerms.Location.asNode());
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
