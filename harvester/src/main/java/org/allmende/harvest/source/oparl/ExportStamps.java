package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some servers write the time of the request, or of the last nightly export, into {@code created}
 * and {@code modified} of everything. Such times say nothing, and would make every run a change.
 *
 * @param day the day on which nearly all objects claim to have been changed, when it is today or
 *     yesterday
 */
record ExportStamps(Optional<LocalDate> day) {

  private static final int ENOUGH = 5;
  private static final double NEARLY_ALL = 0.9;

  static ExportStamps of(Stream<? extends JsonNode> objects, Instant now) {
    var days =
        objects
            .map(object -> OparlJson.time(object, "modified").map(ExportStamps::day))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var count = days.values().stream().mapToLong(Long::longValue).sum();
    var today = now.atZone(OparlJson.GERMANY).toLocalDate();
    return new ExportStamps(
        days.entrySet().stream()
            .filter(e -> count >= ENOUGH && e.getValue() >= NEARLY_ALL * count)
            .flatMap(e -> e.getKey().stream())
            .filter(day -> !day.isBefore(today.minusDays(1)))
            .findFirst());
  }

  /** A time of an object, unless it is only the export's. */
  Optional<OffsetDateTime> time(JsonNode object, String key) {
    return OparlJson.time(object, key).filter(time -> !day.equals(Optional.of(day(time))));
  }

  private static LocalDate day(OffsetDateTime time) {
    return time.atZoneSameInstant(OparlJson.GERMANY).toLocalDate();
  }
}
