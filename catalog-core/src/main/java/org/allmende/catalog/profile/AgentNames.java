package org.allmende.catalog.profile;

import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** An agent's name stands in {@code foaf:name}, wherever the source wrote it. */
final class AgentNames implements ViewRule {

  private static final List<Node> OTHER_NAMES =
      List.of(VCARD.fn, SKOS.prefLabel.asNode(), RDFS.label.asNode(), Terms.TITLE);

  @Override
  public Reason reason() {
    return new Reason(
        "agent-names",
        "4.6",
        "Das Portal liest den Namen einer Organisation oder Person aus foaf:name.",
        "The portal reads the name of an organization or person from foaf:name.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Stream.concat(Stream.of(Terms.PUBLISHER), Terms.OTHER_ROLES.stream())
        .flatMap(role -> Edit.triples(graph, role).stream())
        .map(Triple::getObject)
        .filter(agent -> !agent.isLiteral() && !Edit.has(graph, agent, Terms.NAME))
        .forEach(agent -> name(graph, agent));
  }

  private static void name(Graph graph, Node agent) {
    OTHER_NAMES.stream()
        .map(property -> Rdf.objects(graph, agent, property))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .ifPresent(
            names ->
                names.stream()
                    .filter(Node::isLiteral)
                    .forEach(name -> graph.add(agent, Terms.NAME, name)));
  }
}
