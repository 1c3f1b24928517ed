package org.allmende.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.GraphHash;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is said about a dataset is kept, to the last character, and given back as it was. */
class LosslessTest {

  private static final DatasetUri DATASET = new DatasetUri("https://katalog.example/dataset");

  @TempDir Path folder;

  @Property(tries = 300)
  void whatIsPackedComesOutAgain(@ForAll("descriptions") Graph description) {
    var unpacked = StoredDescription.pack(description).unpack(DATASET);
    assertTrue(
        description.isIsomorphicWith(unpacked.graph()),
        () -> description + " / " + unpacked.graph());
  }

  @Property(tries = 300)
  void theHashKnowsNoNamesOfBlankNodesAndNoOrder(@ForAll("descriptions") Graph description) {
    var before = hash(description);
    assertEquals(before, hash(relabelled(description)));
    assertEquals(before, hash(StoredDescription.pack(description).unpack(DATASET).graph()));
  }

  @Property(tries = 200)
  void theHashSeesEveryTriple(@ForAll("descriptions") Graph description) {
    var less = GraphFactory.createDefaultGraph();
    description.find().toList().stream().skip(1).forEach(less::add);
    assertTrue(!hash(description).equals(hash(less)), description::toString);
  }

  @Test
  void theCatalogGivesBackWhatWasPublished() throws Exception {
    Files.createDirectories(folder);
    try (var test = new TestCatalog(folder)) {
      var descriptions = descriptions().list().ofSize(120).sample();
      var number = 0;
      for (var graph : descriptions) {
        var uri = new DatasetUri("https://katalog.example/dataset/" + ++number);
        var renamed = renamed(graph, Map.of(DATASET.node(), uri.node()));
        var entry = test.published(DatasetDescription.of(uri, renamed));
        var found = test.catalog.find(entry.addresses().id()).orElseThrow();
        assertTrue(
            renamed.isIsomorphicWith(test.catalog.describe(found, Profile.RAW).graph()),
            renamed::toString);
      }
    }
  }

  private static GraphHash hash(Graph graph) {
    return GraphHash.of(graph, triple -> true, "");
  }

  private static Graph relabelled(Graph graph) {
    var names = new HashMap<Node, Node>();
    graph
        .find()
        .forEachRemaining(
            triple -> {
              for (var node : List.of(triple.getSubject(), triple.getObject())) {
                if (node.isBlank()) {
                  names.computeIfAbsent(node, n -> NodeFactory.createBlankNode());
                }
              }
            });
    return renamed(graph, names);
  }

  private static Graph renamed(Graph graph, Map<Node, Node> names) {
    var copy = GraphFactory.createDefaultGraph();
    var triples = new ArrayList<>(graph.find().toList());
    java.util.Collections.reverse(triples);
    for (var triple : triples) {
      copy.add(
          names.getOrDefault(triple.getSubject(), triple.getSubject()),
          triple.getPredicate(),
          names.getOrDefault(triple.getObject(), triple.getObject()));
    }
    return copy;
  }

  private record Link(int from, int to, int property, int kind, String text) {}

  /** Chains, loops and shared nodes, blank or not, and literals of every kind. */
  @Provide
  Arbitrary<Graph> descriptions() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.strings()
                .withChars("abc \"'\\<>&{}#ü€\n\r\t")
                .withChars('\u0301', '\u2028', '\u00A0', '\u200F')
                .ofMaxLength(12))
        .as(Link::new)
        .list()
        .ofMaxSize(14)
        .map(LosslessTest::graph);
  }

  private static Graph graph(List<Link> links) {
    var nodes = new ArrayList<Node>();
    nodes.add(DATASET.node());
    for (var i = 0; i < 4; i++) {
      nodes.add(NodeFactory.createBlankNode());
    }
    nodes.add(NodeFactory.createURI("https://katalog.example/a?x=1&y=ü"));
    nodes.add(NodeFactory.createURI("urn:x:b"));
    nodes.add(NodeFactory.createURI("https://katalog.example/b#c"));
    var graph = GraphFactory.createDefaultGraph();
    graph.add(DATASET.node(), RDF.type.asNode(), DCAT.Dataset.asNode());
    for (var link : links) {
      graph.add(
          Triple.create(
              nodes.get(link.from()),
              NodeFactory.createURI("https://katalog.example/def#p" + link.property()),
              object(link, nodes)));
    }
    return graph;
  }

  private static Node object(Link link, List<Node> nodes) {
    return switch (link.kind()) {
      case 0 -> nodes.get(link.to());
      case 1 -> NodeFactory.createLiteralLang(link.text(), link.to() > 3 ? "de" : "en-GB");
      case 2 -> NodeFactory.createLiteralString(link.text());
      default ->
          NodeFactory.createLiteralDT(
              link.text(),
              link.to() > 5
                  ? XSDDatatype.XSDdecimal
                  : TypeMapper.getInstance().getSafeTypeByName("urn:x:type"));
    };
  }
}
