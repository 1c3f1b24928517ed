package org.allmende.server.preview;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A column of a prepared table.
 *
 * @param name as the file calls it
 * @param style how its values are written
 */
public record TableColumn(String name, Style style) {

  /** How the values of a column are written: all of them that are not empty. */
  public enum Style {
    /** Anything. */
    TEXT,
    /** Numbers such as 1234.5. */
    DECIMAL_DOT,
    /** Numbers such as 1.234,5. */
    DECIMAL_COMMA,
    /** Days or times such as 2026-08-03. */
    ISO_DATE,
    /** Days such as 3.8.2026. */
    GERMAN_DATE
  }

  /** Whether its values are numbers. */
  public boolean isNumber() {
    return style == Style.DECIMAL_DOT || style == Style.DECIMAL_COMMA;
  }

  /** The number that a cell holds; empty when the column or the cell holds none. */
  public Optional<BigDecimal> number(String cell) {
    if (!isNumber() || cell.isEmpty()) {
      return Optional.empty();
    }
    var dotted = style == Style.DECIMAL_COMMA ? cell.replace(".", "").replace(',', '.') : cell;
    return Optional.of(new BigDecimal(dotted));
  }

  /** Whether its values are days or times. */
  public boolean isDate() {
    return style == Style.ISO_DATE || style == Style.GERMAN_DATE;
  }
}
