package org.allmende.server.format.html;

import java.util.Optional;
import org.allmende.catalog.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A text of the catalog on a page.
 *
 * @param text the text
 * @param lang its language where that is not the page's; null leaves the attribute away
 */
record Localized(String text, @Nullable String lang) {

  /** The text for readers of this language; empty when there is none. */
  static Optional<Localized> of(LocalizedText text, String language) {
    return text.in(language).map(found -> new Localized(found, attribute(text, language)));
  }

  private static @Nullable String attribute(LocalizedText text, String language) {
    var found = text.languageOf(language);
    if (found.equals(language)) {
      return null;
    }
    // an untagged text is German here until somebody says otherwise
    var tag = found.isEmpty() ? "de" : found;
    return tag.equals(language) ? null : tag;
  }

  /** Another text in the same language. */
  Localized withText(String other) {
    return new Localized(other, lang);
  }
}
