package org.allmende.catalog.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCAT3;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.ODRL;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.SKOS;

/**
 * Where one value is allowed, one stays: of dates of change the latest, of all others the first by
 * its text. Never of titles, publishers and licenses: which of them holds nobody here can know.
 */
final class SingleValues implements ViewRule {

  private static final List<Node> SINGLE =
      List.of(
          Terms.FREQUENCY,
          Terms.ACCESS_RIGHTS,
          DCATAP.availability,
          Terms.FORMAT,
          ADMS.status,
          DCAT.mediaType.asNode(),
          DCAT.compressFormat.asNode(),
          DCAT.packageFormat.asNode(),
          Terms.BYTE_SIZE,
          SPDX.checksum,
          SPDX.algorithm,
          SPDX.checksumValue,
          Terms.RIGHTS,
          ODRL.hasPolicy,
          DCAT3.version,
          DCAT.spatialResolutionInMeters.asNode(),
          DCAT.temporalResolution.asNode(),
          Terms.ISSUED,
          Terms.MODIFIED,
          Terms.START_DATE,
          Terms.END_DATE,
          Terms.BBOX,
          Terms.CENTROID,
          SKOS.notation.asNode(),
          VCARD.fn);

  @Override
  public Reason reason() {
    return new Reason(
        "single-values",
        "4",
        "Hier ist nur ein Wert erlaubt, die Quelle nennt mehrere.",
        "One value is allowed here, the source gives several.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var property : SINGLE) {
      var triples = Edit.triples(graph, property);
      if (triples.size() > 1) {
        var wantsLast = property.equals(Terms.MODIFIED) || property.equals(Terms.END_DATE);
        keepOne(graph, triples, wantsLast);
      }
    }
  }

  private static void keepOne(Graph graph, List<Triple> triples, boolean wantsLast) {
    Comparator<Triple> byText = Comparator.comparing(t -> Rdf.textOf(t.getObject()));
    var sorted = new ArrayList<>(triples);
    sorted.sort(wantsLast ? byText.reversed() : byText);
    var kept = new HashMap<Node, Triple>();
    for (var triple : sorted) {
      if (kept.putIfAbsent(triple.getSubject(), triple) != null) {
        graph.delete(triple);
      }
    }
  }
}
