package org.allmende.catalog.search;

import java.util.regex.Pattern;

/**
 * A field of the index: what can be searched, filtered, counted or sorted by. The constants are
 * what every dataset may have; {@link #extra} and its siblings are the free extras, of which any
 * may exist. A field that no dataset has matches nothing.
 *
 * @param name its name in the index, unique among all fields
 * @param kind how its values compare
 */
public record IndexField(String name, Kind kind) {

  /** Words of the title. */
  public static final IndexField TITLE = words("title");

  /** Words of the description. */
  public static final IndexField DESCRIPTION = words("description");

  /** Words of everything: title, description, keywords, publisher, distributions, extras. */
  public static final IndexField EVERYTHING = words("everything");

  /** The dataset's IRI. */
  public static final IndexField URI = exact("uri");

  /** The CKAN id. */
  public static final IndexField ID = exact("id");

  /** The slug. */
  public static final IndexField NAME = exact("name");

  /** Free keywords, each whole. */
  public static final IndexField KEYWORD = exact("keyword");

  /** Codes of the EU data themes in lower case, such as {@code tran}. */
  public static final IndexField THEME = exact("theme");

  /** CKAN name of the publisher. */
  public static final IndexField PUBLISHER = exact("publisher");

  /** CKAN id of the publisher. */
  public static final IndexField PUBLISHER_ID = exact("publisher_id");

  /** Code of what the publisher is in lower case, such as {@code localauthority}. */
  public static final IndexField PUBLISHER_TYPE = exact("publisher_type");

  /** CKAN name of the organization that owns the dataset: its members may see what is private. */
  public static final IndexField OWNER = exact("owner");

  /** The user who made the dataset. */
  public static final IndexField CREATOR = exact("creator");

  /** CKAN's short names of the distributions' formats, such as {@code CSV}. */
  public static final IndexField FORMAT = exact("format");

  /** License, IRI or text. */
  public static final IndexField LICENSE = exact("license");

  /** {@code true} when the license is open. */
  public static final IndexField OPEN_LICENSE = exact("open_license");

  /** Keys of the places covered, such as {@code 13076060}. */
  public static final IndexField PLACE = exact("place");

  /**
   * Keys of the regions that it lies in, from the state to the municipality: {@code 13}, {@code
   * 13076}, {@code 13076060}. A dataset about a district has the state and the district.
   */
  public static final IndexField REGION = exact("region");

  /** What it offers, a key of {@link DataKind}. */
  public static final IndexField KIND = exact("kind");

  /** What its license allows, a key of {@link LicenseUse}. */
  public static final IndexField USE = exact("use");

  /** The years that its data is about, such as {@code 2024}. */
  public static final IndexField YEAR = exact("year");

  /** How good its description is, a name of {@code Rating} in lower case. */
  public static final IndexField RATING = exact("rating");

  /** The series that it belongs to, each by its slug. */
  public static final IndexField SERIES = exact("series");

  /** Id of the harvest source. */
  public static final IndexField SOURCE = exact("source");

  /** {@code active}, {@code draft}, {@code deprecated}. */
  public static final IndexField STATE = exact("state");

  /** {@code public} when anybody may see it, else {@code private}; a draft is private. */
  public static final IndexField VISIBILITY = exact("visibility");

  /** {@code true} when it is marked as private, whatever its state. */
  public static final IndexField PRIVATE = exact("private");

  /** When it entered the catalog. */
  public static final IndexField CREATED = time("created");

  /** When its content last changed. */
  public static final IndexField MODIFIED = time("modified");

  /** When its data last changed as its publisher says, else when its content did. */
  public static final IndexField UPDATED = time("updated");

  /**
   * The day of {@link #UPDATED} in UTC, such as {@code 2026-03-31}. Counted with every day that
   * occurs: whoever asks adds up the days of a week or a year.
   */
  public static final IndexField UPDATED_DAY = exact("updated_day");

  /** How many distributions it has. */
  public static final IndexField DISTRIBUTIONS = number("distributions");

  /** How many keywords it has. */
  public static final IndexField KEYWORDS = number("keywords");

  private static final Pattern NOT_IN_KEYS = Pattern.compile("[^0-9A-Za-z_-]");

  public IndexField {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a field needs a name");
    }
  }

  private static IndexField words(String name) {
    return new IndexField(name, Kind.WORDS);
  }

  private static IndexField exact(String name) {
    return new IndexField(name, Kind.EXACT);
  }

  private static IndexField time(String name) {
    return new IndexField(name, Kind.TIME);
  }

  private static IndexField number(String name) {
    return new IndexField(name, Kind.NUMBER);
  }

  /** The whole values of extras with this key. */
  public static IndexField extra(String key) {
    return exact("extra." + plain(key));
  }

  /** The words of extras with this key. */
  public static IndexField extraWords(String key) {
    return words("extra_words." + plain(key));
  }

  /** The times of extras with this key. */
  public static IndexField extraTime(String key) {
    return time("extra_time." + plain(key));
  }

  /** As CKAN does: what cannot stand in the name of a field is left out. */
  private static String plain(String key) {
    return NOT_IN_KEYS.matcher(key).replaceAll("");
  }

  /** How the values of a field are compared. */
  public enum Kind {
    /** Analysed: stems, umlauts, compounds. */
    WORDS,
    /** Whole and by letter case. */
    EXACT,
    /** Milliseconds since 1970. */
    TIME,
    /** A whole number. */
    NUMBER
  }
}
