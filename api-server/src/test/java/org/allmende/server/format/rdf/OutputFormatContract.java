package org.allmende.server.format.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.allmende.catalog.model.Triples;
import org.allmende.server.format.OutputFormat;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** What every output format promises. */
abstract class OutputFormatContract {
  private static final Node SUBJECT = iri("https://daten.example/baum");
  private static final Node TITLE = iri("http://purl.org/dc/terms/title");

  abstract OutputFormat format();

  /** Reads what it writes. */
  abstract Lang language();

  @Test
  void writesEveryTriple() {
    var graph = GraphFactory.createDefaultGraph();
    graph.add(SUBJECT, TITLE, NodeFactory.createLiteralLang("Bäume & <Sträucher> \"alt\"", "de"));
    graph.add(SUBJECT, iri("http://purl.org/dc/terms/spatial"), NodeFactory.createBlankNode());

    assertTrue(graph.isIsomorphicWith(writtenAndRead(graph)));
  }

  @Test
  void writesTextsAsTheyAre() {
    var graph = GraphFactory.createDefaultGraph();
    for (var text : new String[] {" a\r\nb\tc\r ", "]]>", "&amp;", "\uD83C\uDF33", ""}) {
      graph.add(SUBJECT, TITLE, NodeFactory.createLiteralString(text));
      graph.add(SUBJECT, TITLE, NodeFactory.createLiteralDT(text, XSDDatatype.XSDtoken));
    }

    assertTrue(graph.isIsomorphicWith(writtenAndRead(graph)));
  }

  @Test
  void writesNodesWithoutNameThatLeadToEachOther() {
    var graph = GraphFactory.createDefaultGraph();
    var place = NodeFactory.createBlankNode("Straße:1");
    var other = NodeFactory.createBlankNode("b0");
    graph.add(SUBJECT, iri("http://purl.org/dc/terms/spatial"), place);
    graph.add(place, iri("https://eigen.example/a&b/neben"), other);
    graph.add(other, iri("https://eigen.example/a&b/neben"), place);
    graph.add(other, TITLE, NodeFactory.createLiteralLang("Nebenan", "de-DE"));

    assertTrue(graph.isIsomorphicWith(writtenAndRead(graph)));
  }

  @Test
  void writesTheSameTwice() {
    var graph = GraphFactory.createDefaultGraph();
    graph.add(SUBJECT, TITLE, NodeFactory.createLiteralString("Bäume"));

    assertEquals(text(graph), text(graph));
  }

  @Test
  void encodesWhatNoIriMayHave() {
    var graph = GraphFactory.createDefaultGraph();
    graph.add(SUBJECT, TITLE, iri("https://daten.example/a b<c>\"{d}|100%"));

    var read = writtenAndRead(graph);

    assertTrue(
        read.contains(SUBJECT, TITLE, iri("https://daten.example/a%20b%3Cc%3E%22%7Bd%7D%7C100%25")),
        read.toString());
  }

  @Test
  void leavesARelativeIriOut() {
    var graph = GraphFactory.createDefaultGraph();
    graph.add(SUBJECT, TITLE, iri("relative/path"));
    graph.add(SUBJECT, TITLE, NodeFactory.createLiteralString("Bäume"));

    assertEquals(1, writtenAndRead(graph).size());
  }

  @Test
  void canBeReadWhateverCharactersATextHas() {
    var graph = GraphFactory.createDefaultGraph();
    graph.add(SUBJECT, TITLE, NodeFactory.createLiteralString("a\u0001b\u000Bc\uFFFE"));

    assertEquals(1, writtenAndRead(graph).size());
  }

  @Test
  void canBeReadWhateverAPropertyIsCalled() {
    var graph = GraphFactory.createDefaultGraph();
    graph.add(SUBJECT, iri("https://eigen.example/1"), NodeFactory.createLiteralString("x"));
    graph.add(SUBJECT, TITLE, NodeFactory.createLiteralString("Bäume"));

    assertFalse(writtenAndRead(graph).isEmpty());
  }

  private String text(Graph graph) {
    return new String(format().write(Triples.of(graph)), StandardCharsets.UTF_8);
  }

  private Graph writtenAndRead(Graph graph) {
    var read = GraphFactory.createDefaultGraph();
    var bytes = new ByteArrayInputStream(format().write(Triples.of(graph)));
    RDFParser.create().source(bytes).lang(language()).parse(read);
    assertTrue(read.contains(Triple.create(SUBJECT, Node.ANY, Node.ANY)));
    return read;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
