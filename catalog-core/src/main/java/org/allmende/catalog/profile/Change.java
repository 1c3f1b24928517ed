package org.allmende.catalog.profile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that a view says otherwise than the source.
 *
 * @param reason the rule that did it, and why
 * @param node the node concerned: its IRI, or {@code []} for a blank node
 * @param property the property concerned, an IRI
 * @param before the values that went, as text; empty when something was added
 * @param after the values that came; empty when something was left out
 */
public record Change(
    Reason reason, String node, String property, List<String> before, List<String> after) {

  public Change {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * What an operator reads, such as {@code Schlagwort (dcat:keyword): „a, b“ wurde durch „a“, „b“
   * ersetzt. Das Portal …}: English for {@code "en"}, German for any other language.
   */
  public String sentence(String language) {
    var isEnglish = language.equals("en");
    var field = FieldNames.of(property, language);
    return "%s: %s. %s"
        .formatted(field, isEnglish ? what("en") : what("de"), reason.text(language));
  }

  private String what(String language) {
    var isEnglish = language.equals("en");
    if (before.isEmpty()) {
      return (isEnglish ? "%s was added" : "%s wurde ergänzt").formatted(quoted(after, language));
    }
    if (after.isEmpty()) {
      return (isEnglish ? "%s was left out" : "%s wurde weggelassen")
          .formatted(quoted(before, language));
    }
    return (isEnglish ? "%s was replaced by %s" : "%s wurde durch %s ersetzt")
        .formatted(quoted(before, language), quoted(after, language));
  }

  private static String quoted(List<String> values, String language) {
    var form = language.equals("en") ? "\"%s\"" : "„%s“";
    return values.stream().map(form::formatted).collect(Collectors.joining(", "));
  }
}
