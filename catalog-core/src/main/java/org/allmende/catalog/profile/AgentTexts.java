package org.allmende.catalog.profile;

import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Rdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;

/** A publisher, creator … given as text becomes an agent with that name. */
final class AgentTexts implements ViewRule {

  @Override
  public Reason reason() {
    return new Reason(
        "agent-texts",
        "4.2, 4.6",
        "Herausgeber und andere Beteiligte stehen als Knoten mit Namen (foaf:name), nicht als"
            + " Text.",
        "Publishers and other agents are nodes with a name (foaf:name), not text.");
  }

  @Override
  public void apply(Graph graph, DatasetUri dataset, ViewContext context) {
    Stream.concat(Stream.of(Terms.PUBLISHER), Terms.OTHER_ROLES.stream())
        .flatMap(role -> Edit.triples(graph, role).stream())
        .filter(triple -> triple.getObject().isLiteral())
        .forEach(
            triple -> {
              var agent = NodeFactory.createBlankNode();
              graph.delete(triple);
              graph.add(triple.getSubject(), triple.getPredicate(), agent);
              graph.add(
                  agent,
                  Terms.NAME,
                  NodeFactory.createLiteralLang(
                      Rdf.textOf(triple.getObject()).strip(),
                      triple.getObject().getLiteralLanguage()));
            });
  }
}
