package org.allmende.catalog.profile;

import java.util.Map;
import java.util.function.Supplier;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A value outside a list that 3.0 demands is left out, so that it does not keep the whole dataset
 * off the pages. Licenses and contributor ids are none of these (conventions 13, 34).
 */
final class UnusableCodes implements ViewRule {

  private static final Map<Node, Supplier<CodeList>> LISTS =
      Map.of(
          Terms.THEME,
          CodeLists::themes,
          Terms.FREQUENCY,
          CodeLists::frequencies,
          DCATAP.availability,
          CodeLists::availabilities,
          Terms.ACCESS_RIGHTS,
          CodeLists::accessRights,
          Terms.LANGUAGE,
          CodeLists::languages,
          Terms.FORMAT,
          CodeLists::fileTypes,
          ADMS.status,
          CodeLists::distributionStatuses);

  @Override
  public Reason reason() {
    return new Reason(
        "unusable-codes",
        "4, 6",
        "Der Wert steht nicht in der vorgeschriebenen Liste und bedeutet auch keinen ihrer"
            + " Einträge.",
        "The value is not in the list that is demanded here, nor does it mean any of its entries.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    LISTS.forEach(
        (property, list) ->
            Edit.removeIf(graph, property, t -> isUnknown(list.get(), t.getObject())));
    Edit.removeIf(
        graph,
        Terms.DCT_TYPE,
        triple ->
            Rdf.isA(graph, triple.getSubject(), Terms.AGENT)
                && isUnknown(CodeLists.publisherTypes(), triple.getObject()));
  }

  private static boolean isUnknown(CodeList list, Node value) {
    return !value.isURI() || list.findByIri(value.getURI()).isEmpty();
  }
}
