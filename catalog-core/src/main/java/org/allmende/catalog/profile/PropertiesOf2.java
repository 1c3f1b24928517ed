package org.allmende.catalog.profile;

import java.util.Map;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCAT3;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GEODCATAP;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;

/** Roles and version under the names of 2.0, from which the portal's importer reads them. */
final class PropertiesOf2 implements ViewRule {

  private static final Map<Node, Node> NAMES =
      Map.of(
          GEODCATAP.originator, DCATDE.originator,
          GEODCATAP.custodian, DCATDE.maintainer,
          DCAT3.version, OWL.versionInfo.asNode());

  @Override
  public Reason reason() {
    return new Reason(
        "properties-of-2",
        "8",
        "In DCAT-AP.de 2.0 hieß diese Angabe anders.",
        "In DCAT-AP.de 2.0 this property had another name.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    NAMES.forEach((today, old) -> Edit.takeOver(graph, today, old));
  }
}
