package org.allmende.server.format.html;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.search.FacetCount;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.SortOrder;
import org.allmende.server.format.html.DatasetPage.Fact;
import org.allmende.server.format.html.StartPage.ThemeCard;
import org.allmende.server.format.html.StartPage.Word;
import org.allmende.server.statistics.WordCount;
import org.allmende.vocab.codelist.CodeLists;

/** Puts the start page together. */
final class StartPages {
  private static final int NEWEST = 5;
  private static final int MOST_WORDS = 8;
  private static final int MOST_VALUES = 500;

  private final Catalog catalog;
  private final Function<SearchQuery, SearchResult> index;
  private final Frames frames;
  private final Pages pages;
  private final CatalogFigures told;

  /** Whether a word still finds something; asked anew each minute. */
  private final Cache<String, Boolean> found =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  StartPages(
      Catalog catalog,
      Function<SearchQuery, SearchResult> index,
      Frames frames,
      Pages pages,
      CatalogFigures told) {
    this.catalog = catalog;
    this.index = index;
    this.frames = frames;
    this.pages = pages;
    this.told = told;
  }

  StartPage page(String language) {
    var newest = index.apply(by(SortOrder.Key.CREATED).withPage(new Page(0, NEWEST)));
    var changed = changed(newest);
    var facets = List.of(IndexField.THEME, IndexField.PUBLISHER, IndexField.KEYWORD);
    var counted =
        index.apply(SearchQuery.all().withPage(new Page(0, 0)).countingBy(facets, MOST_VALUES));
    var texts = Texts.of(language);
    var address = frames.address(language);
    var here = new Frame.Here(frames.address("de").start(), frames.address("en").start());
    return new StartPage(
        frames.of(language, frames.siteName(language), here, forms(address), false),
        Localized.of(catalog.settings().description(), language)
            .orElseGet(() -> new Localized(texts.get("start.intro"), null)),
        example(counts(counted, IndexField.KEYWORD), counted.total()),
        frequent(address),
        frames.site().story(language).orElse(null),
        counted.total(),
        themes(counts(counted, IndexField.THEME), texts, address),
        pages.hits(newest, language),
        pages.hits(changed, language),
        figures(counted, language));
  }

  private static SearchQuery by(SortOrder.Key key) {
    return SearchQuery.all().sortedBy(new SortOrder(key, true));
  }

  /** What changed last and is not among the newest; what never changed since it came is not. */
  private SearchResult changed(SearchResult newest) {
    var shown = new HashSet<>(newest.hits().stream().map(Hit::ordinal).toList());
    var found = index.apply(by(SortOrder.Key.MODIFIED).withPage(new Page(0, 2 * NEWEST)));
    var others =
        found.hits().stream().filter(hit -> !shown.contains(hit.ordinal())).limit(NEWEST).toList();
    return new SearchResult(found.total(), others, found.facets(), found.position());
  }

  /** A frequent keyword, but not one that nearly every dataset has. */
  private static String example(List<FacetCount> keywords, long datasets) {
    return keywords.stream()
        .filter(keyword -> keyword.count() * 4L <= datasets)
        .findFirst()
        .or(() -> keywords.stream().findFirst())
        .map(FacetCount::value)
        .orElse("");
  }

  private static List<FacetCount> counts(SearchResult result, IndexField field) {
    return result.facets().getOrDefault(field, List.of());
  }

  private static List<Frame.Form> forms(Address address) {
    return List.of(
        new Frame.Form("Turtle", "text/turtle", address.machine("/catalog.ttl")),
        new Frame.Form("RDF/XML", "application/rdf+xml", address.machine("/catalog.rdf")),
        new Frame.Form("JSON-LD", "application/ld+json", address.machine("/catalog.jsonld")));
  }

  /** A word that found something when it was kept may find nothing today. */
  private List<Word> frequent(Address address) {
    return told.words().apply(2 * MOST_WORDS).stream()
        .map(WordCount::word)
        .filter(word -> found.get(word, this::isFound))
        .limit(MOST_WORDS)
        .map(word -> new Word(word, address.search("q", word)))
        .toList();
  }

  private boolean isFound(String word) {
    return index.apply(SearchQuery.forText(word).withPage(new Page(0, 0))).total() > 0;
  }

  private static List<ThemeCard> themes(List<FacetCount> counts, Texts texts, Address address) {
    return counts.stream()
        .map(
            count ->
                new ThemeCard(
                    CodeLists.themes()
                        .find(count.value())
                        .map(theme -> theme.label(texts.language()))
                        .orElse(count.value()),
                    address.theme(count.value()),
                    texts.count("count.datasets", count.count())))
        .toList();
  }

  private List<Fact> figures(SearchResult counted, String language) {
    var texts = Texts.of(language);
    var figures = new ArrayList<Fact>();
    figures.add(figure(texts, "datasets", counted.total()));
    figures.add(figure(texts, "files", told.files().getAsLong()));
    figures.add(figure(texts, "publishers", counts(counted, IndexField.PUBLISHER).size()));
    told.readings().get().stream()
        .findFirst()
        .ifPresent(
            reading ->
                figures.add(
                    Fact.day(
                        texts.get("start.numbers.read", "program", reading.name()),
                        frames.shown(language).day(reading.finished()))));
    return figures;
  }

  private static Fact figure(Texts texts, String key, long number) {
    return Fact.number(texts.get("start.numbers." + key), texts.number(number), number);
  }
}
