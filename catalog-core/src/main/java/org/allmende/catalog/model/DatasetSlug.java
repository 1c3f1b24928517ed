package org.allmende.catalog.model;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The readable name of a dataset, an organization or a file in addresses; CKAN's {@code name}.
 *
 * @param value 2 to 100 characters of {@code a-z 0-9 - _}
 */
public record DatasetSlug(String value) {

  private static final int CUT = 95;
  private static final int LONGEST = 100;
  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9_-]{2," + LONGEST + "}");
  private static final Pattern YEAR_AT_END =
      Pattern.compile("-((?:19|20)\\d\\d(?:-(?:19|20)\\d\\d)?)$");

  public DatasetSlug {
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a name has 2 to 100 characters of a-z 0-9 - _, got \"" + value + "\"");
    }
  }

  /**
   * The slug of a title ({@code ckan-api.md} 5.2 with the German ä→ae, ö→oe, ü→ue, ß→ss).
   *
   * @param fallback what to take when the title has no letter or digit, such as the dataset's id
   */
  public static DatasetSlug ofTitle(String title, String fallback) {
    var bare =
        ascii(title)
            .replaceAll("[ .:/]", "-")
            .replaceAll("[^A-Za-z0-9_-]", "")
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("-{2,}", "-")
            .replaceAll("^-|-$", "");
    var slug = cut(bare);
    if (slug.isEmpty()) {
      return new DatasetSlug(fallback);
    }
    return new DatasetSlug(slug.length() == 1 ? slug + "_" : slug);
  }

  /** True when the text could be a slug. */
  public static boolean isSlug(String text) {
    return ALLOWED.matcher(text).matches();
  }

  /** This name with {@code -number} behind it, cut so that it still fits. */
  public DatasetSlug numbered(int number) {
    var suffix = "-" + number;
    var room = Math.min(value.length(), LONGEST - suffix.length());
    return new DatasetSlug(value.substring(0, room) + suffix);
  }

  private static String cut(String slug) {
    if (slug.length() <= CUT) {
      return slug;
    }
    var year = YEAR_AT_END.matcher(slug);
    if (!year.find()) {
      return slug.substring(0, CUT).replaceAll("-$", "");
    }
    var room = CUT - year.group(1).length() - 1;
    return slug.substring(0, room).replaceAll("-$", "") + "-" + year.group(1);
  }

  private static String ascii(String title) {
    var german =
        Normalizer.normalize(title, Normalizer.Form.NFC)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("Ä", "Ae")
            .replace("Ö", "Oe")
            .replace("Ü", "Ue")
            .replace("ß", "ss")
            .replace("ẞ", "SS")
            .replace("æ", "ae")
            .replace("Æ", "Ae")
            .replace("ø", "o")
            .replace("Ø", "O")
            .replace("þ", "th")
            .replace("Þ", "Th")
            .replace("ð", "d")
            .replace("Ð", "D");
    return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  @Override
  public String toString() {
    return value;
  }
}
