package org.allmende.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.allmende.catalog.search.Correction.Replaced;
import org.allmende.catalog.search.language.German;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.catalog.search.place.PlaceInText;
import org.allmende.catalog.search.place.PlacesInText;

/**
 * The search for people: it looks for places among the words, and for misspelt words when nothing
 * is found. Programs ask the index itself; they want an answer to what they asked.
 *
 * <ul>
 *   <li>A place narrows the search to the datasets of its region and those that have its name among
 *       their words, those of the region first. Nothing that the words alone would find is lost.
 *   <li>A place counts only when the catalog has datasets there that fit the other words. A name
 *       that the catalog mostly uses for something else ({@code Essen}, {@code Wald}) stays a word,
 *       unless the words alone find nothing.
 *   <li>A word is replaced only when it finds nothing by itself, in whatever form: a compound by
 *       what it is about ({@code Baustellenkalender} by {@code Baustellen}), any other by a word
 *       that is spelt nearly so and finds something.
 * </ul>
 *
 * Any number of threads may search.
 */
public final class AssistedSearch {

  /** What people may decline. */
  public enum Help {
    CORRECTION,
    PLACE
  }

  private static final Page COUNT_ALONE = new Page(0, 0);
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PLAIN_WORD = Pattern.compile("[\\p{L}\\p{M}]{4,60}");
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

  /** Who types more has copied a text; no slip of the finger is looked for in it. */
  private static final int MOST_WORDS_CORRECTED = 12;

  private static final int SPELLINGS_TRIED = 4;

  private final Function<SearchQuery, SearchResult> index;
  private final BiFunction<String, Integer, List<String>> spellings;
  private final PlacesInText places;

  /**
   * @param index answers queries
   * @param spellings see {@link SearchIndex#respell}
   * @param gazetteer knows places
   */
  public AssistedSearch(
      Function<SearchQuery, SearchResult> index,
      BiFunction<String, Integer, List<String>> spellings,
      Gazetteer gazetteer) {
    this.index = index;
    this.spellings = spellings;
    this.places = new PlacesInText(gazetteer);
  }

  /**
   * A person's query, ready to be asked.
   *
   * @param query the question as understood, with all that was chosen
   * @param understanding how the words were understood
   */
  public record Asked(SearchQuery query, Understanding understanding) {}

  /**
   * Understands the words of a query.
   *
   * @param text what was typed
   * @param chosen what was chosen beside it: filters, facets, order, page
   * @param declined the help that is not wanted
   */
  public Asked understand(String text, SearchQuery chosen, Set<Help> declined) {
    var literal = new Asked(worded(chosen, text), Understanding.LITERAL);
    if (text.isBlank()) {
      return literal;
    }
    var placed = declined.contains(Help.PLACE) ? literal : placed(text, chosen).orElse(literal);
    if (declined.contains(Help.CORRECTION) || finds(placed.query())) {
      return placed;
    }
    return correction(text)
        .map(correction -> corrected(correction, chosen, declined))
        .filter(asked -> finds(asked.query()))
        .orElse(placed);
  }

  private Asked corrected(Correction correction, SearchQuery chosen, Set<Help> declined) {
    var place =
        declined.contains(Help.PLACE) ? Optional.<Asked>empty() : placed(correction.text(), chosen);
    var asked =
        place.orElseGet(() -> new Asked(worded(chosen, correction.text()), Understanding.LITERAL));
    return new Asked(
        asked.query(), new Understanding(Optional.of(correction), asked.understanding().place()));
  }

  private static SearchQuery worded(SearchQuery chosen, String text) {
    return chosen.withQuestion(SearchQuery.forText(text).question());
  }

  /** Asked with all that is wanted of the answer: whoever asks for it next has it at once. */
  private boolean finds(SearchQuery query) {
    return index.apply(query).total() > 0;
  }

  private long count(SearchQuery query) {
    return index.apply(query.withPage(COUNT_ALONE).countingBy(List.of(), 1)).total();
  }

  private long count(String text, Filter filter) {
    return count(SearchQuery.forText(text).filteredBy(filter));
  }

  // Places.

  private Optional<Asked> placed(String text, SearchQuery chosen) {
    return places.find(text).stream()
        .filter(place -> isMeant(place, text))
        .findFirst()
        .map(place -> new Asked(narrowed(place, chosen), understood(place)));
  }

  private static Understanding understood(PlaceInText place) {
    return new Understanding(Optional.empty(), Optional.of(place));
  }

  private static SearchQuery narrowed(PlaceInText place, SearchQuery chosen) {
    var region = region(place);
    var named = new Filter.Is(IndexField.EVERYTHING, place.words());
    return worded(chosen, place.rest())
        .filteredBy(new Filter.Any(List.of(region, named)))
        .preferring(region);
  }

  private static Filter region(PlaceInText place) {
    return new Filter.In(IndexField.REGION, Set.copyOf(place.place().keys()));
  }

  private boolean isMeant(PlaceInText place, String text) {
    var region = region(place);
    if (count(place.rest(), region) == 0) {
      return false;
    }
    return place.isCertain()
        || !isMostlyAnotherWord(place, region)
        || count(SearchQuery.forText(text)) == 0;
  }

  /** True when most of the datasets that have the word lie elsewhere. */
  private boolean isMostlyAnotherWord(PlaceInText place, Filter region) {
    var everywhere = count(SearchQuery.forText(place.words()));
    return 2 * count(place.words(), new Filter.Not(region)) > everywhere;
  }

  // Misspelt words.

  /** The text with each word replaced that finds nothing, where another is meant that does. */
  private Optional<Correction> correction(String text) {
    var words = SPACE.split(text.strip());
    if (words.length > MOST_WORDS_CORRECTED || text.indexOf('"') >= 0) {
      return Optional.empty();
    }
    var replaced = new ArrayList<Replaced>();
    for (var i = 0; i < words.length; i++) {
      var typed = words[i];
      var sought = spelling(AROUND.matcher(typed).replaceAll(""), typed);
      if (sought.isPresent()) {
        replaced.add(new Replaced(typed, sought.get()));
        words[i] = sought.get();
      }
    }
    return replaced.isEmpty()
        ? Optional.empty()
        : Optional.of(new Correction(String.join(" ", words), replaced));
  }

  private Optional<String> spelling(String word, String typed) {
    if (typed.startsWith("-")
        || typed.endsWith("*")
        || !PLAIN_WORD.matcher(word).matches()
        || count(SearchQuery.forText(word)) > 0) {
      return Optional.empty();
    }
    // What we can take apart is no slip: its parts are words.
    return German.shared().lessSpecific(word).stream()
        .filter(less -> count(SearchQuery.forText(less)) > 0)
        .findFirst()
        .or(
            () ->
                spellings.apply(word, SPELLINGS_TRIED).stream()
                    .filter(spelling -> count(SearchQuery.forText(spelling)) > 0)
                    .findFirst());
  }
}
