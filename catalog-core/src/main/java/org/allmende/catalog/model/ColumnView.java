package org.allmende.catalog.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.vocab.CSVW;
import org.allmende.vocab.SDO;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * A column of a file, as a description tells it in the terms of CSV on the Web: the file conforms
 * to a schema, or has one, and the schema lists columns.
 *
 * @param name as the file calls it
 * @param title what people call it; empty when nobody said
 * @param description more about it; may be empty
 * @param datatype last part of its datatype's IRI, such as {@code decimal}; {@code ""} when unknown
 * @param isList whether a cell holds several values
 * @param unit of its values, such as {@code kW}; {@code ""} when nobody said
 */
public record ColumnView(
    String name,
    LocalizedText title,
    LocalizedText description,
    String datatype,
    boolean isList,
    String unit) {

  private static final Node UNIT_ELSEWHERE = Rdf.iri("https://schema.org/unitText");

  /** What people call it: its title, else its name in the file. */
  public LocalizedText called() {
    return title.isEmpty() ? LocalizedText.of("", name) : title;
  }

  /** The columns of a distribution; empty when its description tells none. */
  static List<ColumnView> all(Graph graph, Node distribution) {
    return Stream.of(DCTerms.conformsTo.asNode(), CSVW.tableSchema)
        .flatMap(property -> Rdf.objects(graph, distribution, property).stream())
        .filter(schema -> !schema.isLiteral())
        .map(schema -> columns(graph, schema))
        .filter(columns -> !columns.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<ColumnView> columns(Graph graph, Node schema) {
    return Rdf.objects(graph, schema, CSVW.column).stream()
        .flatMap(node -> members(graph, node).stream())
        .filter(node -> !node.isLiteral())
        .map(node -> of(graph, node))
        .filter(column -> !column.name.isEmpty())
        .toList();
  }

  /** The members of a list, once round at most; anything else stands for itself. */
  private static List<Node> members(Graph graph, Node start) {
    if (!isList(graph, start)) {
      return start.equals(RDF.nil.asNode()) ? List.of() : List.of(start);
    }
    var members = new ArrayList<Node>();
    var seen = new HashSet<Node>();
    var cell = start;
    while (seen.add(cell) && isList(graph, cell)) {
      members.add(Rdf.object(graph, cell, RDF.first.asNode()).orElseThrow());
      cell = Rdf.object(graph, cell, RDF.rest.asNode()).orElse(cell);
    }
    return members;
  }

  private static boolean isList(Graph graph, Node node) {
    return graph.contains(node, RDF.first.asNode(), Node.ANY);
  }

  private static ColumnView of(Graph graph, Node column) {
    var title = Rdf.text(graph, column, CSVW.title);
    return new ColumnView(
        Rdf.literal(graph, column, CSVW.name).or(() -> title.in("de")).orElse(""),
        title,
        Rdf.text(graph, column, DCTerms.description.asNode()),
        Rdf.values(graph, column, CSVW.datatype).stream()
            .findFirst()
            .map(type -> type.replaceFirst("^.*[#/:]", ""))
            .orElse(""),
        Rdf.literal(graph, column, CSVW.separator).isPresent(),
        Rdf.literal(graph, column, SDO.unitText)
            .or(() -> Rdf.literal(graph, column, UNIT_ELSEWHERE))
            .orElse(""));
  }
}
