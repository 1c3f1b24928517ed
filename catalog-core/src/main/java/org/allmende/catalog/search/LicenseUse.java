package org.allmende.catalog.search;

import java.util.Arrays;
import java.util.Optional;
import org.allmende.vocab.codelist.CodeLists;

/** What a license allows, in the words of people rather than of lawyers. */
public enum LicenseUse {
  /** For everything, without any condition. */
  FREE("frei"),
  /** For everything, if the source is named. */
  ATTRIBUTION("nennung"),
  /** Not for everything. */
  RESTRICTED("eingeschraenkt"),
  /** Nobody said. */
  UNKNOWN("unbekannt");

  private final String key;

  LicenseUse(String key) {
    this.key = key;
  }

  /** Its value in {@link IndexField#USE} and in addresses. */
  public String key() {
    return key;
  }

  /** The one with this key. */
  public static Optional<LicenseUse> find(String key) {
    return Arrays.stream(values()).filter(use -> use.key.equals(key)).findFirst();
  }

  /** What a license allows, by its IRI or by what somebody wrote. */
  public static LicenseUse of(String license) {
    return CodeLists.licenses()
        .find(license)
        .map(
            known -> {
              if (!known.is("open")) {
                return RESTRICTED;
              }
              return known.is("attribution") ? ATTRIBUTION : FREE;
            })
        .orElse(UNKNOWN);
  }
}
