package org.allmende.server.rehearsal;

import java.util.List;
import java.util.Locale;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.LOCN;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** What ends the whole run, wherever it stands on a page (dcat-ap-de.md 2.3). */
final class PageChecks {
  private static final List<Node> GEOMETRIES =
      List.of(LOCN.geometry, DCAT.bbox.asNode(), DCAT.centroid.asNode());

  private final Findings findings;

  PageChecks(Findings findings) {
    this.findings = findings;
  }

  void check(Graph page, String address) {
    for (var place : Rdf.instances(page, DCTerms.Location.asNode())) {
      checkGeometry(page, place, address);
    }
    page.stream(Node.ANY, DCAT.byteSize.asNode(), Node.ANY)
        .filter(triple -> isEndless(triple.getObject()))
        .forEach(
            triple ->
                findings.note(
                    Check.BYTE_SIZE_ENDLESS,
                    subject(triple.getSubject(), address),
                    Rdf.textOf(triple.getObject())));
  }

  private void checkGeometry(Graph page, Node place, String address) {
    for (var property : GEOMETRIES) {
      if (Rdf.objects(page, place, property).stream().anyMatch(value -> !value.isLiteral())) {
        findings.note(Check.GEOMETRY_NODE, subject(place, address), property.getURI());
      }
    }
  }

  private static String subject(Node node, String address) {
    return node.isURI() ? node.getURI() : address;
  }

  /** Infinite or no number, to the language that GovData's harvester is written in. */
  private static boolean isEndless(Node size) {
    var text = Rdf.textOf(size).strip().toLowerCase(Locale.ROOT);
    if (text.matches("[+-]?(inf|infinity|nan)")) {
      return true;
    }
    return text.matches("[+-]?[0-9.]+(e[+-]?\\d+)?") && isTooLarge(text);
  }

  private static boolean isTooLarge(String number) {
    try {
      return Double.isInfinite(Double.parseDouble(number));
    } catch (NumberFormatException e) {
      // Such as 1.2.3: the harvester leaves such a size out and goes on.
      return false;
    }
  }
}
