package org.allmende.catalog.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.allmende.vocab.profile.Profile;
import org.junit.jupiter.api.Test;

/**
 * The table of rules in {@code docs/profile-rules.md} says what the classes say. With {@code
 * -Dallmende.docs=write} this test writes the file instead.
 */
class ProfileRulesDocTest {

  private static final Path FILE = Path.of("..", "docs", "profile-rules.md");

  private static final String HEAD =
      """
      # What the profiles change

      The ledger keeps every description as it came; `profiles=raw` gives it back. `dcatap_de` (DCAT-AP.de 3.0) and `dcatap_de_2` (2.0) are
      computed from it by the rules below, in this order. None of them invents a fact: what is missing stays missing and is reported by
      `allmende validate`. What was changed at one dataset, `Catalog.changes` tells in German and English, with the reason of the rule.

      The second column says where the rule is written: a number is a section of `dcat-ap-de.md`, K a convention of the German handbook.
      This file is made by a test: `mvn -pl vocab,catalog-core test -Dtest=ProfileRulesDocTest -Dallmende.docs=write`
      (with `-Dsurefire.failIfNoSpecifiedTests=false`).
      """;

  @Test
  void saysWhatTheRulesSay() throws IOException {
    var rules = ProfileView.rules(Profile.DCAT_AP_DE);
    var rulesOf2 = ProfileView.rules(Profile.DCAT_AP_DE_2);
    var text =
        HEAD
            + table("`dcatap_de`", rules)
            + table(
                "`dcatap_de_2`, after those above",
                rulesOf2.subList(rules.size(), rulesOf2.size()));
    if ("write".equals(System.getProperty("allmende.docs"))) {
      Files.writeString(FILE, text);
    }
    assertEquals(
        text,
        Files.readString(FILE),
        "docs/profile-rules.md is stale; write it anew with -Dallmende.docs=write");
  }

  private static String table(String title, List<ViewRule> rules) {
    return rules.stream()
        .map(ViewRule::reason)
        .map(r -> "| `%s` | %s | %s | %s |%n".formatted(r.rule(), r.clause(), r.en(), r.de()))
        .collect(
            Collectors.joining(
                "",
                "\n## " + title + "\n\n| rule | where | why | warum |\n|---|---|---|---|\n",
                ""));
  }
}
