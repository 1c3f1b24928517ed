package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.search.AssistedSearch.Help;
import org.allmende.catalog.search.SortOrder;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.server.http.ParamReader;

/**
 * What a visitor chose on the search page; its address and nothing else holds it.
 *
 * @param text the words
 * @param values chosen values by facet, in the order of the address
 * @param radius kilometers around the chosen places; 0: these alone
 * @param bounds years and box
 * @param declined help that is not wanted
 * @param sort the order, one of {@link Sort}
 * @param page from 1
 * @param unfolded facets that show all their values
 * @param ignored keys of the address that mean nothing here
 */
record SearchChoice(
    String text,
    Map<SearchFacet, List<String>> values,
    int radius,
    SearchBounds bounds,
    Set<Help> declined,
    Sort sort,
    int page,
    Set<String> unfolded,
    List<String> ignored) {

  /** Hits on a page. */
  static final int PAGE_SIZE = 20;

  /** Pages beyond this are for machines. */
  private static final int LAST_PAGE = 100_000;

  private static final int LARGEST_RADIUS = 500;

  /** Longer texts are no searches: what is beyond is cut off. */
  private static final int LONGEST_TEXT = 1_000;

  private static final Set<String> OTHER_KEYS =
      Set.of("q", "umkreis", "ohne", "sort", "seite", "mehr", "explain");

  /** What can be declined, by its value in the address. */
  static final Map<String, Help> HELPS = Map.of("korrektur", Help.CORRECTION, "ort", Help.PLACE);

  SearchChoice {
    var copy = new EnumMap<SearchFacet, List<String>>(SearchFacet.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
    declined = Set.copyOf(declined);
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
          in.each(facet.key()).stream()
              .map(SearchChoice::visible)
              .filter(v -> !v.isBlank())
              .distinct()
              .limit(50)
              .toList();
      if (!chosen.isEmpty()) {
        values.put(facet, chosen);
      }
    }
    var radius = in.number("umkreis", 0, 0, LARGEST_RADIUS);
    var bounds = SearchBounds.read(in);
    var sort = in.parsed("sort", Sort::of, "treffer, neueste or titel").orElse(Sort.RELEVANCE);
    var page = in.number("seite", 1, 1, LAST_PAGE);
    in.throwIfProblems(400);
    return new SearchChoice(
        cut(visible(in.text("q")).strip()),
        values,
        radius,
        bounds,
        declined(in),
        sort,
        page,
        unfolded(in),
        in.names().stream().filter(name -> !isKnown(name)).toList());
  }

  /** What no page can show and nobody can type is taken for a space. */
  private static String visible(String text) {
    return text.codePoints().noneMatch(Character::isISOControl)
        ? text
        : text.replaceAll("\\p{Cntrl}", " ");
  }

  private static Set<String> unfolded(ParamReader in) {
    return Arrays.stream(SearchFacet.values())
        .map(SearchFacet::key)
        .filter(in.each("mehr")::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(
            0,
            Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1))
                ? LONGEST_TEXT - 1
                : LONGEST_TEXT);
  }

  private static Set<Help> declined(ParamReader in) {
    return in.each("ohne").stream()
        .flatMap(value -> Optional.ofNullable(HELPS.get(value)).stream())
        .collect(Collectors.toSet());
  }

  private static boolean isKnown(String key) {
    return OTHER_KEYS.contains(key)
        || SearchBounds.KEYS.contains(key)
        || Arrays.stream(SearchFacet.values()).anyMatch(facet -> facet.key().equals(key));
  }

  /** The same with each place by its key, so that one choice has one address. */
  SearchChoice withCanonicalPlaces(Gazetteer gazetteer) {
    if (of(SearchFacet.PLACE).isEmpty()) {
      return this;
    }
    var places = new ChosenPlaces(gazetteer, radius);
    var named = of(SearchFacet.PLACE).stream().map(places::canonical).distinct().toList();
    var changed = new EnumMap<SearchFacet, List<String>>(SearchFacet.class);
    changed.putAll(values);
    changed.put(SearchFacet.PLACE, named);
    return with(parts -> parts.values = changed);
  }

  List<String> of(SearchFacet facet) {
    return values.getOrDefault(facet, List.of());
  }

  /** True when more than one thing narrows it. */
  boolean isNarrow() {
    var chosen = values.values().stream().mapToInt(List::size).sum();
    return chosen + bounds.pairs().size() + radius > 1;
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
    return with(
        parts -> {
          parts.values = fewer;
          parts.radius = fewer.containsKey(SearchFacet.PLACE) ? radius : 0;
          parts.page = 1;
        });
  }

  /** The same with one more value, from the first page on. */
  SearchChoice choosing(SearchFacet facet, String value) {
    var more = new EnumMap<SearchFacet, List<String>>(SearchFacet.class);
    more.putAll(values);
    more.put(facet, Stream.concat(of(facet).stream(), Stream.of(value)).distinct().toList());
    return with(
        parts -> {
          parts.values = more;
          parts.page = 1;
        });
  }

  /** The same with another radius around its places. */
  SearchChoice withRadius(int kilometers) {
    return with(
        parts -> {
          parts.radius = kilometers;
          parts.page = 1;
        });
  }

  /** True when nothing was chosen: all there is. */
  boolean isEverything() {
    return text.isEmpty() && values.isEmpty() && bounds.pairs().isEmpty();
  }

  /** The same words without any filter. */
  SearchChoice withoutFilters() {
    return with(
        parts -> {
          parts.values = Map.of();
          parts.radius = 0;
          parts.bounds = SearchBounds.NONE;
          parts.unfolded = Set.of();
          parts.page = 1;
        });
  }

  /** The same with data about this year or an earlier one alone. */
  SearchChoice until(int year) {
    var earlier = new SearchBounds(Optional.empty(), Optional.of(year), bounds.box());
    return with(
        parts -> {
          parts.bounds = earlier;
          parts.page = 1;
        });
  }

  /** The same without years and box. */
  SearchChoice withoutBounds() {
    return with(
        parts -> {
          parts.bounds = SearchBounds.NONE;
          parts.page = 1;
        });
  }

  /** The same without this help. */
  SearchChoice declining(Help help) {
    return with(
        parts -> {
          parts.declined =
              EnumSet.copyOf(Stream.concat(declined.stream(), Stream.of(help)).toList());
          parts.page = 1;
        });
  }

  SearchChoice withPage(int number) {
    return with(parts -> parts.page = number);
  }

  /** The same with all values of a facet shown. */
  SearchChoice unfolding(SearchFacet facet) {
    return with(parts -> parts.unfolded = Set.of(facet.key()));
  }

  private SearchChoice with(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.choice();
  }

  /** The parts of a copy in the making, so that each method names only what it changes. */
  private static final class Parts {
    private final SearchChoice from;
    private Map<SearchFacet, List<String>> values;
    private int radius;
    private SearchBounds bounds;
    private Set<Help> declined;
    private int page;
    private Set<String> unfolded;

    Parts(SearchChoice from) {
      this.from = from;
      values = from.values;
      radius = from.radius;
      bounds = from.bounds;
      declined = from.declined;
      page = from.page;
      unfolded = from.unfolded;
    }

    SearchChoice choice() {
      return new SearchChoice(
          from.text, values, radius, bounds, declined, from.sort, page, unfolded, from.ignored);
    }
  }

  /** The part of the address after the path: keys in one fixed order, so that equal is equal. */
  String query() {
    var pairs = new ArrayList<String>();
    add(pairs, "q", text);
    for (var facet : SearchFacet.values()) {
      of(facet).stream().sorted().forEach(value -> add(pairs, facet.key(), value));
    }
    add(pairs, "umkreis", radius == 0 ? "" : Integer.toString(radius));
    bounds.pairs().forEach((key, value) -> add(pairs, key, value));
    declinedKeys().forEach(key -> add(pairs, "ohne", key));
    add(pairs, "sort", sort == Sort.RELEVANCE ? "" : sort.key());
    add(pairs, "seite", page == 1 ? "" : Integer.toString(page));
    unfolded.stream().sorted().forEach(key -> add(pairs, "mehr", key));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  /** What is declined, as the address has it. */
  List<String> declinedKeys() {
    return HELPS.entrySet().stream()
        .filter(help -> declined.contains(help.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static void add(List<String> pairs, String key, String value) {
    if (!value.isEmpty()) {
      pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
