package org.allmende.catalog.profile;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** In 2.0 a size in bytes is a decimal number. */
final class ByteSizesOf2 extends ValueRule {

  ByteSizesOf2() {
    super(
        new Reason(
            "byte-sizes-of-2",
            "8",
            "In DCAT-AP.de 2.0 hat die Größe den Typ xsd:decimal.",
            "In DCAT-AP.de 2.0 the size has the type xsd:decimal."),
        List.of(Terms.BYTE_SIZE));
  }

  @Override
  Node mended(Graph graph, Node value) {
    return value.isLiteral()
        ? Edit.typed(value.getLiteralLexicalForm(), XSDDatatype.XSDdecimal)
        : value;
  }
}
