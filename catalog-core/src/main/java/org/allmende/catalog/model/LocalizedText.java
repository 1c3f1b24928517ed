package org.allmende.catalog.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A text in one or more languages.
 *
 * @param byLanguage BCP 47 tag to text, in the order of preference; the tag is {@code ""} where the
 *     source named none
 */
public record LocalizedText(Map<String, String> byLanguage) {

  public LocalizedText {
    byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
  }

  /** A text in one language. */
  public static LocalizedText of(String language, String text) {
    return new LocalizedText(Map.of(language, text));
  }

  /**
   * The text in the language asked for, else untagged, else German, else the first; empty for none.
   */
  public Optional<String> in(String language) {
    return exactly(language)
        .or(() -> exactly(""))
        .or(() -> exactly("de"))
        .or(() -> byLanguage.values().stream().findFirst());
  }

  /** The text in exactly this language. */
  public Optional<String> exactly(String language) {
    return Optional.ofNullable(byLanguage.get(language));
  }

  /** The language of the text that {@link #in} gives; {@code ""} when untagged or absent. */
  public String languageOf(String language) {
    if (byLanguage.containsKey(language)) {
      return language;
    }
    if (byLanguage.containsKey("")) {
      return "";
    }
    return byLanguage.containsKey("de")
        ? "de"
        : byLanguage.keySet().stream().findFirst().orElse("");
  }

  /** True when there is no text at all. */
  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }
}
