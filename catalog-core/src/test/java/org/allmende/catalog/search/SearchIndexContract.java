package org.allmende.catalog.search;

import static org.allmende.catalog.TestCatalog.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Submission;
import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.geo.Box;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.model.DatasetState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every search index promises. An implementation extends it in three lines. */
public abstract class SearchIndexContract {

  @TempDir Path folder;
  TestCatalog test;
  Following<? extends SearchIndex> index;

  /** Starts to follow the catalog's ledger. */
  protected abstract Following<? extends SearchIndex> follow(TestCatalog catalog);

  @BeforeEach
  void open() {
    test = new TestCatalog(folder);
    index = follow(test);
  }

  @AfterEach
  void close() {
    index.close();
    test.close();
  }

  @Test
  void findsAPluralByItsSingular() {
    publish("a", "Ladesäulen", "");
    assertEquals(List.of("Ladesäulen"), titles("Ladesäule"));
  }

  @Test
  void findsUmlautsHoweverTheyAreTyped() {
    publish("a", "Straßenbäume", "");
    assertEquals(List.of("Straßenbäume"), titles("strassenbaeume"));
    assertEquals(List.of("Straßenbäume"), titles("Strassenbaume"));
    assertEquals(List.of("Straßenbäume"), titles("straßenbäume"));
  }

  @Test
  void demandsEveryWord() {
    publish("a", "Kitas im Norden", "");
    publish("b", "Schulen im Norden", "");
    assertEquals(List.of("Schulen im Norden"), titles("Norden Schulen"));
    assertEquals(List.of(), titles("Kitas Schulen"));
  }

  @Test
  void leavesOutWhatAMinusExcludes() {
    publish("a", "Kitas im Norden", "");
    publish("b", "Schulen im Norden", "");
    assertEquals(List.of("Kitas im Norden"), titles("Norden -Schulen"));
    assertEquals(List.of("Kitas im Norden"), titles("-Schulen"));
  }

  @Test
  void takesAPhraseByItsOrder() {
    publish("a", "Offene Jugendarbeit", "");
    publish("b", "Jugendarbeit, offene", "");
    assertEquals(List.of("Offene Jugendarbeit"), titles("\"offene Jugendarbeit\""));
  }

  @Test
  void takesAWordWithAStarAsABeginning() {
    publish("a", "Ladesäulenregister", "");
    assertEquals(List.of("Ladesäulenregister"), titles("ladesäul*"));
  }

  @Test
  void ranksTheTitleAboveTheText() {
    publish("a", "Anderes", "<https://other.example/a> dcat:keyword \"Bäume\"@de .");
    publish("b", "Bäume", "");
    assertEquals(List.of("Bäume", "Anderes"), titles("Bäume"));
  }

  @Test
  void neverFailsOnOddPunctuation() {
    publish("a", "Bäume", "");
    for (var text : List.of("\"", "((", "a:b [", "-", "+", "*", "\\", "AND OR", "\"Bäume")) {
      assertTrue(search(SearchQuery.forText(text)).total() >= 0, text);
    }
    assertEquals(List.of("Bäume"), titles("\"Bäume"));
  }

  @Test
  void filtersAndCountsByExactValues() {
    publish("a", "A", "<https://other.example/a> dcat:keyword \"Rad\"@de , \"Weg\"@de .");
    publish("b", "B", "<https://other.example/b> dcat:keyword \"Rad\"@de .");
    var result =
        search(
            SearchQuery.all()
                .filteredBy(new Filter.Is(IndexField.KEYWORD, "Rad"))
                .countingBy(List.of(IndexField.KEYWORD, IndexField.FORMAT), 10));
    assertEquals(2, result.total());
    assertEquals(
        List.of(new FacetCount("Rad", 2), new FacetCount("Weg", 1)),
        result.facets().get(IndexField.KEYWORD));
    assertEquals(List.of(new FacetCount("CSV", 2)), result.facets().get(IndexField.FORMAT));
  }

  @Test
  void combinesFilters() {
    publish("a", "A", "<https://other.example/a> dcat:keyword \"Rad\"@de .");
    publish("b", "B", "<https://other.example/b> dcat:keyword \"Weg\"@de .");
    publish("c", "C", "");
    var rad = new Filter.Is(IndexField.KEYWORD, "Rad");
    var weg = new Filter.Is(IndexField.KEYWORD, "Weg");
    assertEquals(2, total(new Filter.Any(List.of(rad, weg))));
    assertEquals(0, total(new Filter.All(List.of(rad, weg))));
    assertEquals(2, total(new Filter.Not(rad)));
    assertEquals(2, total(new Filter.Exists(IndexField.KEYWORD)));
    assertEquals(3, total(new Filter.Between(IndexField.MODIFIED, 0, Long.MAX_VALUE)));
    assertEquals(0, total(new Filter.Between(IndexField.MODIFIED, Long.MIN_VALUE, 0)));
    assertEquals(1, total(new Filter.Is(IndexField.KEYWORDS, "0")));
  }

  @Test
  void findsWhatLiesInABox() {
    publish("a", "A", place("a", "POINT (11.4 53.6)"));
    publish("b", "B", place("b", "POLYGON ((9 48, 10 48, 10 49, 9 49, 9 48))"));
    publish("c", "C", place("c", "POLYGON ((9 48, 10 49, 9 49, 10 48, 9 48))"));
    publish("d", "D", "");
    assertEquals(1, total(new Filter.InBox(new Box(11, 53, 12, 54))));
    assertEquals(2, total(new Filter.InBox(new Box(9.5, 48, 9.6, 48.1))));
    assertEquals(3, total(new Filter.InBox(new Box(-180, -90, 180, 90))));
  }

  private static String place(String local, String wkt) {
    return "<https://other.example/"
        + local
        + "> dct:spatial [ a dct:Location ; locn:geometry \""
        + wkt
        + "\"^^<http://www.opengis.net/ont/geosparql#wktLiteral> ] .";
  }

  @Test
  void sortsTitlesTheGermanWay() {
    for (var title : List.of("Zoo", "Ärzte", "Apotheken", "Öffnungszeiten")) {
      publish(title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "x"), title, "");
    }
    var sorted =
        search(SearchQuery.all().sortedBy(new SortOrder(SortOrder.Key.TITLE, false)).highlighted());
    assertEquals(List.of("Apotheken", "Ärzte", "Öffnungszeiten", "Zoo"), titles(sorted));
  }

  @Test
  void pagesWithoutGapOrRepetition() {
    for (var i = 0; i < 7; i++) {
      publish("d" + i, "Titel " + i, "");
    }
    var byName = SearchQuery.all().sortedBy(new SortOrder(SortOrder.Key.NAME, false));
    var first = search(byName.withPage(new Page(0, 4)));
    var second = search(byName.withPage(new Page(4, 4)));
    assertEquals(7, first.total());
    assertEquals(4, first.hits().size());
    assertEquals(3, second.hits().size());
    assertEquals(0, search(byName.withPage(new Page(100, 4))).hits().size());
    assertEquals(7, search(byName.withPage(new Page(0, 0))).total());
  }

  @Test
  void theLastPageOfManyIsWhereItShouldBe() {
    for (var i = 0; i < 1_040; i += 100) {
      var first = i;
      test.catalog.publish(
          java.util.stream.IntStream.range(first, Math.min(first + 100, 1_040))
              .mapToObj(
                  n ->
                      Submission.of(valid("n" + n, "N " + n, ""), TestCatalog.record("s", "n" + n)))
              .toList(),
          Optional.empty());
    }
    var byName = SearchQuery.all().sortedBy(new SortOrder(SortOrder.Key.NAME, false));
    var whole =
        java.util.stream.IntStream.range(0, 2)
            .mapToObj(n -> search(byName.withPage(new Page(n * 1_000, 1_000))).hits())
            .flatMap(List::stream)
            .map(Hit::dataset)
            .distinct()
            .toList();
    assertEquals(1_040, whole.size());
    var deep =
        search(byName.withPage(new Page(1_010, 10)).countingBy(List.of(IndexField.FORMAT), 5));
    assertEquals(whole.subList(1_010, 1_020), deep.hits().stream().map(Hit::dataset).toList());
    assertEquals(1_040, deep.total());
    assertEquals(List.of(new FacetCount("CSV", 1_040)), deep.facets().get(IndexField.FORMAT));
  }

  @Test
  void marksTheWordsFound() {
    publish("a", "Alle Ladesäulen der Stadt", "");
    var title =
        search(SearchQuery.forText("ladesäule").highlighted())
            .hits()
            .getFirst()
            .title()
            .orElseThrow();
    assertEquals("Alle Ladesäulen der Stadt", title.text());
    assertEquals(List.of("Ladesäulen"), marked(title));
  }

  @Test
  void marksEachWordWhereItStands() {
    publish("a", "Ladesäulen", "<https://other.example/a> dcat:keyword \"Strom\"@de .");
    var shown = search(SearchQuery.forText("strom ladesäule").highlighted()).hits().getFirst();
    assertEquals(List.of("Ladesäulen"), marked(shown.title().orElseThrow()));
    assertEquals(List.of("Ladesäulen"), marked(shown.passage().orElseThrow()));
  }

  private static List<String> marked(Hit.Marked text) {
    return text.pieces().stream().filter(Hit.Piece::marked).map(Hit.Piece::text).toList();
  }

  @Test
  void hidesDraftsUnlessTheyAreAskedFor() {
    var draft = TestCatalog.record("there", "a").withState(DatasetState.DRAFT);
    test.publish(Submission.of(valid("a", "Entwurf", ""), draft));
    assertEquals(0, search(SearchQuery.all()).total());
    var all = SearchQuery.all().visibleThrough(Filter.ALWAYS);
    assertEquals(1, search(all).total());
  }

  @Test
  void addsUpANumberOverAllThatAnybodyMaySee() {
    publish("a", "Bäume", "");
    publish("b", "Kitas", "");
    var draft = TestCatalog.record("there", "c").withState(DatasetState.DRAFT);
    test.publish(Submission.of(valid("c", "Entwurf", ""), draft));
    var one = search(SearchQuery.all().filteredBy(new Filter.Is(IndexField.NAME, "baeume")));

    assertEquals(1, one.total());
    assertEquals(2, sum(IndexField.DISTRIBUTIONS));
    assertEquals(0, sum(new IndexField("nobody", IndexField.Kind.NUMBER)));
  }

  @Test
  void forgetsAWithdrawnDataset() {
    publish("a", "Bäume", "");
    assertEquals(1, search(SearchQuery.all()).total());
    var uri = test.catalog.find("baeume").orElseThrow().uri();
    test.catalog.withdraw(List.of(uri), Optional.empty());
    assertEquals(0, search(SearchQuery.all()).total());
  }

  @Test
  void answersTheSameAfterARebuild() throws InterruptedException {
    publish("a", "Bäume", "");
    publish("b", "Sträucher", "");
    index.rebuild();
    while (index.rebuilds() == 0) {
      assertEquals(2, search(SearchQuery.all()).total());
    }
    assertEquals(2, search(SearchQuery.all()).total());
    assertEquals(test.lastSequence(), index.position());
  }

  @Test
  void buildsAnewWhatIsAheadOfTheLedger() throws InterruptedException {
    publish("a", "Bäume", "");
    search(SearchQuery.all());
    index.close();
    test.close();
    try (var paths = java.nio.file.Files.list(folder)) {
      paths
          .filter(path -> path.getFileName().toString().startsWith("allmende.db"))
          .forEach(path -> path.toFile().delete());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
    open();
    while (index.rebuilds() == 0) {
      assertTrue(index.await(0, Duration.ofSeconds(10)));
    }
    assertEquals(0, search(SearchQuery.all()).total());
  }

  private void publish(String local, String title, String more) {
    test.published(valid(local, title, more));
  }

  private long sum(IndexField field) {
    return index.ask(live -> live.sum(field));
  }

  private long total(Filter filter) {
    return search(SearchQuery.all().filteredBy(filter)).total();
  }

  private List<String> titles(String text) {
    return titles(search(SearchQuery.forText(text).highlighted()));
  }

  private static List<String> titles(SearchResult result) {
    return result.hits().stream().map(hit -> hit.title().orElseThrow().text()).toList();
  }

  private SearchResult search(SearchQuery query) {
    try {
      assertTrue(index.await(test.lastSequence(), Duration.ofSeconds(20)));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return index.ask(follower -> follower.search(query));
  }
}
