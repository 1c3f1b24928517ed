package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.RawRow;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row by the names that their columns had over the years. Notes which columns were
 * asked for, so that the others can be told.
 */
final class Cells {

  private static final int MOST_DIGITS = 400;

  private static final Pattern NOTHING =
      Pattern.compile("(?i)k\\.? ?A\\.?|Keine Angaben?|N/A|-+|null|unbekannt");

  private final ColumnNames columns;
  private final RawRow row;
  private final BitSet asked;

  Cells(ColumnNames columns, RawRow row, BitSet asked) {
    this.columns = columns;
    this.row = row;
    this.asked = asked;
  }

  /** The cell of the first of these columns that has one; null when all are empty. */
  @Nullable JsonNode find(String... names) {
    JsonNode found = null;
    for (var name : names) {
      var index = columns.find(List.of(name));
      if (index.isPresent()) {
        asked.set(index.getAsInt());
        var cell = found == null ? row.cell(index.getAsInt()) : found;
        found = cell;
      }
    }
    return found;
  }

  /** The text of the first of these columns that says something. */
  Optional<String> text(String... names) {
    for (var name : names) {
      var text = plain(find(name));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** The text of a value, without white space around it; empty for "no value". */
  static Optional<String> plain(@Nullable JsonNode node) {
    return node == null || !node.isValueNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(written(node).replace('\u00a0', ' ').strip())
            .filter(text -> !text.isEmpty() && !NOTHING.matcher(text).matches());
  }

  /** Jackson writes 160 as 1.6E+2, and a workbook 7 as 7.0. */
  private static String written(JsonNode node) {
    return node.isBigDecimal() && Math.abs(node.decimalValue().scale()) < MOST_DIGITS
        ? node.decimalValue().stripTrailingZeros().toPlainString()
        : node.asText();
  }

  /** A number with a decimal comma or point. */
  static Optional<BigDecimal> number(String text) {
    var bare = text.replaceAll("[\\s\u00a0\u202f']", "").replace(',', '.');
    return bare.matches("-?\\d{1,15}(\\.\\d{1,15})?")
        ? Optional.of(new BigDecimal(bare))
        : Optional.empty();
  }

  /** The parts of a text between separators, without empty ones. */
  static List<String> parts(String text, String separators) {
    var parts = new ArrayList<String>();
    for (var part : text.split(separators)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  /** Marks columns, with all inside them, as known although nothing is taken from them. */
  void ignore(String... names) {
    for (var name : names) {
      columns.find(List.of(name)).ifPresent(asked::set);
      var inside = ColumnNames.normal(name) + ".";
      for (int i = 0; i < columns.size(); i++) {
        if (ColumnNames.normal(columns.name(i)).startsWith(inside)) {
          asked.set(i);
        }
      }
    }
  }
}
