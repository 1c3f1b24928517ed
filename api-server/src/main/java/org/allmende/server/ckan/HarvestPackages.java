package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.catalog.search.Page;

/**
 * Sources of harvests among the datasets: {@code package_show} shows them, and {@code
 * package_search} finds them when, and only when, it is asked for datasets of type {@code harvest}.
 * They are a handful and in no index, so a search looks at each.
 */
final class HarvestPackages {

  /** Asks for the type, and does not exclude it. */
  private static final Pattern ASKED =
      Pattern.compile("(?:^|[\\s(+])(?:dataset_type|type):\"?harvest\"?(?=$|[\\s)])");

  /** One condition: perhaps a sign, perhaps a field, and a word or phrase. */
  private static final Pattern TERM =
      Pattern.compile("([+-]?)(?:([\\w.-]+):)?(?:\"([^\"]*)\"|([^\\s\"()]+))");

  private static final List<String> WORDS = List.of("name", "title", "notes", "url");

  private final HarvestSources sources;

  HarvestPackages(HarvestSources sources) {
    this.sources = sources;
  }

  /** An action about datasets, with sources among them; any other action as it is. */
  CkanAction around(CkanAction action) {
    return switch (action.name()) {
      case "package_show" -> action.with(in -> show(action, in));
      case "package_search" -> action.with(in -> isAsked(in) ? search(in) : action.body().run(in));
      default -> action;
    };
  }

  private CkanResult show(CkanAction action, CkanParams in) {
    try {
      return action.body().run(in);
    } catch (CkanException e) {
      var id = in.text("id").or(() -> in.text("name_or_id"));
      var source = id.filter(given -> e.status() == 404).flatMap(sources::find);
      return CkanResult.of(sources.json(source.orElseThrow(() -> e)));
    }
  }

  private static Stream<String> filters(CkanParams in) {
    return Stream.of("q", "fq", "fq_list").flatMap(name -> in.list(name).stream());
  }

  private static boolean isAsked(CkanParams in) {
    return filters(in).anyMatch(text -> ASKED.matcher(text).find());
  }

  private CkanResult search(CkanParams in) {
    var start = in.natural("start").orElse(0);
    var rows = Math.min(in.natural("rows").orElse(10), Page.MAX_LIMIT);
    in.throwIfProblems();
    var sort = CkanSort.parse(in.text("sort").orElse(""));
    var conditions = filters(in).flatMap(text -> conditions(text).stream()).toList();
    var found = new ArrayList<ObjectNode>();
    for (var source : sources.all()) {
      var json = source.asPackage();
      if (conditions.stream().allMatch(condition -> condition.holds(json))) {
        found.add(json);
      }
    }
    order(sort.text()).ifPresent(found::sort);
    var results = CkanJson.MAPPER.createArrayNode();
    found.stream()
        .skip(start)
        .limit(rows)
        .forEach(json -> results.add(sources.json(sources.require(json.path("id").asText()))));
    var answer = CkanJson.MAPPER.createObjectNode().put("count", found.size());
    answer.put("sort", sort.text()).putObject("facets");
    answer.set("results", results);
    answer.putObject("search_facets");
    return CkanResult.of(answer);
  }

  /**
   * What a source must or must not be.
   *
   * @param field empty: one of the texts
   * @param value in lower case
   */
  private record Condition(boolean isNegated, String field, String value) {

    private boolean holds(ObjectNode json) {
      return value.equals("*") || isNegated != matches(json);
    }

    private boolean matches(ObjectNode json) {
      return switch (field) {
        case "" -> WORDS.stream().anyMatch(key -> text(json.path(key)).contains(value));
        case "title", "notes" -> text(json.path(field)).contains(value);
        case "dataset_type" -> text(json.path("type")).equals(value);
        case "organization" -> text(json.at("/organization/name")).equals(value);
        default -> text(json.path(field)).equals(value);
      };
    }

    private static String text(JsonNode value) {
      return value.asText("").toLowerCase(Locale.ROOT);
    }
  }

  private static List<Condition> conditions(String text) {
    var conditions = new ArrayList<Condition>();
    var terms = TERM.matcher(text);
    while (terms.find()) {
      var field = terms.group(2) == null ? "" : terms.group(2);
      var value = terms.group(3) == null ? terms.group(4) : terms.group(3);
      if (!value.equals("AND") && !value.equals("*:*")) {
        conditions.add(
            new Condition(terms.group(1).equals("-"), field, value.toLowerCase(Locale.ROOT)));
      }
    }
    return conditions;
  }

  private static Optional<Comparator<ObjectNode>> order(String sort) {
    var first = sort.split(",")[0].strip().split("\\s+");
    if (first[0].equals("score")) {
      return Optional.empty(); // as they stand in the settings
    }
    var key = first[0].equals("title_string") ? "title" : first[0];
    Comparator<ObjectNode> order = Comparator.comparing(json -> json.path(key).asText(""));
    return Optional.of(first[1].equalsIgnoreCase("desc") ? order.reversed() : order);
  }
}
