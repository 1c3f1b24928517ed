package org.allmende.harvest.source.dcat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.allmende.harvest.SourceRecord.RdfEntry;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.Given;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/** Whatever a source says about a dataset, in whatever syntax, comes out as it went in. */
class DcatLosslessTest {

  private static final Node DATASET = NodeFactory.createURI("https://katalog.example/dataset");

  @Property(tries = 150)
  void keepsEveryReachableTripleInEverySyntax(
      @ForAll("descriptions") Graph description, @ForAll("syntaxes") Lang syntax)
      throws IOException {
    var entry = onlyEntry(written(description, syntax));

    assertTrue(
        description.isIsomorphicWith(entry.graph()),
        () -> syntax + ": " + description + " became " + entry.graph());
  }

  @Property(tries = 100)
  void changesNothingButTheNameOfADatasetWithoutIri(@ForAll("descriptions") Graph description)
      throws IOException {
    var blank = NodeFactory.createBlankNode();
    var unnamed = replaced(description, DATASET, blank);
    unnamed.add(
        Triple.create(
            blank,
            NodeFactory.createURI("http://purl.org/dc/terms/identifier"),
            NodeFactory.createLiteralString("0 first of all")));

    var entry = onlyEntry(written(unnamed, Lang.NTRIPLES));
    var described = DcatDocuments.describe(entry, "quelle", Given.identity());

    assertTrue(
        replaced(unnamed, blank, described.node()).isIsomorphicWith(described.graph()),
        () -> unnamed + " became " + described.graph());
  }

  @Provide
  Arbitrary<Lang> syntaxes() {
    return Arbitraries.of(
        Lang.TURTLE, Lang.RDFXML, Lang.JSONLD, Lang.NTRIPLES, Lang.NQUADS, Lang.TRIG);
  }

  /** Chains, trees and loops of blank nodes and IRIs, all reachable from the dataset. */
  @Provide
  Arbitrary<Graph> descriptions() {
    var link =
        Combinators.combine(
            Arbitraries.integers().between(0, 7), // from
            Arbitraries.integers().between(0, 7), // to
            Arbitraries.integers().between(0, 3), // over which property
            Arbitraries.of(0, 1, 2),
            texts());
    return link.as(Link::new).list().ofMinSize(1).ofMaxSize(12).map(DcatLosslessTest::graph);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abc \"'\\<>&{}#ü€\n\t")
        .withChars('\u0301', '\u2028')
        .ofMaxLength(12);
  }

  private record Link(int from, int to, int property, int kind, String text) {}

  private static Graph graph(List<Link> links) {
    var nodes =
        List.of(
            DATASET,
            NodeFactory.createBlankNode(),
            NodeFactory.createBlankNode(),
            NodeFactory.createBlankNode(),
            NodeFactory.createBlankNode(),
            NodeFactory.createURI("https://katalog.example/a?x=1&y=ü"),
            NodeFactory.createURI("urn:x:b"),
            NodeFactory.createURI("https://katalog.example/b#c"));
    var graph = GraphFactory.createDefaultGraph();
    graph.add(Triple.create(DATASET, RDF.type.asNode(), DCAT.Dataset.asNode()));
    nodes.stream().skip(1).forEach(n -> graph.add(Triple.create(DATASET, property(9), n)));
    for (var link : links) {
      var from = nodes.get(link.from());
      graph.add(Triple.create(from, property(link.property()), object(link, nodes)));
    }
    return graph;
  }

  private static Node object(Link link, List<Node> nodes) {
    return switch (link.kind()) {
      case 0 -> nodes.get(link.to());
      case 1 -> NodeFactory.createLiteralLang(link.text(), link.to() > 3 ? "de" : "en-GB");
      default ->
          link.to() > 5
              ? NodeFactory.createLiteralDT("0" + link.to() + ".50", XSDDatatype.XSDdecimal)
              : NodeFactory.createLiteralString(link.text());
    };
  }

  private static Node property(int number) {
    return NodeFactory.createURI("https://katalog.example/def#p" + number);
  }

  private static byte[] written(Graph graph, Lang syntax) {
    var out = new ByteArrayOutputStream();
    if (syntax.equals(Lang.NQUADS) || syntax.equals(Lang.TRIG)) {
      RDFDataMgr.write(out, DatasetGraphFactory.wrap(graph), syntax);
    } else {
      RDFDataMgr.write(out, graph, syntax);
    }
    return out.toByteArray();
  }

  private static RdfEntry onlyEntry(byte[] document) throws IOException {
    var notes = new RunNotes();
    var fetched = new Fetched("https://katalog.example/c", "text/plain", "", document, List.of());
    var entries =
        DcatDocuments.split(DcatDocuments.read(fetched, fetched.location(), notes), notes);
    assertEquals(List.of(), notes.warnings());
    assertEquals(1, entries.size());
    return entries.getFirst();
  }

  private static Graph replaced(Graph graph, Node from, Node to) {
    var copy = GraphFactory.createDefaultGraph();
    graph.stream()
        .map(
            t ->
                Triple.create(
                    t.getSubject().equals(from) ? to : t.getSubject(),
                    t.getPredicate(),
                    t.getObject().equals(from) ? to : t.getObject()))
        .forEach(copy::add);
    return copy;
  }
}
