package org.allmende.catalog.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.search.Expression;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.Match;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What German words find, in which order, and why. */
class GermanSearchTest {

  @TempDir Path folder;
  private TestCatalog test;
  private Following<LuceneSearchIndex> index;
  private int number;

  @BeforeEach
  void open() {
    test = new TestCatalog(folder);
    index = test.search();
  }

  @AfterEach
  void close() {
    index.close();
    test.close();
  }

  @Test
  void findsCompoundsByTheirParts() {
    publish("Straßenbaumkataster", "Ladesäulen", "Kindertageseinrichtungen");
    assertEquals(List.of("Straßenbaumkataster"), titles("Baum"));
    assertEquals(List.of("Ladesäulen"), titles("Ladestationen"));
    assertEquals(List.of("Kindertageseinrichtungen"), titles("Kita"));
  }

  @Test
  void ranksWrittenAboveInflectedAboveParts() {
    publish("Baumkataster Nord", "Bäume Nord", "Baum Nord");
    assertEquals(List.of("Baum Nord", "Bäume Nord", "Baumkataster Nord"), titles("Baum"));
    assertEquals(List.of("Bäume Nord", "Baum Nord", "Baumkataster Nord"), titles("Bäume"));
  }

  @Test
  void ranksTheWordAboveItsSynonym() {
    publish("Abfall im Norden", "Müll im Norden");
    assertEquals(List.of("Müll im Norden", "Abfall im Norden"), titles("Müll"));
    assertEquals(List.of("Abfall im Norden", "Müll im Norden"), titles("Abfall"));
  }

  @Test
  void ranksWordsInTheirOrderAboveLooseOnes() {
    publish("Haushalt der Stadt und offener Brief", "Brief und offener Haushalt der Stadt");
    assertEquals("Brief und offener Haushalt der Stadt", titles("offener Haushalt").getFirst());
  }

  @Test
  void findsTheCompoundOfASynonym() {
    publish("Abfallkalender 2025", "Wandkalender");
    assertEquals(List.of("Abfallkalender 2025"), titles("Müllkalender"));
  }

  @Test
  void findsWhatACompoundSaysInSeveralWords() {
    publish("Fällungen von Bäumen", "Fällmittel der Kläranlage");
    assertEquals(List.of("Fällungen von Bäumen"), titles("Baumfällung"));
  }

  @Test
  void findsSeveralWordsByOneAndBack() {
    publish("Fahrgäste im ÖPNV", "Öffentlicher Nahverkehr");
    assertEquals(2, titles("öffentlicher Nahverkehr").size());
    assertEquals(2, titles("ÖPNV").size());
  }

  @Test
  void doesNotDemandWordsThatOnlyAskForData() {
    publish("Straßenbaumkataster", "Liste der Schulen");
    assertEquals(List.of("Straßenbaumkataster"), titles("Daten zu Bäumen"));
    assertEquals(List.of("Liste der Schulen"), titles("Liste"));
  }

  @Test
  void takesWhatIsQuotedAsItStands() {
    publish("Baumkataster", "Bäume", "Baum");
    assertEquals(List.of("Baum"), titles("\"Baum\""));
  }

  @Test
  void tellsWhyADatasetWasFound() {
    publish("Straßenbaumkataster der Abfallwirtschaft");
    var why = search(SearchQuery.forText("Bäume Müll").highlighted()).hits().getFirst().why();
    assertEquals(
        List.of(
            new Match("Bäume", Match.How.PART, "Straßenbaumkataster", Match.Where.TITLE),
            new Match("Müll", Match.How.SYNONYM, "Abfallwirtschaft", Match.Where.TITLE)),
        why);
  }

  @Test
  void readsProgramsQuestionsInTheSameWay() {
    publish("Straßenbaumkataster", "Kindertageseinrichtungen");
    assertEquals(1, matching(new Expression.Term(IndexField.TITLE, "Bäume")));
    assertEquals(1, matching(new Expression.Term(IndexField.EVERYTHING, "Kita")));
  }

  private long matching(Expression expression) {
    return search(SearchQuery.all().filteredBy(new Filter.Matches(expression))).total();
  }

  @Test
  void readsEnglishAsEnglish() {
    test.published(
        TestCatalog.valid(
            "en",
            "Ladestationen",
            "<https://other.example/en> dct:title \"Charging stations\"@en ."));
    assertEquals(1, search(SearchQuery.forText("charge station")).total());
  }

  @Test
  void answersWhateverIsTyped() {
    publish("Bäume");
    for (var text :
        List.of(
            "Baum ".repeat(5_000), "\"", "-", "+ - * ?", "und oder die", "\u202e\u0000", "🌳 🌳")) {
      assertTrue(search(SearchQuery.forText(text).withPage(new Page(0, 5))).total() >= 0, text);
    }
  }

  private void publish(String... titles) {
    for (var title : titles) {
      test.published(TestCatalog.valid("d" + number++, title, ""));
    }
  }

  private List<String> titles(String text) {
    return search(SearchQuery.forText(text).highlighted()).hits().stream()
        .map(hit -> hit.title().orElseThrow().text())
        .toList();
  }

  private SearchResult search(SearchQuery query) {
    try {
      assertTrue(index.await(test.lastSequence(), Duration.ofSeconds(20)));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return index.ask(live -> live.search(query));
  }
}
