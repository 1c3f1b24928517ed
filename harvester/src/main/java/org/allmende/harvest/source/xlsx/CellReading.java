package org.allmende.harvest.source.xlsx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Values of the cells of one workbook: texts, numbers, and times where the format shows them. */
final class CellReading {

  /** Columns of a header; a sheet whose last column is styled claims 16,384 of them. */
  private static final int MOST_COLUMNS = 2_000;

  private static final LocalDateTime EXCEL_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

  /** A character that Excel writes by its number, such as {@code _x000D_}. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final CellFormats formats = new CellFormats();
  private final boolean isDate1904;

  /** A reading of a workbook whose days count from 1900, or from 1904 as on old Macs. */
  CellReading(boolean isDate1904) {
    this.isDate1904 = isDate1904;
  }

  List<String> texts(Row row) {
    var texts = new ArrayList<String>();
    for (var cell : cells(row, MOST_COLUMNS)) {
      texts.add(cell == null ? "" : cell.asText());
    }
    return texts;
  }

  List<@Nullable JsonNode> cells(Row row, int most) {
    var cells = new ArrayList<@Nullable JsonNode>();
    for (int i = 0; i < Math.min(most, row.getCellCount()); i++) {
      var cell = row.getCell(i);
      cells.add(cell == null ? null : value(cell));
    }
    return cells;
  }

  private @Nullable JsonNode value(Cell cell) {
    if (cell.getType() == CellType.ERROR || cell.getValue() == null) {
      return null;
    }
    return switch (cell.getValue()) {
      case Boolean flag -> BooleanNode.valueOf(flag);
      case BigDecimal number -> number(cell, number);
      default -> TextNode.valueOf(unescaped(cell.getValue().toString()));
    };
  }

  private JsonNode number(Cell cell, BigDecimal number) {
    if (formats.isTime(cell.getDataFormatId(), cell.getDataFormatString())) {
      var time = time(number);
      if (time.isPresent()) {
        return TextNode.valueOf(time.get());
      }
    }
    // A sheet holds binary numbers: 52.520000000000003 was typed as 52.52.
    var binary = number.doubleValue();
    return Double.isFinite(binary)
        ? DecimalNode.valueOf(BigDecimal.valueOf(binary))
        : TextNode.valueOf(number.toString());
  }

  private Optional<String> time(BigDecimal serial) {
    try {
      var millis = Math.round(serial.doubleValue() * 24 * 60 * 60 * 1000);
      var zero = isDate1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : EXCEL_ZERO;
      var time = zero.plus(millis, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
      if (serial.signum() >= 0 && serial.compareTo(BigDecimal.ONE) < 0) {
        return Optional.of(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
      }
      return Optional.of(
          time.toLocalTime().equals(LocalTime.MIN)
              ? time.toLocalDate().toString()
              : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty(); // a number that only looks like a date stays a number
    }
  }

  private static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        : text;
  }
}
