package org.allmende.catalog.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** A size in bytes is a whole number, {@code 6776} rather than {@code 6776.0}. */
final class ByteSizes extends ValueRule {

  private static final Pattern WHOLE = Pattern.compile("\\+?(\\d{1,18})(\\.0*)?");

  ByteSizes() {
    super(
        new Reason(
            "byte-sizes",
            "4.3, 8",
            "Die Größe in Bytes ist eine ganze Zahl vom Typ xsd:nonNegativeInteger.",
            "The size in bytes is a whole number of type xsd:nonNegativeInteger."),
        List.of(Terms.BYTE_SIZE));
  }

  @Override
  Node mended(Graph graph, Node value) {
    if (!value.isLiteral()) {
      return value;
    }
    var whole = WHOLE.matcher(Rdf.textOf(value).strip());
    return whole.matches() ? Edit.typed(whole.group(1), XSDDatatype.XSDnonNegativeInteger) : value;
  }
}
