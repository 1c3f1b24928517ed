package org.allmende.catalog.profile;

import org.allmende.catalog.model.DatasetUri;
import org.apache.jena.graph.Graph;

/** Ends of a period in schema.org's words alone are a violation in 3.0. */
final class SchemaOrgPeriods implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "schema-org-periods",
        "4.6, K 38",
        "Anfang und Ende eines Zeitraums heißen dcat:startDate und dcat:endDate.",
        "Start and end of a period are called dcat:startDate and dcat:endDate.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Edit.takeOver(graph, Terms.SCHEMA_START, Terms.START_DATE);
    Edit.takeOver(graph, Terms.SCHEMA_END, Terms.END_DATE);
    Edit.takeOver(graph, Edit.iri("https://schema.org/startDate"), Terms.START_DATE);
    Edit.takeOver(graph, Edit.iri("https://schema.org/endDate"), Terms.END_DATE);
  }
}
