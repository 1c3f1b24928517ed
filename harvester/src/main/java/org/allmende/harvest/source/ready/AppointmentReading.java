package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.table.Note;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of an appointment system ({@code sources.md} 8.4): a table that describes itself, with
 * a dictionary of its columns and rows by position. Counts from one to four are not published.
 */
final class AppointmentReading implements TableReading {

  private static final BigDecimal LEAST = BigDecimal.valueOf(5);

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var document = JsonTexts.read(fetcher.fetch(source.location()));
    var table = document.path("data").has("dictionary") ? document.path("data") : document;
    if (!table.path("dictionary").isArray() || !table.path("data").isArray()) {
      throw SourceException.of(
          "no-rows", source.location(), "$.data.dictionary, $.data.data", names(document));
    }
    var columns =
        StreamSupport.stream(table.path("dictionary").spliterator(), false)
            .sorted(Comparator.comparingInt(c -> c.path("position").asInt()))
            .toList();
    var rows = new ObjectRows();
    var suppressed = 0;
    var weeks = new WeeklyCounts(columns);
    for (var row : table.path("data")) {
      suppressed += add(row, columns, rows);
      weeks.add(row);
    }
    if (suppressed > 0) {
      rows.warn(Note.of("suppressed", suppressed, LEAST.toPlainString()));
    }
    day(table.path("lastDay"), rows);
    var place = AnyDocument.shortName(source.location());
    return List.of(new Part("", rows, place, made -> weeks.file()));
  }

  private static String names(JsonNode document) {
    return String.join(", ", document.properties().stream().map(e -> e.getKey()).toList());
  }

  private static void day(JsonNode day, ObjectRows rows) {
    if (day.has("year")) {
      rows.text(
          "Stand: %s-%s-%s"
              .formatted(
                  day.path("year").asText(), day.path("month").asText(), day.path("day").asText()));
    }
  }

  /** Adds a row; how many of its cells are suppressed. */
  private static int add(JsonNode row, List<JsonNode> columns, ObjectRows rows) {
    if (!row.isArray()) {
      rows.add(row);
      return 0;
    }
    var object = JsonNodeFactory.instance.objectNode();
    var suppressed = 0;
    for (int i = 0; i < columns.size() && i < row.size(); i++) {
      if (isSmallCount(columns.get(i), row.get(i))) {
        suppressed++;
        object.putNull(columns.get(i).path("variable").asText());
      } else {
        object.set(columns.get(i).path("variable").asText(), row.get(i));
      }
    }
    rows.add(object);
    return suppressed;
  }

  private static boolean isSmallCount(JsonNode column, JsonNode cell) {
    return WeeklyCounts.isCount(column)
        && isSmall(Cells.plain(cell).flatMap(Cells::number).orElse(null));
  }

  /** From one to four: so few could be known. */
  static boolean isSmall(@Nullable BigDecimal number) {
    return number != null && number.signum() > 0 && number.compareTo(LEAST) < 0;
  }
}
