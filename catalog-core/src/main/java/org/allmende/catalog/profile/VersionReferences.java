package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCAT3;
import org.apache.jena.graph.Graph;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Another version stands under the older name: 3.0 demands that the value of {@code
 * dcat:hasVersion} is described as a dataset, and a page must not describe it so (2.3, 2.6).
 */
final class VersionReferences implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "version-references",
        "2.3, 4.2",
        "Eine andere Version steht in dct:hasVersion: In dcat:hasVersion müsste sie hier"
            + " beschrieben sein, und das Portal legte sie als leeren Datensatz an.",
        "Another version stands in dct:hasVersion: in dcat:hasVersion it would have to be described"
            + " here, and the portal would import it as an empty dataset.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, DCAT3.hasVersion)) {
      graph.delete(triple);
      graph.add(triple.getSubject(), DCTerms.hasVersion.asNode(), triple.getObject());
    }
  }
}
