package org.allmende.server.quality;

import org.allmende.catalog.quality.Assessment;
import org.allmende.catalog.quality.Dimension;
import org.allmende.catalog.quality.Indicator;
import org.allmende.catalog.quality.Share;
import org.allmende.server.http.Links;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Assessments in the Data Quality Vocabulary (W3C, {@code dqv:QualityMeasurement}). The metrics of
 * data.europa.eu have the IRIs of its own vocabulary, those of GovData ours. A share of 1 or 0 of a
 * single thing is a boolean, any other a decimal; what was not judged is not measured.
 */
final class QualityGraph {
  private static final String DQV = "http://www.w3.org/ns/dqv#";
  private static final String METRICS = "https://piveau.eu/ns/voc#";

  private final Links links;

  QualityGraph(Links links) {
    this.links = links;
  }

  Graph of(String iri, Assessment assessment) {
    var graph = GraphFactory.createDefaultGraph();
    var subject = iri(iri);
    for (var indicator : Indicator.values()) {
      var share = assessment.share(indicator);
      if (share.isJudged()) {
        add(graph, subject, metric(indicator), value(share));
      }
    }
    var points = Long.toString(Math.round(assessment.points()));
    add(graph, subject, iri(METRICS + "scoring"), literal(points, XSDDatatype.XSDinteger));
    return graph;
  }

  private static void add(Graph graph, Node subject, Node metric, Node value) {
    var measurement = NodeFactory.createBlankNode();
    graph.add(subject, iri(DQV + "hasQualityMeasurement"), measurement);
    graph.add(measurement, RDF.type.asNode(), iri(DQV + "QualityMeasurement"));
    graph.add(measurement, iri(DQV + "computedOn"), subject);
    graph.add(measurement, iri(DQV + "isMeasurementOf"), metric);
    graph.add(measurement, iri(DQV + "value"), value);
  }

  private Node metric(Indicator indicator) {
    return indicator.dimension() == Dimension.GOVDATA
        ? iri(links.to("/qualitaet#" + indicator.code()))
        : iri(METRICS + indicator.code());
  }

  private static Node value(Share share) {
    return share.of() == 1
        ? literal(Boolean.toString(share.passed() == 1), XSDDatatype.XSDboolean)
        : literal(
            java.math.BigDecimal.valueOf(share.ratio())
                .setScale(4, java.math.RoundingMode.HALF_UP)
                .toPlainString(),
            XSDDatatype.XSDdecimal);
  }

  private static Node literal(String text, XSDDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
