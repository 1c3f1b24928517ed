package org.allmende.vocab.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.allmende.vocab.codelist.CodeList;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The SHACL shapes of a profile: what a description, or a page of the catalog, must and should say.
 *
 * <ul>
 *   <li>A violation keeps a description out of the catalog pages, a warning does not.
 *   <li>What passes here without violation passes the official shapes of DCAT-AP.de 3.0 too; {@code
 *       OfficialShapesTest} proves it. On top come the rules of this project: at least one
 *       distribution, a title that is not empty, nothing that ends a run of GovData ({@code
 *       dcat-ap-de.md} 2.3).
 *   <li>The data graph needs neither vocabularies nor ontologies: code lists are in the shapes, and
 *       types are read as the description states them ({@code dcat-ap-de.md} 4.6).
 *   <li>The source shape of a result is the rule that was broken; {@link #findRule} knows its code
 *       and its messages.
 * </ul>
 *
 * The graphs are built at the first use and shared; do not change them.
 */
public final class Shapes {

  /** The namespace of the rules; a rule's code follows it. */
  public static final String RULES = "urn:allmende:rule:";

  /** The source shape of the violation "no distribution". */
  public static final Node DISTRIBUTION_MISSING = rule("dataset-distribution-missing");

  /** The source shape of the violation "no title". */
  public static final Node TITLE_MISSING = rule("dataset-title-missing");

  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Node MESSAGE = NodeFactory.createURI(SH + "message");
  private static final Node PATH = NodeFactory.createURI(SH + "path");
  private static final Node IN = NodeFactory.createURI(SH + "in");
  private static final Node CODE_LIST = rule("codeList");

  /** The names that the shapes use for code lists. */
  private static final Map<String, Supplier<CodeList>> CODE_LISTS =
      Map.ofEntries(
          Map.entry("access-rights", CodeLists::accessRights),
          Map.entry("availabilities", CodeLists::availabilities),
          Map.entry("checksum-algorithms", CodeLists::checksumAlgorithms),
          Map.entry("contributors", CodeLists::contributors),
          Map.entry("dataset-types", CodeLists::datasetTypes),
          Map.entry("distribution-statuses", CodeLists::distributionStatuses),
          Map.entry("file-types", CodeLists::fileTypes),
          Map.entry("frequencies", CodeLists::frequencies),
          Map.entry("geocoding-levels", CodeLists::geocodingLevels),
          Map.entry("hvd-categories", CodeLists::hvdCategories),
          Map.entry("languages", CodeLists::languages),
          Map.entry("licenses", CodeLists::licenses),
          Map.entry("publisher-types", CodeLists::publisherTypes),
          Map.entry("themes", CodeLists::themes));

  private Shapes() {}

  /** The shapes of a profile; without any shape for {@link Profile#RAW}, which promises nothing. */
  public static Graph of(Profile profile) {
    return switch (profile) {
      case RAW -> Empty.GRAPH;
      case DCAT_AP_DE -> DcatApDe.GRAPH;
    };
  }

  /** All rules of a profile, in the order of their codes. */
  public static List<Rule> rules(Profile profile) {
    return switch (profile) {
      case RAW -> List.of();
      case DCAT_AP_DE -> DcatApDe.RULES_BY_CODE;
    };
  }

  /** The rule behind the source shape of a result; empty for a shape that is not ours. */
  public static Optional<Rule> findRule(Node sourceShape) {
    return Optional.ofNullable(DcatApDe.RULES_BY_SHAPE.get(sourceShape));
  }

  private static Node rule(String code) {
    return NodeFactory.createURI(RULES + code);
  }

  private static Graph load(String resource) {
    var graph = GraphFactory.createDefaultGraph();
    try (var in = Shapes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    fillCodeLists(graph);
    return graph;
  }

  /**
   * Puts {@code sh:in} in place of each {@code rule:codeList}. Shapes with the same list share it.
   */
  private static void fillCodeLists(Graph shapes) {
    var heads = new HashMap<String, Node>();
    for (var marker : shapes.find(Node.ANY, CODE_LIST, Node.ANY).toList()) {
      var name = marker.getObject().getLiteralLexicalForm();
      var head = heads.computeIfAbsent(name, list -> addList(shapes, codeList(list)));
      shapes.add(marker.getSubject(), IN, head);
      shapes.delete(marker);
    }
  }

  private static CodeList codeList(String name) {
    var list = CODE_LISTS.get(name);
    if (list == null) {
      throw new IllegalStateException("the shapes name an unknown code list \"" + name + "\"");
    }
    return list.get();
  }

  /** Adds the IRIs of a code list as an RDF list and gives its head. */
  private static Node addList(Graph graph, CodeList codes) {
    var tail = RDF.nil.asNode();
    for (var concept : codes.concepts().reversed()) {
      var cell = NodeFactory.createBlankNode();
      graph.add(cell, RDF.first.asNode(), iri(concept));
      graph.add(cell, RDF.rest.asNode(), tail);
      tail = cell;
    }
    return tail;
  }

  private static Node iri(Concept concept) {
    return NodeFactory.createURI(concept.iri());
  }

  /** Every shape with a path and a name is a rule. */
  private static List<Rule> readRules(Graph shapes) {
    var rules = new ArrayList<Rule>();
    shapes
        .find(Node.ANY, PATH, Node.ANY)
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .forEachRemaining(shape -> rules.add(readRule(shapes, shape)));
    rules.sort((a, b) -> a.code().compareTo(b.code()));
    return List.copyOf(rules);
  }

  private static Rule readRule(Graph shapes, Node shape) {
    var code = shape.getURI().substring(RULES.length());
    return new Rule(code, shape, message(shapes, shape, "de"), message(shapes, shape, "en"));
  }

  private static String message(Graph shapes, Node shape, String language) {
    return shapes
        .find(shape, MESSAGE, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(text -> text.getLiteralLanguage().equals(language))
        .nextOptional()
        .map(Node::getLiteralLexicalForm)
        .orElseThrow(
            () -> new IllegalStateException(shape + " has no message in \"" + language + "\""));
  }

  private static final class Empty {
    static final Graph GRAPH = GraphFactory.createDefaultGraph();
  }

  private static final class DcatApDe {
    static final Graph GRAPH = load("dcat-ap-de-3.0.ttl");
    static final List<Rule> RULES_BY_CODE = readRules(GRAPH);
    static final Map<Node, Rule> RULES_BY_SHAPE =
        RULES_BY_CODE.stream().collect(Collectors.toUnmodifiableMap(Rule::shape, rule -> rule));
  }
}
