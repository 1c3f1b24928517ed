package org.allmende.harvest.source.table;

/**
 * A column of a table.
 *
 * @param name its name in all outputs, such as {@code power_kw}
 * @param type what its values are
 * @param title what people read; the source's own column name where there is one
 */
public record Column(String name, Type type, String title) {

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
