package org.allmende.harvest.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.allmende.catalog.model.LocalizedText;
import org.junit.jupiter.api.Test;

class SettingsNodeTest {

  private final SettingsProblems problems = new SettingsProblems();

  private SettingsNode read(String yaml) {
    return SettingsNode.parse(yaml, "allmende.yaml", Map.of("SECRET", "s3cret$"), problems);
  }

  @Test
  void namesTheNearestKnownKeyAndTheLineOfAnUnknownOne() {
    var root = read("catalog:\n  language: de\n  titel: Daten\n");
    var catalog = root.section("catalog");
    catalog.text("title");
    catalog.text("language");
    root.done();

    assertEquals(
        List.of("allmende.yaml, line 3: unknown key \"titel\". Did you mean \"title\"?"),
        problems.all());
  }

  @Test
  void listsTheKnownKeysWhenNoneIsNear() {
    var root = read("quatsch: 1\n");
    root.text("title");
    root.text("url");
    root.done();

    assertEquals(
        List.of("allmende.yaml, line 1: unknown key \"quatsch\". Known: title, url."),
        problems.all());
  }

  @Test
  void checksTheItemsOfAListToo() {
    var root = read("sources:\n  - id: a\n  - id: b\n    evry: 24h\n");
    root.items("sources")
        .forEach(
            source -> {
              source.text("id");
              source.duration("every");
            });
    root.done();

    assertEquals(
        List.of("allmende.yaml, line 4: unknown key \"evry\". Did you mean \"every\"?"),
        problems.all());
  }

  @Test
  void readsAnAbsentGroupAsEmpty() {
    var root = read("");
    assertEquals(Optional.empty(), root.section("server").text("host"));
    root.done();
    problems.throwIfAny();
  }

  @Test
  void keepsKeysMadeOfDigitsAsText() {
    var root = read("ags: \"01067000\"\npostcodes: [\"01067\", 19999]\n");

    assertEquals(Optional.of("01067000"), root.digits("ags", 8));
    assertEquals(List.of("01067", "19999"), root.texts("postcodes"));
    assertTrue(problems.isEmpty());
  }

  @Test
  void asksForQuotesAroundALeadingZero() {
    read("postcodes: [01067]\n").texts("postcodes");

    assertEquals(
        List.of("allmende.yaml, line 1: postcodes: write \"01067\" in quotes, it begins with 0"),
        problems.all());
  }

  @Test
  void noticesAKeyThatLostItsLeadingZero() {
    assertEquals(Optional.empty(), read("ags: 1067000\n").digits("ags", 8));
    assertEquals(
        List.of(
            "allmende.yaml, line 1: ags: must have 8 digits, got \"1067000\". Was a zero at the"
                + " front lost? Write the key in quotes."),
        problems.all());
  }

  @Test
  void takesSecretsFromTheEnvironment() {
    assertEquals(Optional.of("Bearer s3cret$"), read("key: Bearer ${SECRET}").text("key"));
  }

  @Test
  void reportsAMissingEnvironmentVariable() {
    read("a: 1\nkey: ${TOKEN}").text("key");
    assertEquals(
        List.of("allmende.yaml, line 2: key: the environment variable TOKEN is not set"),
        problems.all());
  }

  @Test
  void readsLengthsOfTime() {
    var root = read("a: 30s\nb: 15m\nc: 24h\nd: 7d\ne: 250ms\nf: 3 weeks\n");

    assertEquals(Optional.of(Duration.ofSeconds(30)), root.duration("a"));
    assertEquals(Optional.of(Duration.ofMinutes(15)), root.duration("b"));
    assertEquals(Optional.of(Duration.ofHours(24)), root.duration("c"));
    assertEquals(Optional.of(Duration.ofDays(7)), root.duration("d"));
    assertEquals(Optional.of(Duration.ofMillis(250)), root.duration("e"));
    assertEquals(Optional.empty(), root.duration("f"));
    assertEquals(
        List.of(
            "allmende.yaml, line 6: f: must be a length of time such as 30s, 15m, 24h or 7d, got"
                + " \"3 weeks\""),
        problems.all());
  }

  @Test
  void readsNumbersWithinTheirLimits() {
    var root = read("a: 8080\nb: 70000\nc: viele\n");

    assertEquals(OptionalInt.of(8080), root.number("a", 0, 65535));
    assertEquals(OptionalInt.empty(), root.number("b", 0, 65535));
    assertEquals(OptionalInt.empty(), root.number("c", 0, 65535));
    assertEquals(
        List.of(
            "allmende.yaml, line 2: b: must be a whole number from 0 to 65535, got \"70000\"",
            "allmende.yaml, line 3: c: must be a whole number from 0 to 65535, got \"viele\""),
        problems.all());
  }

  @Test
  void readsFlags() {
    var root = read("a: true\nb: false\nc: yes\n");

    assertEquals(Optional.of(true), root.flag("a"));
    assertEquals(Optional.of(false), root.flag("b"));
    assertEquals(Optional.empty(), root.flag("c"));
    assertEquals(
        List.of("allmende.yaml, line 3: c: must be true or false, got \"yes\""), problems.all());
  }

  @Test
  void readsTextsInOneOrSeveralLanguages() {
    var root = read("a: Daten\nb: {de: Daten, en: Data}\n");

    assertEquals(Optional.of(LocalizedText.of("", "Daten")), root.localized("a"));
    assertEquals(
        Optional.of(new LocalizedText(Map.of("de", "Daten", "en", "Data"))), root.localized("b"));
  }

  @Test
  void readsAnInlineGroupOrThePathOfAFile() {
    var root = read("a: x.mapping.yaml\nb: {reader: csv}\n");

    assertTrue(!root.isSection("a"));
    assertTrue(root.isSection("b"));
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    read("a: 1\nb: 2\na: 3\n");
    assertEquals(
        List.of(
            "allmende.yaml, line 3: the key \"a\" stands here for the second time, first in line"
                + " 1"),
        problems.all());
  }

  @Test
  void refusesTabs() {
    read("a:\n\tb: 1\n");
    assertEquals(
        List.of("allmende.yaml, line 2: a tab stands where spaces must be. Indent with spaces."),
        problems.all());
  }

  @Test
  void refusesAnchorsBeforeTheyUnfold() {
    read("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
    assertEquals(
        List.of(
            "allmende.yaml, line 1: anchors and aliases (& and *) are not read here. Write the"
                + " value out, or in quotes."),
        problems.all());
  }

  @Test
  void reportsAListWhereAGroupBelongs() {
    read("catalog: [a, b]\n").section("catalog");
    assertEquals(
        List.of(
            "allmende.yaml, line 1: expected a group of keys such as \"key: value\", got a list"),
        problems.all());
  }

  @Test
  void tellsAllProblemsTogether() {
    var root = read("a: x\nb: y\n");
    root.number("a", 0, 9);
    root.flag("b");

    var exception = assertThrows(SettingsException.class, problems::throwIfAny);
    assertEquals(2, exception.problems().size());
    assertEquals(String.join("\n", exception.problems()), exception.getMessage());
  }
}
