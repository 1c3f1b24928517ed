package org.allmende.catalog.search.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTest {

  private static final Dictionary TOWN =
      dictionary(
          "strassenbaum strassenbaumkataster baumkataster spielplatz spielplatze ladesaulen"
              + " ladesaule kindertagesstatten kita kitas haushaltsplan fahrrad fahrradweg radweg"
              + " bebauungsplan einwohner bevolkerung verkehr parkhaus feuerwehr bibliothek wetter"
              + " museum schwimmbad rathaus wald hagenow berlin friedhof schule abfall muell");

  private static Dictionary dictionary(String words) {
    var counts = new HashMap<String, Integer>();
    for (var word : words.split(" ")) {
      counts.merge(word, 5, Integer::sum);
    }
    return Dictionary.of(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "strassenbam, strassenbaum",
    "strasenbaum, strassenbaum",
    "strassenbuamkataster, strassenbaumkataster",
    "baumkatatser, baumkataster",
    "baunkataster, baumkataster",
    "spielpltz, spielplatz",
    "spielplatzz, spielplatz",
    "ktia, kita",
    "vahrrad, fahrrad",
    "farrad, fahrrad",
    "fahrad, fahrrad",
    "haushaltsplam, haushaltsplan",
    "haushalstplan, haushaltsplan",
    "bibliotek, bibliothek",
    "biblothek, bibliothek",
    "schwimbad, schwimmbad",
    "hagenw, hagenow",
    "feuerwer, feuerwehr",
    "rathhaus, rathaus",
    "ferkehr, verkehr",
    "bebaungsplan, bebauungsplan",
    "kindertagestätten, ",
    "einwoner, einwohner"
  })
  void findsWhatWasMeant(String typed, String meant) {
    var found = TOWN.meantBy(typed, 1);
    assertEquals(meant == null ? List.of() : List.of(meant), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bitcoin",
        "einhorn",
        "quantencomputer",
        "zebra",
        "pizza",
        "mond",
        "raum",
        "saum",
        "xyz",
        "halt",
        "bald",
        "drachen",
        "schwert",
        "kosmos",
        "schale",
        "schuhe",
        ""
      })
  void leavesAWordAloneThatMeansSomethingElse(String typed) {
    assertEquals(List.of(), TOWN.meantBy(typed, 5));
  }

  @Test
  void prefersTheFrequentOfTwoThatAreEquallyNear() {
    var counts = new HashMap<String, Integer>();
    counts.put("baumpark", 2);
    counts.put("raumpark", 500);
    assertEquals("raumpark", Dictionary.of(counts).meantBy("taumpark", 2).getFirst());
  }

  @Test
  void prefersWhatSoundsAlike() {
    assertEquals("fahrrad", dictionary("fahrrad fahrrat jahrrad").meantBy("vahrrad", 1).getFirst());
  }

  @Test
  void findsTheSpaceThatWasLeftOut() {
    assertEquals(Optional.of(List.of("ladesaulen", "hagenow")), TOWN.joinedIn("ladesaulenhagenow"));
    assertEquals(Optional.empty(), TOWN.joinedIn("ladesaulen"));
  }

  @Test
  void knowsItsWords() {
    assertEquals(5, TOWN.count("kita"));
    assertEquals(0, TOWN.count("kit"));
    assertEquals(0, Dictionary.of(new HashMap<>()).count("kita"));
  }

  /** A bound far above the measured millisecond; that one stands in the module bench. */
  @Test
  void isQuickWithManyWords() {
    var random = new Random(7);
    var counts = new HashMap<String, Integer>();
    while (counts.size() < 200_000) {
      var word = new StringBuilder();
      for (var i = random.nextInt(5, 18); i > 0; i--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      counts.put(word.toString(), 1 + random.nextInt(100));
    }
    var many = Dictionary.of(counts);
    var typed = counts.keySet().stream().limit(50).map(word -> word.replaceFirst("e", "")).toList();
    var start = System.nanoTime();
    typed.forEach(word -> many.meantBy(word, 3));
    var millis = (System.nanoTime() - start) / 1e6 / typed.size();
    assertTrue(millis < 50, String.format(Locale.ROOT, "%.1f ms a word", millis));
  }

  @ParameterizedTest
  @CsvSource({
    "wikipedia, 3412",
    "breschnew, 17863",
    "mueller, 657",
    "heinz, 068",
    "fahrrad, 372",
    "xaver, 4837"
  })
  void hearsWordsAsTheCologneProcedureDoes(String word, String code) {
    assertEquals(code, ColognePhonetics.code(word));
  }
}
