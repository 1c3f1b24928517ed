package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.allmende.harvest.source.table.Attachment;
import org.allmende.harvest.source.table.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Summaries that are stored beside a table. */
final class Counts {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

  private Counts() {}

  /** How many reports there were by month and kind, and how many of them are closed by now. */
  static List<Attachment> monthly(Table table) {
    var names = table.columns().stream().map(column -> column.name()).toList();
    var requested = names.indexOf("requested");
    var kind = names.indexOf("service_name");
    var status = names.indexOf("status");
    Map<List<String>, int[]> counts = new TreeMap<>(Counts::compare);
    for (var row : table.rows()) {
      if (row.values().get(requested) instanceof OffsetDateTime time) {
        var key = List.of(MONTH.format(time), text(row.values().get(kind)));
        var count = counts.computeIfAbsent(key, k -> new int[2]);
        count[0]++;
        count[1] += "closed".equalsIgnoreCase(text(row.values().get(status))) ? 1 : 0;
      }
    }
    var rows = new ArrayList<List<String>>();
    counts.forEach(
        (key, count) -> rows.add(List.of(key.get(0), key.get(1), "" + count[0], "" + count[1])));
    return rows.isEmpty()
        ? List.of()
        : List.of(
            csv(Attachment.MONTHLY, List.of("month", "service_name", "requests", "closed"), rows));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** By the first cell, then the next. */
  static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      var order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** A summary as CSV. */
  static Attachment csv(String output, List<String> header, List<List<String>> rows) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(header);
      for (var row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory takes what is written", e);
    }
    return new Attachment(output, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
