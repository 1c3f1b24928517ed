package org.allmende.catalog.search.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.vocab.codelist.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesInTextTest {

  private static final Gazetteer GAZETTEER =
      new Gazetteer(
          Optional.of(
              new Town("Musterstadt", "13099001", Optional.of("130990001001"), List.of("19999"))));
  private static final PlacesInText PLACES = new PlacesInText(GAZETTEER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Ladesäulen Hagenow                  | Hagenow                        | Ladesäulen
          hagenow ladesäulen                  | Hagenow                        | ladesäulen
          Kita 19230                          | 19230 Hagenow …                | Kita
          Ladesäulen Hagenow/Meckl.           | Hagenow                        | Ladesäulen
          Museum Frankfurt (Oder)             | Frankfurt (Oder)               | Museum
          Museen in Frankfurt am Main         | Frankfurt am Main              | Museen
          Bäume in der Stadt Hagenow          | Hagenow                        | Bäume
          Kitas im Landkreis Ludwigslust-Parchim | Landkreis Ludwigslust-Parchim | Kitas
          Wahlen Bayern                       | Bayern                         | Wahlen
          Haushalt Musterstadt                | Musterstadt                    | Haushalt
          Kita 19999                          | 19999 Musterstadt              | Kita
          St. Augustin Bäder                  | Sankt Augustin                 | Bäder
          Radwege muenchen                    | München                        | Radwege
          Hagenow                             | Hagenow                        | ''
          13076060 Kita                       | Hagenow                        | Kita
          Hagenow: Kita                       | Hagenow                        | Kita
          """)
  void findsThePlaceAndTheRest(String text, String label, String rest) {
    var found = PLACES.find(text);
    assertFalse(found.isEmpty(), text);
    assertEquals(label, found.getFirst().place().label());
    assertEquals(rest, found.getFirst().rest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ladesäulen",
        "Kita/Hort",
        "\"Ladesäulen Hagenow\"",
        "-Hagenow",
        "Hagenow*",
        "",
        "  ",
        "99999",
        "in der Stadt",
        "((((",
        "123"
      })
  void findsNoPlaceWhereNoneIsMeant(String text) {
    assertEquals(List.of(), PLACES.find(text));
  }

  @Test
  void isLessCertainOfASingleWord() {
    assertFalse(PLACES.find("Schulen Essen").getFirst().isCertain());
    assertTrue(PLACES.find("Schulen 45121").getFirst().isCertain());
    assertTrue(PLACES.find("Schulen Frankfurt (Oder)").getFirst().isCertain());
  }

  @Test
  void tellsPlacesOfOneNameApart() {
    var labels = GAZETTEER.named("Neustadt").stream().map(Place::label).toList();
    assertTrue(labels.size() > 3);
    assertEquals(labels.size(), labels.stream().distinct().count(), labels.toString());
  }

  @Test
  void findsPlacesByKeyOfEachLevel() {
    assertEquals("Hagenow", GAZETTEER.findByKey("130760060060").orElseThrow().label());
    assertEquals("Musterstadt", GAZETTEER.findByKey("13099001").orElseThrow().label());
    assertEquals(
        "Landkreis Ludwigslust-Parchim", GAZETTEER.findByKey("13076").orElseThrow().label());
    assertEquals("Mecklenburg-Vorpommern", GAZETTEER.findByKey("13").orElseThrow().label());
    assertEquals(Optional.empty(), GAZETTEER.findByKey("nowhere"));
  }

  @Test
  void knowsWhatLiesAround() {
    var keys = GAZETTEER.keysWithin(new GeoPoint(11.19, 53.43), 10);
    assertTrue(keys.containsAll(List.of("13076060", "13076")), keys.toString());
    assertFalse(keys.contains("02000000"));
  }

  @Test
  void readsNoNovelForAPlace() {
    assertEquals(List.of(), PLACES.find("Hagenow ".repeat(10_000)));
    assertEquals(List.of(), GAZETTEER.named("H".repeat(100_000)));
  }
}
