package org.allmende.catalog.search.language;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynonymsTest {

  private static final German GERMAN = German.shared();

  @Test
  void findsEachWordOfAGroupByTheOthers() {
    var synonyms = parse("Müll, Abfall");
    assertEquals(List.of("Abfall"), of(synonyms, "mull"));
    assertEquals(List.of("Müll"), of(synonyms, "abfall"));
  }

  @Test
  void goesOneWayBehindAnArrow() {
    var synonyms = parse("Kita > Krippe, Hort");
    assertEquals(List.of("Krippe", "Hort"), of(synonyms, "kita"));
    assertEquals(List.of(), of(synonyms, "hort"));
  }

  @Test
  void weighsAGroup() {
    assertEquals(0.5f, parse("0.5: Grün, Natur").of(List.of("grun")).getFirst().weight());
  }

  @Test
  void takesSeveralWordsAsOne() {
    var synonyms = parse("ÖPNV, öffentlicher Nahverkehr # Busse und Bahnen");
    assertEquals(List.of("ÖPNV"), of(synonyms, "offentlich", "nahverkehr"));
    assertEquals(2, synonyms.longest());
  }

  @Test
  void namesTheLinesThatAreNone() {
    var problem =
        assertThrows(IllegalArgumentException.class, () -> parse("Müll, Abfall", "Kita", ">"));
    var told = String.valueOf(problem.getMessage());
    assertTrue(told.contains("line 2"), told);
    assertTrue(told.contains("line 3"), told);
  }

  @Test
  void addsTheOperatorsToOurs() {
    var both = parse("Müll, Abfall").and(parse("Müll, Dreck"));
    assertEquals(List.of("Dreck", "Abfall"), of(both, "mull"));
  }

  @Test
  void knowsTheWordsOfTowns() {
    var ours = Synonyms.ofTowns();
    assertTrue(ours.size() >= 600, () -> ours.size() + " words");
    assertTrue(of(ours, "kita").contains("Kindertageseinrichtung"));
  }

  @Test
  void readsAChangedFileAgainAndKeepsTheLastGoodOne(@TempDir Path folder) throws IOException {
    var file = folder.resolve("synonyms.txt");
    write(file, "Allmende, Gemeindeland", 1);
    var synonyms = SynonymFile.open(file, Duration.ZERO);
    assertEquals(List.of("Gemeindeland"), of(synonyms.get(), "allmend"));
    assertTrue(of(synonyms.get(), "kita").contains("Kindertageseinrichtung"));

    write(file, "Allmende, Gemeinheit", 2);
    assertEquals(List.of("Gemeinheit"), of(synonyms.get(), "allmend"));

    write(file, "Allmende", 3);
    assertEquals(List.of("Gemeinheit"), of(synonyms.get(), "allmend"));
  }

  private static void write(Path file, String text, int minute) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Duration.ofMinutes(minute).toSeconds(), SECONDS));
  }

  private static Synonyms parse(String... lines) {
    return Synonyms.parse(List.of(lines), GERMAN);
  }

  private static List<String> of(Synonyms synonyms, String... stems) {
    return synonyms.of(List.of(stems)).stream().map(Synonyms.Synonym::text).toList();
  }
}
