package org.allmende.catalog.profile;

import java.util.Map;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCAT3;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GEODCATAP;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;

/** Properties that 3.0 names otherwise, with the same meaning. */
final class OutdatedProperties implements ViewRule {

  private static final Map<Node, Node> TODAY =
      Map.of(
          DCATDE.originator,
          GEODCATAP.originator,
          DCATDE.maintainer,
          GEODCATAP.custodian,
          DCATDE.plannedAvailability,
          DCATAP.availability,
          DCAT3.plannedAvailability,
          DCATAP.availability,
          OWL.versionInfo.asNode(),
          DCAT3.version);

  @Override
  public Reason reason() {
    return new Reason(
        "outdated-properties",
        "4.2",
        "DCAT-AP.de 3.0 nennt diese Angabe anders.",
        "DCAT-AP.de 3.0 gives this property another name.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    TODAY.forEach((old, today) -> Edit.takeOver(graph, old, today));
  }
}
