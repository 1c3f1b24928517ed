package org.allmende.harvest.source.table;

import java.util.Map;
import org.allmende.catalog.model.LocalizedText;

/**
 * A column of a table.
 *
 * @param name its name in all outputs, such as {@code power_kw}
 * @param type what its values are
 * @param meaning what people read about it
 */
public record Column(String name, Type type, Meaning meaning) {

  /** A column of which the source's own name, or one of ours, is all that is known. */
  public Column(String name, Type type, String title) {
    this(name, type, Meaning.titled(LocalizedText.of("", title)));
  }

  /** The title in the language asked for, else in another. */
  public String title(String language) {
    return meaning.title().in(language).orElse(name);
  }

  /**
   * What a column means.
   *
   * @param title what it is called; the source's own column name where nobody said otherwise
   * @param description more about it; may be empty
   * @param unit of its values, such as {@code kW}; {@code ""} when nobody said
   */
  public record Meaning(LocalizedText title, LocalizedText description, String unit) {

    /** A title and no more. */
    public static Meaning titled(LocalizedText title) {
      return new Meaning(title, new LocalizedText(Map.of()), "");
    }
  }

  /** What the values of a column are, and their Java class in a row. */
  public enum Type {
    /** {@code String}. */
    STRING,
    /** {@code Long}. */
    INTEGER,
    /** {@code BigDecimal}. */
    NUMBER,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code LocalDate}. */
    DATE,
    /** {@code OffsetDateTime}. */
    DATETIME,
    /** {@code List<String>}. */
    LIST,
    /** {@code String}: an absolute http(s) address. */
    URL,
    /** Jackson's {@code JsonNode}, for nested values that pass as they are. */
    JSON
  }
}
