package org.allmende.harvest.source.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the dates and times of one column ({@code sources.md} 2.4). Whether {@code 7/14/09} is
 * month first is decided for all of the column. Without a zone a time is Europe/Berlin.
 */
final class DateReader {

  static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private static final List<String> USUAL =
      List.of(
          "d.M.yyyy",
          "d.M.yy",
          "yyyy-M-d",
          "d.M.yyyy H:mm[:ss]",
          "d.M.yyyy, H:mm[:ss]",
          "d.M.yy H:mm[:ss]",
          "yyyy-M-d H:mm[:ss]");
  private static final List<String> MONTH_FIRST = List.of("M/d/yyyy", "M/d/yy");
  private static final List<String> DAY_FIRST = List.of("d/M/yyyy", "d/M/yy");

  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/\\d{2,4}.*");
  private static final Pattern SERIAL = Pattern.compile("[2-6]\\d{4}(\\.\\d+)?");
  private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private final List<DatePattern> patterns;

  private DateReader(List<DatePattern> patterns) {
    this.patterns = patterns;
  }

  /** A pattern, and whether its years have two digits. */
  private record DatePattern(DateTimeFormatter formatter, boolean isShortYear) {

    static DatePattern of(String pattern) {
      // One digit is enough where two are usual; "u" is the year that strict reading wants.
      var lenient =
          pattern.replaceAll("d{2}", "d").replaceAll("M{2}(?!M)", "M").replaceAll("H{2}", "H");
      return new DatePattern(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(lenient.replace('y', 'u'))
              .toFormatter(Locale.GERMAN)
              .withResolverStyle(ResolverStyle.STRICT),
          !pattern.contains("yyy") && pattern.contains("yy"));
    }

    Optional<LocalDateTime> read(String text) {
      try {
        var parsed = formatter.parse(text);
        var date = parsed.query(TemporalQueries.localDate());
        if (date == null) {
          return Optional.empty();
        }
        var time = parsed.query(TemporalQueries.localTime());
        return Optional.of(century(date).atTime(time == null ? LocalTime.MIN : time));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    /** Two digits 70 to 99 mean 19xx; Java reads 20xx. */
    private LocalDate century(LocalDate date) {
      return isShortYear && date.getYear() >= 2070 ? date.minusYears(100) : date;
    }
  }

  /**
   * The reader for a column.
   *
   * @param texts all its texts
   * @param formats the configured patterns, tried first
   */
  static DateReader forColumn(Collection<String> texts, List<String> formats) {
    var order = new Order();
    texts.forEach(order::see);
    return order.reader(formats);
  }

  private static DateReader forOrder(boolean dayFirst, List<String> formats) {
    var wanted = new ArrayList<String>();
    for (var format : formats) {
      var isOther = dayFirst ? format.startsWith("M") : format.startsWith("d");
      if (!(format.contains("/") && isOther)) {
        wanted.add(format);
      }
    }
    wanted.addAll(USUAL);
    wanted.addAll(dayFirst ? DAY_FIRST : MONTH_FIRST);
    return new DateReader(wanted.stream().distinct().map(DatePattern::of).toList());
  }

  /** What the texts of a column, seen one after another, say about the order of day and month. */
  static final class Order {
    private boolean monthFirstFits = true;
    private boolean dayFirstFits = true;

    /** Looks at one more text of the column. */
    void see(String text) {
      if (text.indexOf('/') < 0) {
        return;
      }
      var slashes = SLASHES.matcher(text);
      if (slashes.matches()) {
        monthFirstFits &= Integer.parseInt(slashes.group(1)) <= 12;
        dayFirstFits &= Integer.parseInt(slashes.group(2)) <= 12;
      }
    }

    /** The reader for the column, with the configured patterns tried first. */
    DateReader reader(List<String> formats) {
      return forOrder(isDayFirst(formats), formats);
    }

    /** True when the column can only be day first, or can be both and is configured so. */
    private boolean isDayFirst(List<String> formats) {
      if (monthFirstFits != dayFirstFits) {
        return dayFirstFits;
      }
      return formats.stream().filter(f -> f.contains("/")).findFirst().orElse("M").startsWith("d");
    }
  }

  /** The day, or empty when the text names none. */
  Optional<LocalDate> readDate(String text) {
    if (SERIAL.matcher(text).matches()) {
      return Optional.of(EXCEL_ZERO.plusDays((long) Double.parseDouble(text)));
    }
    return readLocal(text).map(LocalDateTime::toLocalDate);
  }

  /** The moment, or empty when the text names none; a bare day is its beginning. */
  Optional<OffsetDateTime> readDateTime(String text) {
    return iso(text)
        .filter(parsed -> parsed.isSupported(ChronoField.OFFSET_SECONDS))
        .map(OffsetDateTime::from)
        .or(() -> readLocal(text).map(local -> local.atZone(GERMANY).toOffsetDateTime()));
  }

  private Optional<LocalDateTime> readLocal(String text) {
    for (var pattern : patterns) {
      var read = pattern.read(text);
      if (read.isPresent()) {
        return read;
      }
    }
    return iso(text).map(LocalDateTime::from);
  }

  private static Optional<TemporalAccessor> iso(String text) {
    try {
      return Optional.of(ISO.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A moment as {@code 2026-11-01T06:00:02+01:00}: with seconds and offset, in German time. */
  static OffsetDateTime german(Instant moment) {
    return moment.atZone(GERMANY).toOffsetDateTime();
  }
}
