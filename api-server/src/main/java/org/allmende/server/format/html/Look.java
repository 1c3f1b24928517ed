package org.allmende.server.format.html;

import java.util.Optional;
import org.allmende.catalog.model.LocalizedText;

/**
 * What makes the site look like the town's ({@code web-ui.md} 3).
 *
 * @param accent the color of links and buttons; empty: ours
 * @param logo stands before the name; empty: ours
 * @param logoText what the logo shows, for those who do not see it, such as the town's crest
 * @param isPublicBody whether the operator confirmed to be one
 * @param styleSheet rules that stand after ours; empty for none
 * @param strip the sentence at the top of every page, shown for a public body alone
 */
public record Look(
    Optional<Accent> accent,
    Optional<Logo> logo,
    LocalizedText logoText,
    Optional<StyleSheet> styleSheet,
    boolean isPublicBody,
    LocalizedText strip) {

  /** Our own look. */
  public static Look ours() {
    var nothing = LocalizedText.of("de", "");
    return new Look(Optional.empty(), Optional.empty(), nothing, Optional.empty(), false, nothing);
  }

  /** The strip, where there is one. */
  Optional<Localized> strip(String language) {
    return Localized.of(strip, language).filter(text -> isPublicBody && !text.text().isBlank());
  }

  /** The logo's text; {@code ""} says that the name beside it is enough. */
  Localized logoText(String language) {
    return Localized.of(logoText, language).orElse(new Localized("", null));
  }
}
