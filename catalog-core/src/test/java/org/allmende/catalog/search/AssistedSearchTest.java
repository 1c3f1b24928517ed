package org.allmende.catalog.search;

import static org.allmende.catalog.TestCatalog.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.Submission;
import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.search.AssistedSearch.Help;
import org.allmende.catalog.search.place.Gazetteer;
import org.allmende.catalog.search.place.PlaceInText;
import org.allmende.vocab.codelist.GeoPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssistedSearchTest {

  @TempDir Path folder;
  private TestCatalog test;
  private Following<? extends SearchIndex> index;
  private AssistedSearch search;
  private int number;

  @BeforeEach
  void open() {
    test = new TestCatalog(folder);
    index = test.search();
    search = new AssistedSearch(this::ask, this::respell, new Gazetteer(Optional.empty()));
  }

  @AfterEach
  void close() {
    index.close();
    test.close();
  }

  // Misspelt words.

  @Test
  void correctsAWordThatFindsNothing() {
    publish("Straßenbaumkataster", "");
    var asked = understand("Strassenbaumkatatser");
    assertEquals(
        new Correction(
            "Straßenbaumkataster",
            List.of(new Correction.Replaced("Strassenbaumkatatser", "Straßenbaumkataster"))),
        asked.understanding().correction().orElseThrow());
    assertEquals(List.of("Straßenbaumkataster"), titles(asked));
  }

  @Test
  void correctsEachWordByItself() {
    publish("Ladesäulen an der Bibliothek", "");
    assertEquals("Ladesäulen Bibliothek", corrected("Ladesäuln Bibliotek"));
    assertEquals("ladesäulen Bibliothek", corrected("ladesäulen Bibliotek"));
  }

  @Test
  void correctsToAWordThatStandsOnlyInCompounds() {
    publish("Ausleihen der Stadtbibliothek", "");
    assertEquals("Bibliothek", corrected("Bibliotek"));
    assertEquals("bibliothek", corrected("bibliotek"));
  }

  @Test
  void correctsToAWordThatIsFoundByASynonymAlone() {
    publish("Öffentliche Ladesäulen", "");
    assertEquals("Stromtankstelle", corrected("Stromtankstele"));
    assertEquals(Optional.empty(), understand("Drahtesl").understanding().correction());
  }

  @Test
  void findsAForgottenSpace() {
    publish("Plan der Firma Quint Lombach", "");
    assertEquals("Quint Lombach", corrected("quintlombach"));
  }

  @Test
  void seeksWhatACompoundIsAboutWhenNothingIsSoSpecific() {
    publish("Aktuelle Baustellen", "");
    publish("Brunnen auf Plätzen", "");
    assertEquals("Baustellen", corrected("Baustellenkalender"));
    assertEquals("Brunnen", corrected("Bürgerbrunnen"));
    assertEquals(Optional.empty(), understand("Raumfahrtkalender").understanding().correction());
  }

  @Test
  void seeksTheWholeCompoundWhereThereIsOne() {
    publish("Aktuelle Baustellen", "");
    publish("Kalender der Baustellen", "");
    var asked = understand("Baustellenkalender");
    assertEquals(Optional.empty(), asked.understanding().correction());
    assertEquals(List.of("Kalender der Baustellen"), titles(asked));
  }

  @Test
  void correctsNothingThatExists() {
    publish("Bäder", "");
    publish("Bänder", "");
    assertEquals(Optional.empty(), understand("Bänder").understanding().correction());
    assertEquals(Optional.empty(), understand("Bäder Bänder").understanding().correction());
    assertEquals(Optional.empty(), understand("badern").understanding().correction());
  }

  @Test
  void correctsNothingWhenThatIsDeclined() {
    publish("Straßenbaumkataster", "");
    var asked =
        search.understand("Strassenbaumkatatser", SearchQuery.all(), Set.of(Help.CORRECTION));
    assertEquals(Understanding.LITERAL, asked.understanding());
    assertEquals(List.of(), titles(asked));
  }

  @Test
  void correctsNothingThatIsQuotedExcludedOrABeginning() {
    publish("Straßenbaumkataster", "");
    for (var text :
        List.of("\"Strassenbaumkatatser\"", "Strassenbaumkatats*", "qqq -Strassnbaum")) {
      assertEquals(Optional.empty(), understand(text).understanding().correction(), text);
    }
  }

  @Test
  void tellsNoWordOfAPrivateDataset() {
    var draft = TestCatalog.record("there", "a").withState(DatasetState.DRAFT);
    test.publish(Submission.of(valid("a", "Geheimprojekt", ""), draft));
    awaitIndex();
    assertEquals(List.of(), respell("Geheimprojekd", 5));
    assertEquals(Optional.empty(), understand("Geheimprojekd").understanding().correction());
  }

  @Test
  void learnsAWordAtOnce() {
    assertEquals(Optional.empty(), understand("Glasfaserausbua").understanding().correction());
    publish("Glasfaserausbau", "");
    assertEquals("Glasfaserausbau", corrected("Glasfaserausbua"));
  }

  // Places.

  @Test
  void takesAPlaceAsAPlaceByItsKey() {
    publish("Ladesäulen", at("municipalityKey/13076060"));
    publish("Ladesäulen", at("municipalityKey/09162000"));
    var asked = understand("Ladesäulen Hagenow");
    assertEquals("Hagenow", place(asked).place().label());
    assertEquals(1, ask(asked.query()).total());
  }

  @Test
  void findsTheMunicipalitiesOfADistrict() {
    publish("Kitas der Stadt", at("regionalKey/130760060060"));
    publish("Kitas des Kreises", at("districtKey/13076"));
    publish("Kitas anderswo", at("municipalityKey/09162000"));
    var asked = understand("Kitas Landkreis Ludwigslust-Parchim");
    assertEquals(2, ask(asked.query()).total());
  }

  @Test
  void knowsAPostcode() {
    publish("Kita-Plätze", at("municipalityKey/13076060"));
    publish("Kita-Beiträge", at("municipalityKey/09162000"));
    assertEquals(List.of("Kita-Plätze"), titles(understand("Kita 19230")));
  }

  @Test
  void findsWhatSaysThePlaceInWordsToo() {
    publish("Ladesäulen", at("municipalityKey/13076060"));
    publish("Ladesäulen in Hagenow", "");
    var asked = understand("Ladesäulen Hagenow");
    assertEquals(2, ask(asked.query()).total());
    assertEquals(List.of("Ladesäulen", "Ladesäulen in Hagenow"), titles(asked));
  }

  @Test
  void leavesAPlaceAloneWhereTheCatalogHasNothing() {
    publish("Ladesäulen in Hagenow", "");
    var asked = understand("Ladesäulen Hagenow");
    assertEquals(Understanding.LITERAL, asked.understanding());
    assertEquals(List.of("Ladesäulen in Hagenow"), titles(asked));
  }

  @Test
  void leavesAPlaceAloneThatDoesNotFitTheRest() {
    publish("Haushalt", at("municipalityKey/13076060"));
    assertEquals(Understanding.LITERAL, understand("Ladesäulen Hagenow").understanding());
  }

  @Test
  void takesNoOrdinaryWordForAPlace() {
    publish("Haushalt", at("municipalityKey/05113000"));
    publish("Essen auf Rädern", at("municipalityKey/09162000"));
    publish("Essen in Schulen", at("municipalityKey/09162000"));
    publish("Essen in Kitas", "");
    var asked = understand("Essen");
    assertEquals(Understanding.LITERAL, asked.understanding());
    assertEquals(4, ask(asked.query()).total());
  }

  @Test
  void findsWhatLiesAtAPlaceWhoseNameIsAnOrdinaryWord() {
    publish("Haushalt", at("municipalityKey/05113000"));
    publish("Essen auf Rädern", at("municipalityKey/09162000"));
    publish("Essen in Schulen", at("municipalityKey/09162000"));
    publish("Essen in Kitas", "");
    assertEquals(List.of("Haushalt"), titles(understand("Haushalt Essen")));
  }

  @Test
  void takesThePlaceForAWordWhenThatIsDeclined() {
    publish("Ladesäulen", at("municipalityKey/13076060"));
    var asked =
        search.understand("Ladesäulen Musterweg", SearchQuery.all(), EnumSet.allOf(Help.class));
    assertEquals(Understanding.LITERAL, asked.understanding());
  }

  @Test
  void correctsThePlaceToo() {
    publish("Ladesäulen", at("municipalityKey/13076060"));
    var asked = understand("Ladesäuln Hagenwo");
    assertEquals("Hagenow", place(asked).place().label());
    assertEquals(1, ask(asked.query()).total());
  }

  @Test
  void prefersThePlaceOfTheNameWhereTheCatalogHasData() {
    publish("Museen", at("municipalityKey/12053000"));
    assertEquals("Frankfurt (Oder)", place(understand("Museen Frankfurt")).place().label());
  }

  // Facets.

  @Test
  void countsAFacetAsIfNothingWereChosenInIt() {
    publish("A", "<https://other.example/d0> dcat:keyword \"Rad\"@de .");
    publish("B", "<https://other.example/d1> dcat:keyword \"Weg\"@de .");
    publish("C", "<https://other.example/d2> dcat:keyword \"Weg\"@de .");
    awaitIndex();
    var result =
        ask(
            SearchQuery.all()
                .choosing(IndexField.KEYWORD, new Filter.Is(IndexField.KEYWORD, "Rad"))
                .countingBy(List.of(IndexField.KEYWORD, IndexField.FORMAT), 10));
    assertEquals(1, result.total());
    assertEquals(
        List.of(new FacetCount("Weg", 2), new FacetCount("Rad", 1)),
        result.facets().get(IndexField.KEYWORD));
    assertEquals(List.of(new FacetCount("CSV", 1)), result.facets().get(IndexField.FORMAT));
  }

  @Test
  void countsRegionsFromStateToMunicipality() {
    publish("A", at("municipalityKey/13076060"));
    publish("B", at("districtKey/13076"));
    awaitIndex();
    var counts =
        ask(SearchQuery.all().countingBy(List.of(IndexField.REGION), 10))
            .facets()
            .get(IndexField.REGION);
    assertEquals(
        List.of(new FacetCount("13", 2), new FacetCount("13076", 2), new FacetCount("13076060", 1)),
        counts);
  }

  @Test
  void takesATownThatIsADistrictOrAStateForOnePlace() {
    publish("Museen im Kreis", at("districtKey/05113"));
    publish("Museen im Land", at("stateKey/11"));
    assertEquals(List.of("Museen im Kreis"), titles(understand("Museen Essen")));
    assertEquals(List.of("Museen im Land"), titles(understand("Museen Berlin")));
    var berlin = new Filter.Is(IndexField.REGION, "11000000");
    assertEquals(1, ask(SearchQuery.all().filteredBy(berlin)).total());
  }

  @Test
  void findsWhatLiesNear() {
    publish(
        "A",
        """
        <https://other.example/d0> dct:spatial [ a dct:Location ;
          dcat:centroid "POINT(11.19 53.43)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> ] .
        """);
    awaitIndex();
    assertEquals(1, near(11.25, 53.43, 10));
    assertEquals(0, near(11.25, 53.43, 1));
    assertEquals(0, near(13.4, 52.5, 50));
  }

  private long near(double longitude, double latitude, double kilometers) {
    var filter = new Filter.Near(new GeoPoint(longitude, latitude), kilometers);
    return ask(SearchQuery.all().filteredBy(filter)).total();
  }

  private String at(String key) {
    return "<https://other.example/d%d> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/%s> ."
        .formatted(number, key);
  }

  private void publish(String title, String more) {
    test.published(valid("d" + number++, title, more));
  }

  private AssistedSearch.Asked understand(String text) {
    awaitIndex();
    return search.understand(text, SearchQuery.all(), Set.of());
  }

  private String corrected(String text) {
    return understand(text).understanding().correction().orElseThrow().text();
  }

  private static PlaceInText place(AssistedSearch.Asked asked) {
    return asked.understanding().place().orElseThrow();
  }

  private List<String> titles(AssistedSearch.Asked asked) {
    return ask(asked.query().highlighted()).hits().stream()
        .map(hit -> hit.title().orElseThrow().text())
        .toList();
  }

  private SearchResult ask(SearchQuery query) {
    return index.ask(follower -> follower.search(query));
  }

  private List<String> respell(String word, int most) {
    return index.ask(follower -> follower.respell(word, most));
  }

  private void awaitIndex() {
    try {
      assertTrue(index.await(test.lastSequence(), Duration.ofSeconds(20)));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
