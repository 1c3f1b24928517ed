package org.allmende.server.format.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** Everything that a description says about its dataset, as rows of a table. */
final class MetadataTable {

  /**
   * One row.
   *
   * @param label what people call the property
   * @param property its short name in RDF
   * @param values its values
   */
  record Row(String label, String property, List<Value> values) {}

  /**
   * One value.
   *
   * @param text what is read
   * @param lang its language where that is not the page's; null leaves the attribute away
   * @param address where it leads; {@code ""} for a text
   * @param parts what is said about it where it is a thing of its own, such as a contact
   */
  record Value(String text, @Nullable String lang, String address, List<Row> parts) {}

  private final Graph graph;
  private final Shown shown;

  private MetadataTable(Graph graph, Shown shown) {
    this.graph = graph;
    this.shown = shown;
  }

  static List<Row> of(DatasetDescription description, Shown shown) {
    var table = new MetadataTable(description.graph(), shown);
    return table.rows(description.node(), Set.of(description.node()));
  }

  private List<Row> rows(Node subject, Set<Node> above) {
    var properties = new LinkedHashSet<Node>();
    var triples = graph.find(subject, Node.ANY, Node.ANY);
    try {
      triples.forEachRemaining(triple -> properties.add(triple.getPredicate()));
    } finally {
      triples.close();
    }
    return properties.stream()
        .filter(p -> !p.equals(RDF.type.asNode()) && !p.equals(DCAT.distribution.asNode()))
        .map(p -> row(subject, p, above))
        .sorted(Comparator.comparing(Row::label))
        .toList();
  }

  private Row row(Node subject, Node property, Set<Node> above) {
    var name = shortName(property.getURI());
    var label = shown.texts().find("property." + name.replace(':', '.')).orElse(name);
    var values =
        Rdf.objects(graph, subject, property).stream()
            .map(object -> value(object, above))
            .collect(Collectors.toList());
    return new Row(label, name, values);
  }

  private Value value(Node object, Set<Node> above) {
    if (object.isLiteral()) {
      return new Value(object.getLiteralLexicalForm(), foreign(object), "", List.of());
    }
    var parts = above.contains(object) ? List.<Row>of() : parts(object, above);
    if (object.isBlank()) {
      return new Value("", null, "", parts);
    }
    var iri = object.getURI();
    var text = shown.concept(iri).orElse(iri.replaceFirst("^(mailto|tel):", ""));
    return new Value(text, null, Shown.isWebAddress(iri) ? iri : "", parts);
  }

  private @Nullable String foreign(Node literal) {
    var language = literal.getLiteralLanguage();
    return language.isEmpty() || language.equals(shown.texts().language()) ? null : language;
  }

  private List<Row> parts(Node object, Set<Node> above) {
    if (!graph.contains(Triple.create(object, Node.ANY, Node.ANY))) {
      return List.of();
    }
    var deeper = new ArrayList<>(above);
    deeper.add(object);
    return rows(object, Set.copyOf(deeper));
  }

  /** An IRI with a prefix that we know, else as it is. */
  static String shortName(String iri) {
    return Prefixes.map().entrySet().stream()
        .filter(prefix -> iri.startsWith(prefix.getValue()))
        .findFirst()
        .map(prefix -> prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
        .or(() -> Optional.of(iri))
        .orElseThrow();
  }
}
