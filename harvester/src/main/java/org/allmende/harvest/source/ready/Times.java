package org.allmende.harvest.source.ready;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as interfaces write them; without a zone they are Germany's. */
final class Times {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu");

  private Times() {}

  /** The time, or nothing when it is none. */
  static Optional<Instant> read(String text) {
    var iso = text.strip().replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2").replace(' ', 'T');
    try {
      if (iso.matches("\\d{10}(\\.\\d+)?")) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(iso.substring(0, 10))));
      }
      if (iso.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})")) {
        return Optional.of(OffsetDateTime.parse(iso).toInstant());
      }
      if (iso.contains("T")) {
        return Optional.of(LocalDateTime.parse(iso).atZone(GERMANY).toInstant());
      }
      var day = iso.contains(".") ? LocalDate.parse(iso, GERMAN) : LocalDate.parse(iso);
      return Optional.of(day.atStartOfDay(GERMANY).toInstant());
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty(); // such as "@now", which placeholders are made of
    }
  }
}
