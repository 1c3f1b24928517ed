package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.DCAT3;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What 2.0 has no place for, or takes for something else. */
final class NotIn2 implements ViewRule {

  private static final List<Node> DATES =
      List.of(Terms.ISSUED, Terms.MODIFIED, Terms.START_DATE, Terms.END_DATE);

  private static final List<String> DATE_TYPES =
      List.of(
          XSDDatatype.XSDdate.getURI(),
          XSDDatatype.XSDdateTime.getURI(),
          XSDDatatype.XSDgYear.getURI(),
          XSDDatatype.XSDgYearMonth.getURI());

  @Override
  public Reason reason() {
    return new Reason(
        "not-in-2",
        "8",
        "DCAT-AP.de 2.0 kennt keine Serien, versteht dct:type am Datensatz als veraltete Sammlung"
            + " und lehnt ein Datum ohne Typ ab.",
        "DCAT-AP.de 2.0 has no series, takes dct:type at a dataset for an outdated collection, and"
            + " refuses a date without type.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Edit.removeIf(graph, DCAT3.inSeries, triple -> true);
    Edit.removeIf(graph, Terms.DCT_TYPE, triple -> triple.getSubject().equals(dataset.node()));
    DATES.forEach(property -> Edit.removeIf(graph, property, t -> !isDate(t.getObject())));
  }

  private static boolean isDate(Node value) {
    return value.isLiteral() && DATE_TYPES.contains(value.getLiteralDatatypeURI());
  }
}
