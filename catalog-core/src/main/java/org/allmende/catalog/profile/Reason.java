package org.allmende.catalog.profile;

/**
 * Why a rule changes something, in words for an operator.
 *
 * @param rule the rule's lasting name, such as {@code clean-keywords}
 * @param clause where it is written: conventions as {@code K 12}, sections of {@code dcat-ap-de.md}
 * @param de the reason in German, to stand behind a colon
 * @param en the same in English
 */
public record Reason(String rule, String clause, String de, String en) {

  public Reason {
    if (!rule.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a rule is named such as clean-keywords, not " + rule);
    }
  }

  /** The reason in a language: English for {@code "en"}, German for any other. */
  public String text(String language) {
    return language.equals("en") ? en : de;
  }
}
