package org.allmende.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.catalog.ledger.NewRevision;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.catalog.model.GraphHash;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Rdf;
import org.allmende.catalog.model.Uuids;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * IRI and CKAN id of each distribution of a description, as DESIGN 6 lays them down: the same for
 * the same content, whatever labels its blank nodes have today.
 */
final class DistributionIds {

  /**
   * What a distribution is called.
   *
   * @param node its node in the description
   * @param iri its IRI, or the one we make for a blank node
   * @param id its CKAN id, if that is free
   * @param otherId its CKAN id when the first is not free
   */
  record Named(Node node, String iri, String id, String otherId) {

    /** What the ledger needs to know of it. */
    NewRevision.Distribution proposed() {
      return new NewRevision.Distribution(iri, id, otherId);
    }
  }

  private DistributionIds() {}

  /**
   * The distributions of a description in a fixed order: IRIs first, then blank nodes by content.
   */
  static List<Named> of(DatasetDescription description, String datasetId, Identity identity) {
    var named = new ArrayList<Named>();
    var blank = new ArrayList<DistributionView>();
    for (var distribution : description.view().distributions()) {
      distribution
          .iri()
          .ifPresentOrElse(
              iri -> named.add(withIri(distribution.node(), iri, datasetId, description.uri())),
              () -> blank.add(distribution));
    }
    named.addAll(ofBlank(blank, description, datasetId, identity));
    return named;
  }

  private static Named withIri(Node node, String iri, String datasetId, DatasetUri dataset) {
    var inDataset = Uuids.v5Below(datasetId, dataset.value(), iri).toString();
    return new Named(node, iri, Addresses.idOfDistribution(iri), inDataset);
  }

  private static List<Named> ofBlank(
      List<DistributionView> blank,
      DatasetDescription description,
      String datasetId,
      Identity ids) {
    var byContent = new LinkedHashMap<DistributionView, String>();
    blank.stream()
        .map(distribution -> Map.entry(distribution, content(description.graph(), distribution)))
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .forEach(entry -> byContent.put(entry.getKey(), entry.getValue()));
    var taken = new HashSet<String>();
    var named = new ArrayList<Named>();
    for (var distribution : byContent.keySet()) {
      var key = freeKey(distribution, taken);
      taken.add(key);
      var id = Uuids.v5Below(datasetId, description.uri().value(), key).toString();
      named.add(new Named(distribution.node(), ids.distributionIri(datasetId, id), id, id));
    }
    return named;
  }

  /** downloadURL, else accessURL, else title; when equal, plus format, then plus a number. */
  private static String freeKey(DistributionView distribution, Set<String> taken) {
    var key =
        distribution
            .downloadUrl()
            .or(distribution::accessUrl)
            .or(() -> distribution.title().in("de"))
            .orElse("");
    if (taken.contains(key)) {
      key = key + " " + distribution.formatText().orElse("");
    }
    var free = key;
    for (var n = 2; taken.contains(free); n++) {
      free = key + " " + n;
    }
    return free;
  }

  private static String content(Graph graph, DistributionView distribution) {
    var own = GraphFactory.createDefaultGraph();
    Rdf.copyReachable(graph, distribution.node(), Set.of(), own);
    return GraphHash.of(own, triple -> true, "").value();
  }
}
