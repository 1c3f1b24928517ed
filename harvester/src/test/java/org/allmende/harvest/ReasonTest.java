package org.allmende.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReasonTest {

  private static final Pattern PLACE = Pattern.compile("(?<!')\\{\\d\\}");

  @Test
  void speaksBothLanguagesAndTellsTheLogEnglish() {
    var failure =
        SourceException.of(
            "content", "list.csv", "CSV", Reason.of("content-page-titled", "Wartung"));

    assertTrue(failure.reason().text("de").contains("eine HTML-Seite mit dem Titel \"Wartung\""));
    assertTrue(failure.reason().text("en").contains("an HTML page titled \"Wartung\""));
    assertEquals(failure.reason().text("en"), failure.getMessage());
  }

  @Test
  void isFoundBehindWhatWrapsIt() {
    var reason = Reason.of("no-file", "list.csv");
    var wrapped = new UncheckedIOException(new SourceException(reason));

    assertEquals(reason, Reason.of(wrapped));
    assertEquals("unforeseen", Reason.of(new IOException("reset")).name());
  }

  @Test
  void hasTheSamePlacesInBothLanguages() {
    for (var table : new String[] {"failures", "report", "source.table.notes"}) {
      var german = bundle(table, Locale.GERMAN);
      var english = bundle(table, Locale.ENGLISH);
      assertEquals(german.keySet(), english.keySet(), table);
      for (var name : german.keySet()) {
        assertEquals(places(german.getString(name)), places(english.getString(name)), name);
      }
    }
  }

  private static ResourceBundle bundle(String table, Locale locale) {
    return ResourceBundle.getBundle(
        "org.allmende.harvest." + table,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
  }
}
