package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.catalog.search.SortOrder;
import org.allmende.server.http.ParamReader;

/**
 * What a visitor chose on the search page; its address and nothing else holds it.
 *
 * @param text the words
 * @param values chosen values by facet, in the order of the address
 * @param sort the order, one of {@link Sort}
 * @param page from 1
 * @param unfolded facets that show all their values
 * @param ignored keys of the address that mean nothing here
 */
record SearchChoice(
    String text,
    Map<SearchFacet, List<String>> values,
    Sort sort,
    int page,
    Set<String> unfolded,
    List<String> ignored) {

  /** Hits on a page. */
  static final int PAGE_SIZE = 20;

  /** Pages beyond this are for machines. */
  private static final int LAST_PAGE = 100_000;

  private static final Set<String> KEYS =
      Set.of("q", "thema", "format", "lizenz", "herausgeber", "sort", "seite", "mehr");

  SearchChoice {
    var copy = new EnumMap<SearchFacet, List<String>>(SearchFacet.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
    unfolded = Set.copyOf(unfolded);
    ignored = List.copyOf(ignored);
  }

  /** The orders a visitor can choose. */
  enum Sort {
    RELEVANCE("treffer"),
    NEWEST("neueste"),
    TITLE("titel");

    private final String key;

    Sort(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }

    SortOrder order() {
      return switch (this) {
        case RELEVANCE -> SortOrder.RELEVANCE;
        case NEWEST -> new SortOrder(SortOrder.Key.MODIFIED, true);
        case TITLE -> new SortOrder(SortOrder.Key.TITLE, false);
      };
    }

    private static Sort of(String key) {
      for (var sort : values()) {
        if (sort.key.equals(key)) {
          return sort;
        }
      }
      throw new IllegalArgumentException(key);
    }
  }

  /** Reads the address; a value that cannot be is a problem with status 400. */
  static SearchChoice read(ParamReader in) {
    var values = new EnumMap<SearchFacet, List<String>>(SearchFacet.class);
    for (var facet : SearchFacet.values()) {
      var chosen =
          in.each(facet.key()).stream().filter(v -> !v.isBlank()).distinct().limit(50).toList();
      if (!chosen.isEmpty()) {
        values.put(facet, chosen);
      }
    }
    var sort = in.parsed("sort", Sort::of, "treffer, neueste or titel").orElse(Sort.RELEVANCE);
    var page = in.number("seite", 1, 1, LAST_PAGE);
    in.throwIfProblems(400);
    var ignored = in.names().stream().filter(name -> !KEYS.contains(name)).toList();
    return new SearchChoice(
        in.text("q").strip(), values, sort, page, Set.copyOf(in.each("mehr")), ignored);
  }

  List<String> of(SearchFacet facet) {
    return values.getOrDefault(facet, List.of());
  }

  boolean has(SearchFacet facet, String value) {
    return of(facet).contains(value);
  }

  /** The same without one value, from the first page on. */
  SearchChoice without(SearchFacet facet, String value) {
    var fewer = new EnumMap<SearchFacet, List<String>>(SearchFacet.class);
    fewer.putAll(values);
    var left = of(facet).stream().filter(v -> !v.equals(value)).toList();
    if (left.isEmpty()) {
      fewer.remove(facet);
    } else {
      fewer.put(facet, left);
    }
    return new SearchChoice(text, fewer, sort, 1, unfolded, ignored);
  }

  /** The same words without any filter. */
  SearchChoice withoutFilters() {
    return new SearchChoice(text, Map.of(), sort, 1, Set.of(), ignored);
  }

  SearchChoice withPage(int number) {
    return new SearchChoice(text, values, sort, number, unfolded, ignored);
  }

  /** The same with all values of a facet shown. */
  SearchChoice unfolding(SearchFacet facet) {
    return new SearchChoice(text, values, sort, page, Set.of(facet.key()), ignored);
  }

  /** The part of the address after the path: keys in one fixed order, so that equal is equal. */
  String query() {
    var pairs = new ArrayList<String>();
    add(pairs, "q", text);
    for (var facet : SearchFacet.values()) {
      of(facet).stream().sorted().forEach(value -> add(pairs, facet.key(), value));
    }
    add(pairs, "sort", sort == Sort.RELEVANCE ? "" : sort.key());
    add(pairs, "seite", page == 1 ? "" : Integer.toString(page));
    unfolded.stream().sorted().forEach(key -> add(pairs, "mehr", key));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private static void add(List<String> pairs, String key, String value) {
    if (!value.isEmpty()) {
      pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
