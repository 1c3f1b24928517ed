package org.allmende.server.rehearsal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.model.Rdf;
import org.allmende.catalog.validate.Validator;
import org.allmende.catalog.validate.Violation;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What the portal keeps, validates and later deletes with a dataset: everything that can be reached
 * from it on its page (dcat-ap-de.md 2.6). Where that leads to the catalog or to another dataset it
 * is told, and the rest is checked as if it did not.
 */
final class ReachChecks {
  private static final Node TYPE = RDF.type.asNode();

  /** How a report of the shapes writes a blank node. */
  private static final String NAMELESS = "[]";

  private final Validator validator;
  private final Findings findings;

  /** Which dataset of the page reached a node first; those told already have none. */
  private final Map<Node, String> firstToReach = new HashMap<>();

  ReachChecks(Validator validator, Findings findings) {
    this.validator = validator;
    this.findings = findings;
  }

  /**
   * Checks a dataset.
   *
   * @param notOfADataset the nodes of its page whose descriptions are nobody's part
   */
  void check(PortalDataset dataset, Set<Node> notOfADataset) {
    var foreign = noteWaysOut(dataset, notOfADataset);
    noteShared(dataset, foreign);
    for (var violation : validator.validate(dataset.kept()).findings()) {
      if (!foreign.contains(Rdf.iri(violation.focus()))) {
        findings.note(violation, dataset.guid(), detail(violation, dataset));
      }
    }
  }

  /** Nodes are shared or not on one page; the next one begins anew. */
  void endOfPage() {
    firstToReach.clear();
  }

  /** What a graph says about the types of a node. */
  static List<Triple> types(Graph graph, Node node) {
    return graph.find(node, TYPE, Node.ANY).toList();
  }

  private Set<Node> noteWaysOut(PortalDataset dataset, Set<Node> notOfADataset) {
    var reached = new HashSet<Node>();
    for (var triple : dataset.kept().find().toList()) {
      var target = triple.getObject();
      if (notOfADataset.contains(target) && !target.equals(dataset.node())) {
        reached.add(target);
        var isSibling = Rdf.isA(dataset.kept(), target, DCAT.Dataset.asNode());
        findings.note(
            isSibling ? Check.REACHES_SIBLING : Check.REACHES_CATALOG, dataset.guid(), way(triple));
      }
    }
    return reached;
  }

  private static String way(Triple triple) {
    return triple.getPredicate().getURI() + " " + Rdf.textOf(triple.getObject());
  }

  /** A node of two datasets loses its triples when one of them is deleted. */
  private void noteShared(PortalDataset dataset, Set<Node> foreign) {
    var spared = withPublisher(dataset.kept(), dataset.node());
    var described = new HashSet<Node>();
    dataset.kept().stream()
        .filter(triple -> !triple.getPredicate().equals(TYPE))
        .map(Triple::getSubject)
        .filter(node -> !spared.contains(node) && !foreign.contains(node))
        .forEach(described::add);
    for (var node : described) {
      var first = firstToReach.putIfAbsent(node, dataset.guid());
      if (first != null && !first.isEmpty()) {
        findings.note(Check.SHARED_NODE, dataset.guid(), Rdf.textOf(node));
        firstToReach.put(node, "");
      }
    }
  }

  /** The dataset itself, and its publisher when that has an IRI: the portal spares its triples. */
  private static Set<Node> withPublisher(Graph kept, Node dataset) {
    var spared = new HashSet<Node>();
    spared.add(dataset);
    for (var publisher : Rdf.objects(kept, dataset, DCTerms.publisher.asNode())) {
      if (publisher.isURI()) {
        var description = GraphFactory.createDefaultGraph();
        Rdf.copyReachable(kept, publisher, Set.of(dataset), description);
        description.stream().map(Triple::getSubject).forEach(spared::add);
      }
    }
    return spared;
  }

  /** The node and the value concerned, as far as they have a name and are not the dataset. */
  private static String detail(Violation violation, PortalDataset dataset) {
    return Stream.of(violation.focus(), violation.value().orElse(""))
        .filter(text -> !text.equals(NAMELESS) && !text.equals(Rdf.textOf(dataset.node())))
        .collect(Collectors.joining(" "))
        .strip();
  }
}
