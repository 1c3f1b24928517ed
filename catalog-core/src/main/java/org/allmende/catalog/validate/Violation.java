package org.allmende.catalog.validate;

import java.util.Optional;

/**
 * One finding about a description.
 *
 * @param severity how bad it is
 * @param rule code of the rule, such as {@code dataset-title-missing}
 * @param focus the node concerned: its IRI, or {@code []} for a blank node
 * @param property the property concerned, an IRI; empty when the node as a whole is concerned
 * @param value the offending value, when there is one
 * @param messageDe what is wrong, in German, for a clerk
 * @param messageEn the same in English
 * @param repair what to write instead of the value, as in Turtle, where that is certain
 */
public record Violation(
    Severity severity,
    String rule,
    String focus,
    Optional<String> property,
    Optional<String> value,
    String messageDe,
    String messageEn,
    Optional<String> repair) {

  /** A finding without a certain repair. */
  public Violation(
      Severity severity,
      String rule,
      String focus,
      Optional<String> property,
      Optional<String> value,
      String messageDe,
      String messageEn) {
    this(severity, rule, focus, property, value, messageDe, messageEn, Optional.empty());
  }

  /** How bad a finding is, as SHACL names it. */
  public enum Severity {
    VIOLATION,
    WARNING,
    INFO
  }

  /** True when it must not be. */
  public boolean isViolation() {
    return severity == Severity.VIOLATION;
  }

  /** The message in a language: English for {@code "en"}, German for any other. */
  public String message(String language) {
    return language.equals("en") ? messageEn : messageDe;
  }
}
