package org.allmende.catalog.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCAT3;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * A part of the description that lacks what makes it one, such as a period without start and end,
 * is left out: it would be a violation, and tells nothing. Publisher and distributions are no such
 * parts; what they lack is reported.
 */
final class IncompleteParts implements ViewRule {

  private static final String TIME = "http://www.w3.org/2006/time#";

  /** For each property: of each group the value must have at least one. */
  private static final Map<Node, List<List<Node>>> NEEDS = needs();

  private static Map<Node, List<List<Node>>> needs() {
    var needs = new HashMap<Node, List<List<Node>>>();
    needs.put(
        Terms.TEMPORAL,
        List.of(
            List.of(
                Terms.START_DATE,
                Terms.END_DATE,
                Edit.iri(TIME + "hasBeginning"),
                Edit.iri(TIME + "hasEnd"))));
    needs.put(
        Terms.CONTACT_POINT, List.of(List.of(VCARD.hasEmail, VCARD.hasURL, VCARD.hasTelephone)));
    needs.put(SPDX.checksum, allOf(SPDX.algorithm, SPDX.checksumValue));
    needs.put(ADMS.identifier, allOf(SKOS.notation.asNode()));
    needs.put(ADMS.sample, allOf(Terms.ACCESS_URL, Terms.LICENSE));
    needs.put(Terms.ACCESS_SERVICE, allOf(Terms.ENDPOINT_URL, Terms.TITLE));
    needs.put(DCAT3.inSeries, allOf(Terms.TITLE, Terms.DESCRIPTION, Terms.PUBLISHER));
    needs.put(
        DCAT.qualifiedRelation.asNode(), allOf(DCAT.hadRole.asNode(), DCTerms.relation.asNode()));
    Terms.OTHER_ROLES.forEach(role -> needs.put(role, allOf(Terms.NAME)));
    return Map.copyOf(needs);
  }

  private static List<List<Node>> allOf(Node... properties) {
    return List.of(properties).stream().map(List::of).toList();
  }

  @Override
  public Reason reason() {
    return new Reason(
        "incomplete-parts",
        "4.4 to 4.6, K 1, K 38",
        "Es fehlt, was diese Angabe ausmacht: dem Zeitraum Anfang oder Ende, dem Kontakt E-Mail,"
            + " Webseite oder Telefon, dem Beteiligten der Name, dem Dienst Titel oder Endpunkt,"
            + " der Prüfsumme Verfahren oder Wert.",
        "What makes this part is missing: a period's start or end, a contact's e-mail, web page or"
            + " telephone, an agent's name, a service's title or endpoint, a checksum's algorithm"
            + " or value.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    NEEDS.forEach(
        (property, groups) ->
            Edit.removeIf(graph, property, t -> isIncomplete(graph, t.getObject(), groups)));
  }

  private static boolean isIncomplete(Graph graph, Node part, List<List<Node>> groups) {
    return part.isLiteral()
        || groups.stream()
            .anyMatch(group -> group.stream().noneMatch(p -> Edit.has(graph, part, p)));
  }
}
