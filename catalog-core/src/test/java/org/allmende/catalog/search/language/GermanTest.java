package org.allmende.catalog.search.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GermanTest {

  private static final German GERMAN = new German();

  @Test
  void saysLessThanACompound() {
    assertEquals(List.of("Baustellen"), GERMAN.lessSpecific("Baustellenkalender"));
    assertEquals(List.of("Zeitung"), GERMAN.lessSpecific("Zeitungskiosk"));
    assertEquals(List.of("Baumarten", "Baum"), GERMAN.lessSpecific("Baumartenliste"));
    assertEquals(List.of("Straßenbaum"), GERMAN.lessSpecific("Straßenbaumkataster"));
    assertEquals(List.of("Friedhof"), GERMAN.lessSpecific("Friedhofsplan"));
    assertEquals(List.of("Übernachtungen"), GERMAN.lessSpecific("Gästeübernachtungen"));
  }

  @Test
  void saysNoLessThanAWordThatIsWhole() {
    for (var word :
        List.of(
            "Bahnhof",
            "Haushalt",
            "Ladekabel",
            "Straßenbahn",
            "Baum",
            "Xylqrt",
            "Ökostrom",
            "Lebenserwartung")) {
      assertEquals(List.of(), GERMAN.lessSpecific(word), word);
    }
  }

  @Test
  void takesInflectionOff() {
    for (var forms :
        List.of(
            "Baum Bäume Bäumen Baumes",
            "Haus Häuser Häusern Hauses",
            "Ladesäule Ladesäulen",
            "Amt Ämter Ämtern Amtes",
            "Museum Museen Museums",
            "Zentrum Zentren",
            "Gremium Gremien",
            "Verzeichnis Verzeichnisse Verzeichnissen Verzeichnisses",
            "Stadt Städte Städten",
            "öffentlich öffentliche öffentlicher öffentlichen öffentlichem",
            "Wohnung Wohnungen",
            "Hotspot Hotspots",
            "Bürger Bürgern Bürgers Bürgerin Bürgerinnen",
            "Kita Kitas",
            "Rat Räte Räten Rates",
            "Bus Busse Bussen",
            "Pkw Pkws PKW")) {
      var stems = GERMAN.words(forms).stream().map(Word::stem).collect(Collectors.toSet());
      assertEquals(1, stems.size(), forms + " " + stems);
    }
  }

  @Test
  void keepsWordsApartThatOnlyLookAlike() {
    for (var pair :
        List.of(
            "Rat Rate",
            "Schule Schüler",
            "Miete Mieter",
            "Bau Bauer",
            "Eis Eisen",
            "Bus Bußgeld",
            "Förderung Forderung",
            "Zählung Zahlung",
            "Post Posten",
            "Laden Lade",
            "Ausland Ausländer",
            "Park Parken")) {
      var stems = GERMAN.words(pair).stream().map(Word::stem).toList();
      assertNotEquals(stems.getFirst(), stems.getLast(), pair);
    }
  }

  @Test
  void readsEverySpellingAlike() {
    for (var spellings :
        List.of(
            "Straßenbäume Strassenbäume Strassenbaeume Strassenbaume STRASSENBÄUME",
            "Bevölkerung Bevoelkerung Bevolkerung",
            "Prüfung Pruefung Prufung",
            "Café Cafe",
            "Ba\u0308ume Bäume",
            "Haus\u00adhalt Haushalt")) {
      var stems = GERMAN.words(spellings).stream().map(Word::stem).collect(Collectors.toSet());
      assertEquals(1, stems.size(), spellings + " " + stems);
    }
  }

  @Test
  void splitsCompounds() {
    assertParts("Straßenbaumkataster", "strass", "baum", "kataster", "baumkataster");
    assertParts("Müllabfuhrtermine", "mull", "abfuhr", "termin");
    assertParts("Hundesteuersatzung", "hund", "steuer", "satzung", "hundesteuer");
    assertParts("Haushaltsplanentwurf", "haushalt", "plan", "entwurf", "haushaltsplan");
    assertParts("Gemeinderatswahl", "gemeind", "rat", "wahl", "gemeinderat");
    assertParts("Bezirksamtes", "bezirk", "amt");
    assertParts("OpenData", "open", "data");
    assertParts("PM10", "pm", "10");
  }

  @Test
  void leavesWholeWhatIsNoCompound() {
    for (var word :
        List.of(
            "Haushalt",
            "Bahnhof",
            "Landtag",
            "Monat",
            "Quadrat",
            "Samt",
            "Sport",
            "Transport",
            "Beirat",
            "Rathaus",
            "Brandenburg",
            "Düsseldorf",
            "Eisenbahn",
            "Wirtschaft")) {
      assertEquals(List.of(), GERMAN.words(word).getFirst().parts(), word);
    }
  }

  private static void assertParts(String word, String... expected) {
    var parts = Set.copyOf(GERMAN.words(word).getFirst().parts());
    assertTrue(parts.containsAll(Set.of(expected)), word + " " + parts);
  }

  @Test
  void readsGenderFormsAsOneWord() {
    for (var form :
        List.of(
            "Bürger:innen",
            "Bürger*innen",
            "Bürger_innen",
            "Bürger·innen",
            "BürgerInnen",
            "Bürger/-innen",
            "Bürger/innen",
            "Bürger(innen)",
            "Bürger/in",
            "Bürger:in")) {
      assertEquals(List.of("burger"), stems(form), form);
    }
    assertEquals(stems("Bürgerbüro"), stems("Bürger:innenbüro"));
    assertEquals(List.of("rat", "innenstadt"), stems("Rat/Innenstadt"));
  }

  @Test
  void completesWhatAHyphenLeavesOut() {
    assertTrue(stems("Grün- und Freiflächen").contains(stems("Grünflächen").getFirst()));
    assertTrue(
        stems("Alters- und Geschlechtsstruktur").contains(stems("Altersstruktur").getFirst()));
    assertTrue(stems("Kinder- und Jugendhilfe").contains(stems("Kinderhilfe").getFirst()));
  }

  @Test
  void readsHyphensAsOneWordAndAsSeveral() {
    assertEquals(Set.of("wlan", "hotspot", "wlanhotspot"), Set.copyOf(stems("WLAN-Hotspots")));
    assertTrue(stems("W-LAN").contains("wlan"));
    assertTrue(stems("Müll-Kalender").contains(stems("Müllkalender").getFirst()));
  }

  @Test
  void knowsTheYearsOfARange() {
    assertTrue(stems("Einwohner 2019-2022").containsAll(List.of("2019", "2020", "2021", "2022")));
    assertTrue(stems("Bilanz 2019/20").containsAll(List.of("2019", "2020")));
    assertTrue(stems("Stand 31.12.2018").contains("2018"));
    assertFalse(stems("1990 bis 2020").contains("2000"));
  }

  @Test
  void writesAbbreviationsOut() {
    assertEquals(stems("Hauptstraße"), stems("Hauptstr."));
    assertEquals(stems("Straße"), stems("Str."));
    assertEquals(stems("Sankt Georg"), stems("St. Georg"));
  }

  @Test
  void passesOverWordsThatSayNothing() {
    assertEquals(List.of("ladesaul"), stems("wo gibt es die Ladesäulen"));
    assertEquals(List.of(), stems("und oder der die das"));
  }

  @Test
  void readsWhateverIsThere() {
    for (var text :
        List.of("", "-", "::::", "🙂🙂", "((", "a-b-c-d-e-f-g-h-i-j", "\u202eabc", "\u0000")) {
      assertTrue(GERMAN.words(text).size() < 40, text);
      assertTrue(GERMAN.units(text).size() < 40, text);
    }
    assertEquals(1, GERMAN.units("ä".repeat(100_000)).size());
  }

  @Test
  void isQuickWithLongText() {
    var text = "Straßenbaumkataster-Fällungen, ".repeat(3_500);
    var begun = System.nanoTime();
    GERMAN.units(text);
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(2).toNanos());
  }

  private static List<String> stems(String text) {
    return GERMAN.words(text).stream().map(Word::stem).toList();
  }
}
