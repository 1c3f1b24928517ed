package org.allmende.catalog.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Times as descriptions write them; zone-less ones are Europe/Berlin (DESIGN 6). */
public final class Times {
  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
  private static final Pattern ZONED = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)$");
  private static final int YEAR = 4;
  private static final int MONTH = 7;

  private Times() {}

  /** A date, a year, a year and month or a date-time as the instant at which it begins. */
  public static Optional<Instant> parse(String text) {
    var trimmed = text.strip();
    // The shape decides, since a parser that fails costs more than everything else here.
    if (trimmed.indexOf('T') > 0) {
      return ZONED.matcher(trimmed).find()
          ? read(trimmed, t -> OffsetDateTime.parse(t).toInstant())
          : read(trimmed, t -> LocalDateTime.parse(t).atZone(GERMANY).toInstant());
    }
    return switch (trimmed.length()) {
      case YEAR -> read(trimmed, t -> begin(Year.parse(t).atDay(1)));
      case MONTH -> read(trimmed, t -> begin(YearMonth.parse(t).atDay(1)));
      default -> read(trimmed, t -> begin(LocalDate.parse(t)));
    };
  }

  private static Instant begin(LocalDate date) {
    return date.atStartOfDay(GERMANY).toInstant();
  }

  private static Optional<Instant> read(String text, Function<String, Instant> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
