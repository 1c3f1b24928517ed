package org.allmende.catalog.profile;

import java.util.Map;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.SPDX;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;

/** A size, resolution or checksum that is none is left out; an infinite size ends a whole run. */
final class UnusableNumbers implements ViewRule {

  private static final Map<Node, RDFDatatype> TYPES =
      Map.of(
          Terms.BYTE_SIZE,
          XSDDatatype.XSDnonNegativeInteger,
          DCAT.spatialResolutionInMeters.asNode(),
          XSDDatatype.XSDdecimal,
          DCAT.temporalResolution.asNode(),
          XSDDatatype.XSDduration,
          SPDX.checksumValue,
          XSDDatatype.XSDhexBinary);

  @Override
  public Reason reason() {
    return new Reason(
        "unusable-numbers",
        "2.3, 4.3",
        "Der Wert ist keine Zahl, Dauer oder Prüfsumme der Art, die hier verlangt ist.",
        "The value is no number, duration or checksum of the kind that is demanded here.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    TYPES.forEach(
        (property, type) -> Edit.removeIf(graph, property, t -> !isOf(type, t.getObject())));
  }

  private static boolean isOf(RDFDatatype type, Node value) {
    return value.isLiteral()
        && value.getLiteralDatatypeURI().equals(type.getURI())
        && type.isValid(value.getLiteralLexicalForm());
  }
}
