package org.allmende.catalog.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;

/** Resolutions are decimal numbers of meters, and durations. */
final class Resolutions extends ValueRule {

  private static final Pattern NUMBER = Pattern.compile("(\\d+)(?:[.,](\\d+))?(?:\\s*m)?");
  private static final Pattern DURATION =
      Pattern.compile(
          "-?P(?=[\\dT])(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");

  Resolutions() {
    super(
        new Reason(
            "resolutions",
            "4.2, 4.3",
            "Die räumliche Auflösung ist eine Zahl (xsd:decimal), die zeitliche eine Dauer"
                + " (xsd:duration).",
            "The spatial resolution is a number (xsd:decimal), the temporal one a duration"
                + " (xsd:duration)."),
        List.of(DCAT.spatialResolutionInMeters.asNode(), DCAT.temporalResolution.asNode()));
  }

  @Override
  Node mended(Graph graph, Node value) {
    if (!value.isLiteral()) {
      return value;
    }
    var text = Rdf.textOf(value).strip();
    if (DURATION.matcher(text).matches()) {
      return Edit.typed(text, XSDDatatype.XSDduration);
    }
    var number = NUMBER.matcher(text);
    if (!number.matches()) {
      return value;
    }
    var decimals = number.group(2) == null ? "" : "." + number.group(2);
    return Edit.typed(number.group(1) + decimals, XSDDatatype.XSDdecimal);
  }
}
