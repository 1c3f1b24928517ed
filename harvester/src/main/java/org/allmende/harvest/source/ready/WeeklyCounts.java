package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.allmende.harvest.source.table.Attachment;

/**
 * Counts by office and week ({@code sources.md} 8.4), summed up before small numbers are
 * suppressed: a week may have enough where a day has not.
 */
final class WeeklyCounts {

  private static final Pattern DAY = Pattern.compile("(?i)date|datum|day|tag");

  /** What is finer than a week, or follows from it. */
  private static final Pattern PART_OF_DAY =
      Pattern.compile("(?i)hour|stunde|time|uhrzeit|weekday|wochentag|month|monat");

  private final List<String> header = new ArrayList<>();
  private final List<Integer> keys = new ArrayList<>();
  private final List<Integer> sums = new ArrayList<>();
  private final Map<List<String>, BigDecimal[]> weeks = new TreeMap<>(Counts::compare);
  private Optional<Integer> day = Optional.empty();

  /** For a table of these columns, as its dictionary describes them. */
  WeeklyCounts(List<JsonNode> columns) {
    header.add("week");
    for (int i = 0; i < columns.size(); i++) {
      var name = columns.get(i).path("variable").asText("");
      if (DAY.matcher(name).matches()) {
        day = Optional.of(i);
      } else if (isCount(columns.get(i))) {
        sums.add(i);
      } else if (isKey(columns.get(i), name)) {
        keys.add(i);
      }
    }
    keys.forEach(i -> header.add(columns.get(i).path("variable").asText("")));
    sums.forEach(i -> header.add(columns.get(i).path("variable").asText("")));
  }

  private static boolean isKey(JsonNode column, String name) {
    return column.path("type").asText("").equals("string") && !PART_OF_DAY.matcher(name).matches();
  }

  /** Whether a column counts people or appointments. */
  static boolean isCount(JsonNode column) {
    var name = column.path("variable").asText("").toLowerCase(Locale.ROOT);
    return column.path("type").asText("").equals("number")
        && (name.contains("count") || name.contains("clients") || name.contains("missed"));
  }

  /** Adds a row of cells by position. */
  void add(JsonNode row) {
    var week = day.flatMap(i -> Cells.plain(row.get(i))).flatMap(WeeklyCounts::week);
    if (week.isEmpty()) {
      return;
    }
    var key = new ArrayList<String>();
    key.add(week.get());
    keys.forEach(i -> key.add(Cells.plain(row.get(i)).orElse("")));
    var counted = weeks.computeIfAbsent(List.copyOf(key), k -> new BigDecimal[sums.size()]);
    for (int i = 0; i < sums.size(); i++) {
      var number = Cells.plain(row.get(sums.get(i))).flatMap(Cells::number);
      var before = counted[i];
      counted[i] = number.map(n -> before == null ? n : before.add(n)).orElse(before);
    }
  }

  private static Optional<String> week(String text) {
    try {
      var date = LocalDate.parse(text.substring(0, Math.min(text.length(), 10)));
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%d-W%02d",
              date.get(IsoFields.WEEK_BASED_YEAR),
              date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    } catch (DateTimeException e) {
      return Optional.empty(); // no day, as in tables by month
    }
  }

  /** The summary; nothing where rows have no days or count nothing. */
  List<Attachment> file() {
    if (weeks.isEmpty() || sums.isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<List<String>>();
    weeks.forEach(
        (key, counted) -> {
          var cells = new ArrayList<>(key);
          for (var number : counted) {
            cells.add(AppointmentReading.isSmall(number) ? "" : shown(number));
          }
          rows.add(cells);
        });
    return List.of(Counts.csv(Attachment.WEEKLY, header, rows));
  }

  private static String shown(@org.jspecify.annotations.Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
