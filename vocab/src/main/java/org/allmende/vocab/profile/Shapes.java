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
 *   <li>What passes here without violation passes the official shapes of the profile too; {@code
 *       OfficialShapesTest} and its sisters prove it. On top come the rules of this project: at
 *       least one distribution, a title that is not empty, nothing that ends a run of GovData
 *       ({@code dcat-ap-de.md} 2.3).
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

  private static final String RESOURCE_OF_3 = "dcat-ap-de-3.0.ttl";

  /** The European profile has no rule that DCAT-AP.de 3.0 has not. */
  private static final List<Profile> WITH_RULES_OF_THEIR_OWN =
      List.of(Profile.DCAT_AP_DE, Profile.DCAT_AP_DE_2, Profile.HVD);

  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final Node MESSAGE = NodeFactory.createURI(SH + "message");
  private static final Node PROPERTY = NodeFactory.createURI(SH + "property");
  private static final Node PATH = NodeFactory.createURI(SH + "path");
  private static final Node IN = NodeFactory.createURI(SH + "in");
  private static final Node CODE_LIST = rule("codeList");

  /** The names that the shapes use for code lists. */
  private static final Map<String, Supplier<List<String>>> CODE_LISTS =
      Map.ofEntries(
          Map.entry(
              "adms-statuses",
              () -> oldIris(CodeLists.distributionStatuses(), "http://purl.org/adms/status/")),
          Map.entry(
              "hash-algorithms",
              () ->
                  oldIris(CodeLists.checksumAlgorithms(), "http://dcat-ap.de/def/hashAlgorithms/")),
          Map.entry("access-rights", () -> iris(CodeLists.accessRights())),
          Map.entry("availabilities", () -> iris(CodeLists.availabilities())),
          Map.entry("checksum-algorithms", () -> iris(CodeLists.checksumAlgorithms())),
          Map.entry("contributors", () -> iris(CodeLists.contributors())),
          Map.entry("dataset-types", () -> iris(CodeLists.datasetTypes())),
          Map.entry("distribution-statuses", () -> iris(CodeLists.distributionStatuses())),
          Map.entry("file-types", () -> iris(CodeLists.fileTypes())),
          Map.entry("frequencies", () -> iris(CodeLists.frequencies())),
          Map.entry("geocoding-levels", () -> iris(CodeLists.geocodingLevels())),
          Map.entry("hvd-categories", () -> iris(CodeLists.hvdCategories())),
          Map.entry("languages", () -> iris(CodeLists.languages())),
          Map.entry("licenses", () -> iris(CodeLists.licenses())),
          Map.entry("publisher-types", () -> iris(CodeLists.publisherTypes())),
          Map.entry("themes", () -> iris(CodeLists.themes())));

  private Shapes() {}

  /** The shapes of a profile; without any shape for {@link Profile#RAW}, which promises nothing. */
  public static Graph of(Profile profile) {
    return loaded(profile).graph();
  }

  /** All rules of a profile, in the order of their codes. */
  public static List<Rule> rules(Profile profile) {
    return loaded(profile).rules();
  }

  /** The rule behind the source shape of a result; empty for a shape that is not ours. */
  public static Optional<Rule> findRule(Node sourceShape) {
    for (var profile : WITH_RULES_OF_THEIR_OWN) {
      var rule = loaded(profile).byShape().get(sourceShape);
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private static Loaded loaded(Profile profile) {
    return switch (profile) {
      case RAW -> Raw.LOADED;
      case DCAT_AP_DE -> DcatApDe.LOADED;
      case DCAT_AP_DE_2 -> DcatApDe2.LOADED;
      case DCAT_AP -> DcatAp.LOADED;
      case HVD -> Hvd.LOADED;
    };
  }

  private static Node rule(String code) {
    return NodeFactory.createURI(RULES + code);
  }

  /** The shapes of a profile and its rules. */
  private record Loaded(Graph graph, List<Rule> rules, Map<Node, Rule> byShape) {
    static Loaded of(Graph graph) {
      var rules = readRules(graph);
      var byShape = rules.stream().collect(Collectors.toUnmodifiableMap(Rule::shape, rule -> rule));
      return new Loaded(graph, rules, byShape);
    }
  }

  private static Graph load(String resource) {
    var graph = read(resource);
    fillCodeLists(graph);
    return graph;
  }

  /** Shapes that name rules of 3.0 beside their own; those named are added. */
  private static Graph loadOnTopOf3(String resource) {
    var graph = read(resource);
    var rulesOf3 = read(RESOURCE_OF_3);
    graph
        .find(Node.ANY, PROPERTY, Node.ANY)
        .mapWith(Triple::getObject)
        .filterDrop(rule -> graph.contains(rule, PATH, Node.ANY))
        .toList()
        .forEach(rule -> copyRule(rulesOf3, rule, graph));
    fillCodeLists(graph);
    return graph;
  }

  private static void copyRule(Graph from, Node node, Graph to) {
    for (var triple : from.find(node, Node.ANY, Node.ANY).toList()) {
      to.add(triple);
      if (triple.getObject().isBlank()) {
        copyRule(from, triple.getObject(), to);
      }
    }
  }

  private static Graph read(String resource) {
    var graph = GraphFactory.createDefaultGraph();
    try (var in = Shapes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return graph;
  }

  /**
   * Puts {@code sh:in} in place of each {@code rule:codeList}. Shapes with the same list share it.
   */
  private static void fillCodeLists(Graph shapes) {
    var heads = new HashMap<String, Node>();
    for (var marker : shapes.find(Node.ANY, CODE_LIST, Node.ANY).toList()) {
      var name = marker.getObject().getLiteralLexicalForm();
      var head = heads.computeIfAbsent(name, list -> addList(shapes, codes(list)));
      shapes.add(marker.getSubject(), IN, head);
      shapes.delete(marker);
    }
  }

  private static List<String> codes(String name) {
    var list = CODE_LISTS.get(name);
    if (list == null) {
      throw new IllegalStateException("the shapes name an unknown code list \"" + name + "\"");
    }
    return list.get();
  }

  private static List<String> iris(CodeList list) {
    return list.concepts().stream().map(Concept::iri).toList();
  }

  /** The entries of an older list, which today's list knows as old IRIs. */
  private static List<String> oldIris(CodeList list, String start) {
    return list.concepts().stream()
        .flatMap(concept -> concept.oldIris().stream())
        .filter(iri -> iri.startsWith(start))
        .toList();
  }

  /** Adds the IRIs of a code list as an RDF list and gives its head. */
  private static Node addList(Graph graph, List<String> codes) {
    var tail = RDF.nil.asNode();
    for (var code : codes.reversed()) {
      var cell = NodeFactory.createBlankNode();
      graph.add(cell, RDF.first.asNode(), NodeFactory.createURI(code));
      graph.add(cell, RDF.rest.asNode(), tail);
      tail = cell;
    }
    return tail;
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

  private static final class Raw {
    static final Loaded LOADED = Loaded.of(GraphFactory.createDefaultGraph());
  }

  private static final class DcatApDe {
    static final Loaded LOADED = Loaded.of(load(RESOURCE_OF_3));
  }

  private static final class DcatApDe2 {
    static final Loaded LOADED = Loaded.of(loadOnTopOf3("dcat-ap-de-2.0.ttl"));
  }

  private static final class DcatAp {
    static final Loaded LOADED = Loaded.of(loadOnTopOf3("dcat-ap-3.0.ttl"));
  }

  private static final class Hvd {
    static final Loaded LOADED = Loaded.of(load("hvd-3.0.ttl"));
  }
}
