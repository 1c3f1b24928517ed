package org.allmende.catalog.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.allmende.catalog.search.suggest.Suggestion.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfixTableTest {

  private static InfixTable table(String... texts) {
    return new InfixTable(
        Stream.of(texts).map(text -> new Suggestion(Kind.WORD, text, text, 1)).toList());
  }

  private static List<String> found(InfixTable table, String typed) {
    return table.with(Folding.fold(typed), 10).stream().map(Suggestion::text).toList();
  }

  @ParameterizedTest
  @CsvSource({"bäu", "baeum", "BAUM", "straßenb", "strassenbäu", "Strassen", "äume", "stra"})
  void findsAPieceWhateverItsDiacriticsAndPlace(String typed) {
    assertEquals(List.of("Straßenbäume"), found(table("Straßenbäume", "Haushalt"), typed));
  }

  @Test
  void putsTheBeginningBeforeAWordWithinAndThatBeforeTheMiddle() {
    var table = table("Parkbaum", "Der Baum", "Baum");
    assertEquals(List.of("Baum", "Der Baum", "Parkbaum"), found(table, "baum"));
  }

  @Test
  void putsTheFrequentFirst() {
    var table =
        new InfixTable(
            List.of(
                new Suggestion(Kind.WORD, "Baustelle", "a", 3),
                new Suggestion(Kind.WORD, "Baum", "b", 30)));
    assertEquals(List.of("Baum", "Baustelle"), found(table, "bau"));
  }

  @Test
  void findsAcrossWords() {
    assertEquals(List.of("Offene Daten"), found(table("Offene Daten"), "ene dat"));
  }

  @Test
  void findsNothingInNothing() {
    assertEquals(List.of(), found(table(), "baum"));
    assertEquals(List.of(), found(table("Baum"), "baumhaus"));
    assertEquals(List.of(), found(table("Baum"), "zz"));
  }

  /** A bound far above the measured time; that one stands in the module bench. */
  @Test
  void isQuickWithManyTexts() {
    var random = new Random(3);
    var texts = new ArrayList<Suggestion>();
    for (var i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (var j = random.nextInt(5, 15); j > 0; j--) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      texts.add(new Suggestion(Kind.WORD, text.toString(), text.toString(), i));
    }
    var table = new InfixTable(texts);
    var start = System.nanoTime();
    for (var i = 0; i < 200; i++) {
      table.with(texts.get(i).text().substring(0, 2 + i % 4), 8);
    }
    var millis = (System.nanoTime() - start) / 1e6 / 200;
    assertTrue(millis < 20, String.format(Locale.ROOT, "%.2f ms", millis));
  }
}
