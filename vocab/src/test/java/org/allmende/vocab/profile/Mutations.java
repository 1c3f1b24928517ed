package org.allmende.vocab.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Many descriptions made of one, each with one thing changed. */
final class Mutations {

  private Mutations() {}

  /** One thing changed in the page. */
  record Change(String kind, Set<Triple> removed, Set<Triple> added) {
    Change undone() {
      return new Change(kind, /* removed= */ added, /* added= */ removed);
    }
  }

  static void apply(Graph graph, Change change) {
    change.removed().forEach(graph::delete);
    change.added().forEach(graph::add);
  }

  /** For each triple: left out, said twice, and with every kind of wrong value. */
  static List<Change> of(Graph page) {
    var changes = new ArrayList<Change>();
    for (var triple : page.find().toList()) {
      changes.add(new Change("left out", Set.of(triple), Set.of()));
      for (var value : otherValues(triple.getObject())) {
        var other = Triple.create(triple.getSubject(), triple.getPredicate(), value);
        if (!page.contains(other)) {
          changes.add(new Change("replaced", Set.of(triple), Set.of(other)));
          changes.add(new Change("beside", Set.of(), Set.of(other)));
        }
      }
    }
    return changes;
  }

  private static Set<Node> otherValues(Node value) {
    var others = new HashSet<Node>();
    others.add(NodeFactory.createLiteralString("Unsinn"));
    others.add(NodeFactory.createURI("https://daten.musterstadt.example/nirgends"));
    others.add(NodeFactory.createBlankNode());
    others.add(NodeFactory.createLiteralDT("kein Wert", XSDDatatype.XSDdecimal));
    if (value.isURI()) {
      others.add(NodeFactory.createURI(value.getURI() + "X"));
      others.add(NodeFactory.createURI(value.getURI().replaceFirst("^http:", "https:")));
      others.add(NodeFactory.createLiteralString(value.getURI()));
    } else if (value.isLiteral()) {
      others.add(NodeFactory.createLiteralString(value.getLiteralLexicalForm()));
      others.add(NodeFactory.createLiteralLang(value.getLiteralLexicalForm(), "en"));
      others.add(NodeFactory.createLiteralString(""));
    }
    others.remove(value);
    return others;
  }
}
