package org.allmende.harvest.source.feed;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dates of RSS: those of RFC 822, whose names of months and zones occur in German too. A time
 * whose zone is missing or unknown is taken for German time.
 */
final class FeedDates {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})[.\\s-]+(\\p{L}{3,})\\.?[\\s-]+(\\d{2}|\\d{4})"
              + "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([+-]\\d{2}:?\\d{2}|\\p{L}+)?)?");

  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan", "jän"),
          List.of("feb"),
          List.of("mar", "mär", "mrz", "mae"),
          List.of("apr"),
          List.of("may", "mai"),
          List.of("jun"),
          List.of("jul"),
          List.of("aug"),
          List.of("sep"),
          List.of("oct", "okt"),
          List.of("nov"),
          List.of("dec", "dez"));

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private FeedDates() {}

  /** The date as ISO 8601; one that is written in another way stays as it is. */
  static String iso(String text) {
    var match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return text;
    }
    var month = month(match.group(2));
    try {
      return month == 0 ? text : iso(match, month);
    } catch (DateTimeException e) {
      return text; // the 31st of February: the column's reader says what is wrong with it
    }
  }

  private static int month(String name) {
    var start = name.substring(0, 3).toLowerCase(Locale.GERMAN);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(start)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String iso(Matcher match, int month) {
    var year = Integer.parseInt(match.group(3));
    var time =
        LocalDateTime.of(
            year < 100 ? year + (year < 70 ? 2000 : 1900) : year,
            month,
            Integer.parseInt(match.group(1)),
            number(match.group(4)),
            number(match.group(5)),
            number(match.group(6)));
    if (match.group(4) == null) {
      return time.toLocalDate().toString();
    }
    var zone = match.group(7) == null ? GERMANY : zone(match.group(7));
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneId zone(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "GMT", "UTC", "UT", "Z" -> ZoneOffset.UTC;
      case "CET", "MEZ" -> ZoneOffset.ofHours(1);
      case "CEST", "MESZ" -> ZoneOffset.ofHours(2);
      case String offset when offset.matches("[+-].*") -> ZoneOffset.of(offset);
      default -> GERMANY;
    };
  }
}
