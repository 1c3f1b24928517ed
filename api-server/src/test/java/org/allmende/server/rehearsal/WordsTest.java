package org.allmende.server.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void everyCheckHasASentenceInBothLanguages() {
    for (var check : Check.values()) {
      var topic = Topic.of(check);
      assertFalse(topic.german().isBlank(), check.code());
      assertNotEquals(topic.german(), topic.english(), check.code());
    }
  }

  @Test
  void everyEffectHasAHeading() {
    for (var effect : Effect.values()) {
      assertFalse(Rehearsal.words("de").get("effect." + effect.code()).isBlank());
    }
  }

  @Test
  void bothTablesHaveTheSameNamesAndNoneToSpare() throws IOException {
    var german = names("words_de.properties");

    assertEquals(german, names("words_en.properties"));
    var checks = Arrays.stream(Check.values()).map(Check::code).collect(Collectors.toSet());
    var others = Set.of("head", "read", "ends", "more");
    german.removeIf(name -> checks.contains(name) || others.contains(name) || name.contains("."));
    german.removeAll(Set.of("counts", "unseen"));
    assertEquals(Set.of(), german);
  }

  private static Set<String> names(String table) throws IOException {
    var words = new Properties();
    var in = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(table), table);
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return new TreeSet<>(words.stringPropertyNames());
  }
}
