package org.allmende.harvest.source.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** How a CSV file is written: the delimiter whose rows agree most ({@code sources.md} 2.3). */
final class CsvDialect {

  private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');
  private static final int ROWS_LOOKED_AT = 200;

  private CsvDialect() {}

  /**
   * The format of a text; a text without any delimiter has one column.
   *
   * @param text how it begins
   */
  static CSVFormat detect(String text) {
    var best = format(';');
    var bestAgreement = 0L;
    for (var delimiter : DELIMITERS) {
      var format = format(delimiter);
      var agreement = agreement(text, format);
      if (agreement > bestAgreement) {
        best = format;
        bestAgreement = agreement;
      }
    }
    return best;
  }

  static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setLenientEof(true)
        .setTrailingData(true)
        .get();
  }

  /** How many cells stand in rows of the most frequent length; a single column counts nothing. */
  private static long agreement(String text, CSVFormat format) {
    var rowsByLength = new HashMap<Integer, Integer>();
    for (var length : lengths(text, format)) {
      if (length > 1) {
        rowsByLength.merge(length, 1, Integer::sum);
      }
    }
    return rowsByLength.entrySet().stream()
        .mapToLong(entry -> (long) entry.getValue() * entry.getValue() * entry.getKey())
        .max()
        .orElse(0);
  }

  private static List<Integer> lengths(String text, CSVFormat format) {
    var lengths = new ArrayList<Integer>();
    try (var parser = CSVParser.parse(new StringReader(text), format)) {
      for (var row : parser) {
        lengths.add(row.size());
        if (lengths.size() == ROWS_LOOKED_AT) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // With this delimiter the quotes make no sense; the rows read so far count all the same.
      return lengths;
    }
    return lengths;
  }
}
