package org.allmende.catalog.model;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** Terms that a careless writer spoils. */
public final class AwkwardGraph {

  private static final Node PROPERTY = NodeFactory.createURI("http://purl.org/dc/terms/title");

  private AwkwardGraph() {}

  /** A graph of such terms, as subjects, properties and objects. */
  public static Graph create() {
    var graph = GraphFactory.createDefaultGraph();
    var subject = NodeFactory.createURI("https://a.example/ä?q=1&r=%20#x");
    var blank = NodeFactory.createBlankNode();
    var other = NodeFactory.createBlankNode();
    graph.add(subject, RDF.Nodes.type, NodeFactory.createURI("http://www.w3.org/ns/dcat#Dataset"));
    graph.add(subject, PROPERTY, blank);
    graph.add(blank, PROPERTY, other);
    graph.add(other, PROPERTY, blank);
    for (var object : awkward()) {
      graph.add(subject, PROPERTY, object);
      graph.add(blank, NodeFactory.createURI("http://purl.org/dc/terms/1.a(b)"), object);
    }
    return graph;
  }

  private static Node[] awkward() {
    return new Node[] {
      NodeFactory.createLiteralString(""),
      NodeFactory.createLiteralString("\"quoted\" \\ back\\nslash"),
      NodeFactory.createLiteralString("lines\nand\r\nreturns\tand\ttabs"),
      NodeFactory.createLiteralString("control \u0001 \u0000 \u007F \b \f end"),
      NodeFactory.createLiteralString("Bäume \u2013 \uD83C\uDF33 \u00A0 \u2028 \uFEFF"),
      NodeFactory.createLiteralLang("Bäume", "de-DE"),
      NodeFactory.createLiteralDirLang("שלום", "he", TextDirection.RTL),
      NodeFactory.createLiteralDT("007", XSDDatatype.XSDinteger),
      NodeFactory.createLiteralDT("no number", XSDDatatype.XSDdecimal),
      NodeFactory.createLiteralDT(
          "POINT(1 2)", NodeFactory.getType("http://www.opengis.net/ont/geosparql#wktLiteral")),
      NodeFactory.createURI("https://a.example/with space/<angle>/{brace}|\"^`\\"),
      NodeFactory.createURI("http://www.w3.org/ns/dcat#"),
      NodeFactory.createURI("http://www.w3.org/ns/dcat#3d"),
      NodeFactory.createURI("http://www.w3.org/ns/dcat#end."),
      NodeFactory.createURI("http://www.w3.org/ns/dcat#größe"),
      NodeFactory.createURI("mailto:a@b.example"),
      NodeFactory.createURI("urn:x"),
    };
  }
}
