package org.allmende.catalog.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What data.europa.eu calls a number of points out of 405 (dcat-ap-de.md 9). */
public enum Rating {
  EXCELLENT(351, "ausgezeichnet", "excellent"),
  GOOD(221, "gut", "good"),
  SUFFICIENT(121, "ausreichend", "sufficient"),
  BAD(0, "schlecht", "bad");

  private final int from;
  private final String labelDe;
  private final String labelEn;

  Rating(int from, String labelDe, String labelEn) {
    this.from = from;
    this.labelDe = labelDe;
    this.labelEn = labelEn;
  }

  /** The rating of that many points. */
  public static Rating of(double points) {
    for (var rating : values()) {
      if (points >= rating.from) {
        return rating;
      }
    }
    return BAD;
  }

  /** Its value in the search index and in addresses, such as {@code good}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this key. */
  public static Optional<Rating> find(String key) {
    return Arrays.stream(values()).filter(rating -> rating.key().equals(key)).findFirst();
  }

  /** The label: English for {@code "en"}, German for any other language. */
  public String label(String language) {
    return language.equals("en") ? labelEn : labelDe;
  }
}
