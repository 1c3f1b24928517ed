package org.allmende.catalog.search.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.allmende.catalog.search.Derived;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.catalog.search.place.Place;
import org.allmende.catalog.search.suggest.Suggestion.Kind;
import org.allmende.vocab.codelist.CodeLists;

/**
 * Suggests datasets, themes, places, publishers and frequent words of the public catalog while
 * somebody types. A piece is found at the beginning, within and at the end of words, whatever the
 * diacritics. The table of all but the datasets follows the index; the datasets are asked of it.
 *
 * <p>Any number of threads may ask.
 */
public final class Suggester {

  /** So many are shown. */
  public static final int MOST = 8;

  private static final int SHORTEST = 2;
  private static final int LONGEST = 60;
  private static final int VALUES = 20_000;
  private static final SearchQuery COUNTS =
      SearchQuery.all()
          .withPage(new Page(0, 0))
          .countingBy(
              List.of(
                  IndexField.THEME, IndexField.REGION, IndexField.PUBLISHER, IndexField.KEYWORD),
              VALUES);
  private static final SearchQuery STATE = SearchQuery.all().withPage(new Page(0, 0));

  private final Function<SearchQuery, SearchResult> index;
  private final BiFunction<String, Integer, List<Suggestion>> titles;
  private final Function<String, String> publisherTitle;
  private final Gazetteer gazetteer;
  private final Derived<InfixTable> german = new Derived<>("suggestions-de");
  private final Derived<InfixTable> english = new Derived<>("suggestions-en");

  /**
   * @param index answers queries
   * @param titles datasets by the words of their titles, see {@code SearchIndex.titles}
   * @param publisherTitle what people call a publisher, by its CKAN name
   * @param gazetteer the names of regions
   */
  public Suggester(
      Function<SearchQuery, SearchResult> index,
      BiFunction<String, Integer, List<Suggestion>> titles,
      Function<String, String> publisherTitle,
      Gazetteer gazetteer) {
    this.index = index;
    this.titles = titles;
    this.publisherTitle = publisherTitle;
    this.gazetteer = gazetteer;
  }

  /**
   * At most {@value #MOST} suggestions, in groups.
   *
   * @param typed what was typed so far; too little, or very much, suggests nothing
   * @param language of the themes' names: {@code de} or {@code en}
   */
  public List<Suggestion> suggest(String typed, String language) {
    var piece = Folding.fold(typed.length() > LONGEST ? "" : typed);
    if (piece.length() < SHORTEST) {
      return List.of();
    }
    var found = new ArrayList<>(titles.apply(typed.strip(), MOST));
    found.addAll(table(language).with(piece, 4 * MOST));
    var groups =
        Arrays.stream(Kind.values())
            .map(kind -> found.stream().filter(it -> it.kind() == kind).toList())
            .toList();
    return inTurns(groups);
  }

  /** From each group in turn, so that none crowds the others out; then group by group. */
  private static List<Suggestion> inTurns(List<List<Suggestion>> groups) {
    var chosen = new ArrayList<Suggestion>();
    for (var turn = 0; turn < MOST; turn++) {
      for (var group : groups) {
        if (turn < group.size() && chosen.size() < MOST) {
          chosen.add(group.get(turn));
        }
      }
    }
    return chosen.stream().sorted(Comparator.comparing(Suggestion::kind)).toList();
  }

  private InfixTable table(String language) {
    var state = index.apply(STATE);
    var known = language.equals("en") ? english : german;
    return known.at(state.position(), state.total(), () -> new InfixTable(all(language)));
  }

  private List<Suggestion> all(String language) {
    var counts = index.apply(COUNTS).facets();
    return Stream.of(
            of(counts, IndexField.THEME, Kind.THEME, code -> theme(code, language)),
            of(counts, IndexField.REGION, Kind.PLACE, this::region),
            of(counts, IndexField.PUBLISHER, Kind.PUBLISHER, publisherTitle),
            of(counts, IndexField.KEYWORD, Kind.WORD, word -> word))
        .flatMap(suggestions -> suggestions)
        .toList();
  }

  private static Stream<Suggestion> of(
      Map<IndexField, List<FacetCount>> counts,
      IndexField field,
      Kind kind,
      Function<String, String> label) {
    return counts.getOrDefault(field, List.of()).stream()
        .map(it -> new Suggestion(kind, label.apply(it.value()), it.value(), it.count()));
  }

  private static String theme(String code, String language) {
    return CodeLists.themes().find(code).map(theme -> theme.label(language)).orElse(code);
  }

  private String region(String key) {
    return gazetteer.findByKey(key).map(Place::label).orElse(key);
  }
}
