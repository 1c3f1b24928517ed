package org.allmende.catalog.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Identity;
import org.allmende.vocab.Prefixes;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Short ways to write a description and to apply rules to it. */
final class Rules {

  static final DatasetUri DATASET = new DatasetUri("https://a.example/1");

  private static final String PREFIXES =
      Prefixes.map().entrySet().stream()
              .map(entry -> "PREFIX " + entry.getKey() + ": <" + entry.getValue() + ">\n")
              .collect(Collectors.joining())
          + """
          PREFIX eu: <http://publications.europa.eu/resource/authority/>
          PREFIX key: <http://dcat-ap.de/def/politicalGeocoding/>
          """;

  private Rules() {}

  /** Turtle; {@code <>} is the dataset, all our prefixes are declared, {@code eu:} and key: too. */
  static Graph graph(String turtle) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE)
        .base(DATASET.value())
        .checking(false)
        .parse(graph);
    return graph;
  }

  static DatasetDescription description(String turtle) {
    return DatasetDescription.owning(DATASET, graph(turtle));
  }

  static ViewContext context(Map<Node, String> distributions) {
    return new ViewContext(
        new Identity("https://daten.example", "https://neu.example"),
        "id",
        distributions,
        Instant.parse("2026-03-01T10:00:00.5Z"),
        "de",
        List.of("http://dcat-ap.de/def/contributors/openDataHRO"),
        true);
  }

  static ViewContext context() {
    return context(Map.of());
  }

  /** The rules of both profiles, each once. */
  static List<ViewRule> all() {
    return ProfileView.rules(Profile.DCAT_AP_DE_2).stream()
        .collect(
            Collectors.toMap(
                rule -> rule.reason().rule(),
                rule -> rule,
                (a, b) -> a,
                java.util.LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  static ViewRule named(String code) {
    return all().stream()
        .filter(rule -> rule.reason().rule().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule " + code));
  }
}
