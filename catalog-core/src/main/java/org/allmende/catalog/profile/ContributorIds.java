package org.allmende.catalog.profile;

import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;

/**
 * A contributor id is an IRI; the catalog's own, when it has one, is added where the source names
 * none of GovData's list.
 */
final class ContributorIds implements ViewRule {

  private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"{}|\\\\^`]+");

  @Override
  public Reason reason() {
    return new Reason(
        "contributor-ids",
        "2.7, K 12, K 13",
        "Der Datenbereitsteller ist ein Verweis (IRI); GovData erwartet genau einen aus seiner"
            + " Liste (Einstellung catalog.contributor-id).",
        "The contributor id is a reference (IRI); GovData expects exactly one of its list (setting"
            + " catalog.contributor-id).");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Edit.objects(
        graph,
        DCATDE.contributorID,
        id ->
            id.isLiteral() && WEB.matcher(Rdf.textOf(id).strip()).matches()
                ? Edit.iri(Rdf.textOf(id).strip())
                : id);
    var isListed =
        Rdf.iris(graph, dataset.node(), DCATDE.contributorID).stream()
            .anyMatch(id -> CodeLists.contributors().findByIri(id).isPresent());
    if (!isListed) {
      context
          .contributorIds()
          .forEach(id -> graph.add(dataset.node(), DCATDE.contributorID, Edit.iri(id)));
    }
  }
}
