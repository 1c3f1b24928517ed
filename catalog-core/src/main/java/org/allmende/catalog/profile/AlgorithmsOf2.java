package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/** In 2.0 the algorithm of a checksum is one of dcat-ap.de; others it does not know. */
final class AlgorithmsOf2 implements ViewRule {

  static final String LIST = "http://dcat-ap.de/def/hashAlgorithms/";

  @Override
  public Reason reason() {
    return new Reason(
        "algorithms-of-2",
        "8, 6.10",
        "DCAT-AP.de 2.0 kennt für Prüfsummen nur die Verfahren seiner eigenen Liste.",
        "DCAT-AP.de 2.0 knows only the checksum algorithms of a list of its own.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    for (var triple : Edit.triples(graph, SPDX.algorithm)) {
      var old = OldIris.of(CodeLists.checksumAlgorithms(), triple.getObject());
      if (old.isURI() && old.getURI().startsWith(LIST)) {
        Edit.replace(graph, triple, List.of(old));
      } else {
        removeChecksum(graph, triple);
      }
    }
  }

  private static void removeChecksum(Graph graph, Triple algorithm) {
    Edit.removeIf(graph, SPDX.checksum, t -> t.getObject().equals(algorithm.getSubject()));
  }
}
