package org.allmende.harvest.source.table;

import static org.apache.jena.graph.NodeFactory.createBlankNode;
import static org.apache.jena.graph.NodeFactory.createLiteralLang;
import static org.apache.jena.graph.NodeFactory.createLiteralString;
import static org.apache.jena.graph.NodeFactory.createURI;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.vocab.CSVW;
import org.allmende.vocab.SDO;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Says in a dataset's description what the columns of its files mean: a schema that files conform
 * to, in the terms of CSV on the Web, with title, description, type and unit of each column. Files
 * with the same columns share one.
 */
final class ColumnDescriber {

  /** A wider table is told by the files beside it alone; few read a description of so many. */
  static final int MOST_COLUMNS = 500;

  private final Graph graph;
  private final DatasetUri dataset;
  private final String language;
  private final Map<List<Column>, Node> schemas = new HashMap<>();

  /**
   * @param graph takes the description
   * @param language of texts that name none
   */
  ColumnDescriber(Graph graph, DatasetUri dataset, String language) {
    this.graph = graph;
    this.dataset = dataset;
    this.language = language;
  }

  /** What a file conforms to; empty where it is no table, or a very wide one. */
  Optional<Node> schemaOf(OutputFile file) {
    var columns = file.columns();
    if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
      return Optional.empty();
    }
    var known = schemas.get(columns);
    if (known != null) {
      return Optional.of(known);
    }
    var name = schemas.isEmpty() ? "#columns" : "#columns-" + file.output();
    var schema = createURI(dataset.value() + name);
    schemas.put(columns, schema);
    describe(schema, columns);
    return Optional.of(schema);
  }

  private void describe(Node schema, List<Column> columns) {
    add(schema, RDF.type.asNode(), CSVW.Schema);
    add(schema, RDF.type.asNode(), DCTerms.Standard.asNode());
    var rest = RDF.nil.asNode();
    for (var column : columns.reversed()) {
      var cell = createBlankNode();
      add(cell, RDF.first.asNode(), described(column));
      add(cell, RDF.rest.asNode(), rest);
      rest = cell;
    }
    add(schema, CSVW.column, rest);
  }

  private Node described(Column column) {
    var encoded = URLEncoder.encode(column.name(), StandardCharsets.UTF_8).replace("+", "%20");
    var node = createURI(dataset.value() + "#column-" + encoded);
    add(node, CSVW.name, createLiteralString(column.name()));
    add(node, CSVW.datatype, datatype(column.type()));
    if (column.type() == Column.Type.LIST) {
      add(node, CSVW.separator, createLiteralString("; "));
    }
    addText(node, CSVW.title, column.meaning().title());
    addText(node, DCTerms.description.asNode(), column.meaning().description());
    if (!column.meaning().unit().isEmpty()) {
      add(node, SDO.unitText, createLiteralString(column.meaning().unit()));
    }
    return node;
  }

  private static Node datatype(Column.Type type) {
    return switch (type) {
      case STRING, LIST -> createURI(XSDDatatype.XSDstring.getURI());
      case INTEGER -> createURI(XSDDatatype.XSDinteger.getURI());
      case NUMBER -> createURI(XSDDatatype.XSDdecimal.getURI());
      case BOOLEAN -> createURI(XSDDatatype.XSDboolean.getURI());
      case DATE -> createURI(XSDDatatype.XSDdate.getURI());
      case DATETIME -> createURI(XSDDatatype.XSDdateTimeStamp.getURI());
      case URL -> createURI(XSDDatatype.XSDanyURI.getURI());
      case JSON -> CSVW.JSON;
    };
  }

  private void addText(Node subject, Node property, LocalizedText text) {
    text.byLanguage()
        .forEach(
            (tag, words) ->
                add(subject, property, createLiteralLang(words, tag.isEmpty() ? language : tag)));
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(Triple.create(subject, property, object));
  }
}
