package org.allmende.catalog.profile;

import java.util.List;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** In 2.0 the status of a distribution is one of ADMS. */
final class StatusesOf2 extends ValueRule {

  StatusesOf2() {
    super(
        new Reason(
            "statuses-of-2",
            "8, 6.6",
            "In DCAT-AP.de 2.0 ist der Status ein Eintrag der Liste von ADMS.",
            "In DCAT-AP.de 2.0 the status is an entry of the list of ADMS."),
        List.of(ADMS.status));
  }

  @Override
  Node mended(Graph graph, Node value) {
    return OldIris.of(CodeLists.distributionStatuses(), value);
  }
}
