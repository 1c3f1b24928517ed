package org.allmende.catalog.profile;

import java.util.Map;
import java.util.function.Supplier;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Where a code list is due, a known spelling, an old IRI or a name becomes the list's IRI. What the
 * list does not know stays as it came (conventions 31, 32, 34); validation reports it.
 */
final class KnownCodes implements ViewRule {

  private static final Map<Node, Supplier<CodeList>> LISTS =
      Map.of(
          DCAT.theme.asNode(),
          CodeLists::themes,
          DCTerms.accrualPeriodicity.asNode(),
          CodeLists::frequencies,
          DCATAP.availability,
          CodeLists::availabilities,
          DCTerms.accessRights.asNode(),
          CodeLists::accessRights,
          DCTerms.language.asNode(),
          CodeLists::languages,
          DCTerms.license.asNode(),
          CodeLists::licenses,
          DCTerms.format.asNode(),
          CodeLists::fileTypes,
          ADMS.status,
          CodeLists::distributionStatuses,
          DCATDE.politicalGeocodingLevelURI,
          CodeLists::geocodingLevels,
          DCATDE.contributorID,
          CodeLists::contributors);

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    LISTS.forEach((property, list) -> Edit.objects(graph, property, known(graph, list.get())));
    typesOfAgents(graph);
  }

  private static java.util.function.Function<Node, Node> known(Graph graph, CodeList list) {
    return value ->
        list.find(textOf(graph, value)).map(concept -> Edit.iri(concept.iri())).orElse(value);
  }

  /** The text of a value; of a blank node its label. */
  private static String textOf(Graph graph, Node value) {
    if (!value.isBlank()) {
      return Rdf.textOf(value);
    }
    return Rdf.literal(graph, value, org.apache.jena.vocabulary.RDFS.label.asNode())
        .or(() -> Rdf.literal(graph, value, org.apache.jena.vocabulary.SKOS.prefLabel.asNode()))
        .orElse("");
  }

  private static void typesOfAgents(Graph graph) {
    var types = DCTerms.type.asNode();
    for (var triple : graph.find(Node.ANY, types, Node.ANY).toList()) {
      if (Rdf.isA(graph, triple.getSubject(), FOAF.Agent.asNode())) {
        CodeLists.publisherTypes()
            .find(Rdf.textOf(triple.getObject()))
            .map(concept -> Edit.iri(concept.iri()))
            .filter(iri -> !iri.equals(triple.getObject()))
            .ifPresent(
                iri -> {
                  graph.delete(triple);
                  graph.add(triple.getSubject(), types, iri);
                });
      }
    }
  }
}
