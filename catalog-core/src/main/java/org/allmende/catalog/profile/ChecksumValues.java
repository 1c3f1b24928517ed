package org.allmende.catalog.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.SPDX;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** A checksum is written in hexadecimal digits and says so by its type. */
final class ChecksumValues extends ValueRule {

  private static final Pattern HEXADECIMAL = Pattern.compile("([0-9a-fA-F]{2})+");

  ChecksumValues() {
    super(
        new Reason(
            "checksum-values",
            "4.6",
            "Eine Prüfsumme hat den Typ xsd:hexBinary.",
            "A checksum has the type xsd:hexBinary."),
        List.of(SPDX.checksumValue));
  }

  @Override
  Node mended(Graph graph, Node value) {
    var text = Rdf.textOf(value).strip();
    return value.isLiteral() && HEXADECIMAL.matcher(text).matches()
        ? Edit.typed(text, XSDDatatype.XSDhexBinary)
        : value;
  }
}
