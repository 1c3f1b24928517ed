package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.Question;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SortOrder;

/**
 * The parameters of {@code package_search} ({@code ckan-api.md} 6.1); everything behind speaks
 * {@link SearchQuery}.
 *
 * @param query what the index is asked
 * @param sort the order, and how the answer echoes it
 * @param facets the fields to count, by CKAN's names, in the order asked for
 * @param facetLimit how many values to tell of each field at most, 0 or more
 * @param facetMinimum how often a value must occur
 * @param fields the keys that each result is cut down to; empty: whole packages
 */
record CkanSearchParams(
    SearchQuery query,
    CkanSort sort,
    List<String> facets,
    int facetLimit,
    int facetMinimum,
    List<String> fields) {

  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "fq",
          "fq_list",
          "rows",
          "start",
          "sort",
          "facet",
          "facet.field",
          "facet.limit",
          "facet.mincount",
          "fl",
          "include_private",
          "include_drafts",
          "include_deleted",
          "use_default_schema",
          "extras",
          "qf",
          "bf",
          "boost",
          "tie",
          "mm",
          "defType",
          "df",
          "wt");

  private static final Pattern NAME = Pattern.compile("[\\w.-]+");
  private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
  private static final Set<String> EVERYTHING = Set.of("", "\"\"", "''", "*", "*:*");

  /** The largest number of values that the index is asked to count. */
  private static final int ALL_VALUES = 100_000;

  /** No catalog has as many datasets, and a page may still be added to it. */
  private static final int FARTHEST = 1_000_000_000;

  CkanSearchParams {
    facets = List.copyOf(facets);
    fields = List.copyOf(fields);
  }

  /** Reads all parameters, or throws one answer about what is wrong with them. */
  static CkanSearchParams parse(CkanParams in, CkanTimes times) {
    refuseUnknown(in);
    refuseLocalParameters(in);
    var start = Math.min(in.natural("start").orElse(0), FARTHEST);
    var rows = Math.min(in.natural("rows").orElse(10), Page.MAX_LIMIT);
    var limit = in.integer("facet.limit").orElse(50);
    var minimum = in.natural("facet.mincount").orElse(1);
    var facets = in.flag("facet", true) ? facets(in) : List.<String>of();
    in.throwIfProblems();
    var sort = CkanSort.parse(in.text("sort").orElse(""));
    var texts = filterTexts(in);
    var query =
        filtered(asked(in, times, texts), in)
            .sortedBy(sort.orders().toArray(SortOrder[]::new))
            .withPage(new Page(start, rows))
            .countingBy(
                indexFields(facets), limit < 0 ? ALL_VALUES : Math.clamp(limit, 1, ALL_VALUES));
    return new CkanSearchParams(
        CkanSight.restrict(query, in, texts),
        sort,
        facets,
        limit < 0 ? ALL_VALUES : limit,
        minimum,
        fields(in));
  }

  /** The question and the filters; all of them share one budget of clauses. */
  private static SearchQuery asked(CkanParams in, CkanTimes times, List<String> filters) {
    var budget = new ClauseBudget();
    var fields = new CkanFields(times);
    var query = SearchQuery.asking(question(in, fields, budget));
    for (var text : filters) {
      query = query.filteredBy(new Filter.Matches(CkanGrammar.parse(text, fields, budget)));
    }
    return query;
  }

  private static SearchQuery filtered(SearchQuery query, CkanParams in) {
    return CkanBox.parse(in).map(box -> query.filteredBy(new Filter.InBox(box))).orElse(query);
  }

  private static void refuseUnknown(CkanParams in) {
    var unknown =
        in.names().stream()
            .filter(name -> !KNOWN.contains(name) && !name.startsWith("ext_"))
            .map(name -> "'" + name + "'")
            .toList();
    if (!unknown.isEmpty()) {
      throw CkanException.searchQuery(
          "Invalid search parameters: [" + String.join(", ", unknown) + "]");
    }
  }

  private static void refuseLocalParameters(CkanParams in) {
    var local =
        in.names().stream()
            .filter(name -> in.list(name).stream().anyMatch(v -> v.stripLeading().startsWith("{!")))
            .findFirst();
    if (local.isPresent()) {
      throw CkanException.search("Local parameters are not supported in " + local.get() + ".");
    }
  }

  /** Field mode when there is a colon, word mode otherwise ({@code ckan-api.md} 6.4). */
  private static Question question(CkanParams in, CkanFields fields, ClauseBudget budget) {
    var q = in.text("q").orElse("").strip();
    if (EVERYTHING.contains(q)) {
      return Question.EVERYTHING;
    }
    if (q.contains(":") && !in.text("defType").orElse("").equals("edismax")) {
      return new Question.Matching(CkanGrammar.parse(q, fields, budget));
    }
    return CkanWords.parse(q, in.text("qf"), in.text("mm"), budget);
  }

  private static List<String> filterTexts(CkanParams in) {
    return Stream.concat(in.list("fq").stream(), in.list("fq_list").stream())
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static List<String> facets(CkanParams in) {
    var fields = new ArrayList<String>();
    for (var text : in.list("facet.field")) {
      var trimmed = text.strip();
      if (trimmed.startsWith("[")) {
        fields.addAll(fromJson(in, trimmed));
      } else if (NAME.matcher(trimmed).matches()) {
        fields.add(trimmed);
      } else if (!trimmed.isEmpty()) {
        in.problem("facet.field", "Could not parse as valid JSON");
      }
    }
    return fields.stream().distinct().toList();
  }

  private static List<String> fromJson(CkanParams in, String text) {
    try {
      var fields = new ArrayList<String>();
      for (JsonNode field : CkanJson.MAPPER.readTree(text)) {
        fields.add(field.asText());
      }
      return fields;
    } catch (JsonProcessingException e) {
      in.problem("facet.field", "Could not parse as valid JSON");
      return List.of();
    }
  }

  private static List<IndexField> indexFields(List<String> facets) {
    return facets.stream()
        .map(CkanFields::field)
        .filter(field -> field.kind() == IndexField.Kind.EXACT)
        .distinct()
        .toList();
  }

  private static List<String> fields(CkanParams in) {
    return in.list("fl").stream()
        .flatMap(text -> SEPARATOR.splitAsStream(text))
        .filter(field -> !field.isEmpty() && !field.equals("*"))
        .distinct()
        .collect(Collectors.toList());
  }
}
