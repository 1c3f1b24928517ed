package org.allmende.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a request into types, completely; what is wrong is collected and told in
 * one answer.
 *
 * <pre>{@code
 * var in = ParamReader.ofQuery(ctx.queryString());
 * var page = in.number("page", 1, 1, Integer.MAX_VALUE);
 * var since = in.instant("modified_since", zone);
 * in.throwIfProblems(409);
 * }</pre>
 *
 * For one request, on one thread.
 */
public final class ParamReader {
  /** A percent sign that begins no escape. */
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Something wrong with one parameter. */
  public record Finding(String parameter, String message) {}

  private final Map<String, List<String>> parameters;
  private final List<Finding> findings = new ArrayList<>();

  /** Parameters that were decoded already. */
  public ParamReader(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /** The parameters of a raw query string; null, as servlets say it, has none. */
  public static ParamReader ofQuery(@Nullable String rawQuery) {
    return new ParamReader(decode(rawQuery == null ? "" : rawQuery));
  }

  /**
   * Decodes a query string or form body: in order, values of one name together. A percent sign that
   * begins no escape stays as it is; clients in the field write {@code 100%}.
   */
  public static Map<String, List<String>> decode(String query) {
    var decoded = new LinkedHashMap<String, List<String>>();
    for (var pair : query.split("&")) {
      if (!pair.isEmpty()) {
        var equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        decoded.computeIfAbsent(unescape(name), n -> new ArrayList<>()).add(unescape(value));
      }
    }
    return decoded;
  }

  /** A text without its escapes; a plus is a space. */
  static String unescape(String text) {
    var repaired = text.indexOf('%') < 0 ? text : LONE_PERCENT.matcher(text).replaceAll("%25");
    return URLDecoder.decode(repaired, StandardCharsets.UTF_8);
  }

  /** All names that were sent. */
  public List<String> names() {
    return List.copyOf(parameters.keySet());
  }

  /** True when it was sent, even empty. */
  public boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** The first value, or {@code ""}. */
  public String text(String name) {
    var values = each(name);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** The first value unless it is blank. */
  public Optional<String> find(String name) {
    return Optional.of(text(name).strip()).filter(text -> !text.isEmpty());
  }

  /** All values. */
  public List<String> each(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** A whole number between two ends, both included. */
  public int number(String name, int otherwise, int min, int max) {
    return (int) number(name, (long) otherwise, min, max);
  }

  /** A whole number between two ends, both included. */
  public long number(String name, long otherwise, long min, long max) {
    return parsed(name, text -> Long.parseLong(text), range(min, max))
        .filter(number -> check(number >= min && number <= max, name, range(min, max)))
        .orElse(otherwise);
  }

  /** A whole number, 0 or more; what is larger than the cap becomes the cap. */
  public int capped(String name, int otherwise, int cap) {
    return (int) Math.min(cap, number(name, (long) otherwise, 0, Long.MAX_VALUE));
  }

  /** One of the words {@code true yes on t y 1} or {@code false no off f n 0}, in any case. */
  public boolean flag(String name, boolean otherwise) {
    return parsed(name, ParamReader::truth, "true or false").orElse(otherwise);
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "t", "y", "1" -> true;
      case "false", "no", "off", "f", "n", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** An ISO 8601 date or date-time; one without zone is local to {@code zone}. */
  public Optional<Instant> instant(String name, ZoneId zone) {
    return parsed(
        name,
        text -> parseInstant(text, zone),
        "a date such as 2026-05-01 or a time such as 2026-05-01T12:00:00Z");
  }

  private static Instant parseInstant(String text, ZoneId zone) {
    try {
      if (!text.contains("T") && !text.contains(" ")) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      // An unescaped "+02:00" arrives with a space where the plus was.
      var iso = text.replaceFirst(" (\\d\\d:\\d\\d)$", "+$1").replace(' ', 'T');
      return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** One of these words. */
  public String choice(String name, List<String> known, String otherwise) {
    return parsed(name, text -> requireKnown(known, text), String.join(" or ", known))
        .orElse(otherwise);
  }

  private static String requireKnown(List<String> known, String text) {
    if (!known.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /**
   * A value of one's own type.
   *
   * @param parser throws {@link IllegalArgumentException} on what it cannot read
   * @param expected what should have come, for the message
   */
  public <T> Optional<T> parsed(String name, Function<String, T> parser, String expected) {
    return find(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (IllegalArgumentException e) {
                complain(name, name + " must be " + expected + ", was \"" + text + "\".");
                return Optional.empty();
              }
            });
  }

  /** Notes something wrong that only the caller can see. */
  public void complain(String name, String message) {
    findings.add(new Finding(name, message));
  }

  private boolean check(boolean holds, String name, String expected) {
    if (!holds) {
      complain(name, name + " must be " + expected + ", was " + text(name).strip() + ".");
    }
    return holds;
  }

  private static String range(long min, long max) {
    return max == Long.MAX_VALUE || max == Integer.MAX_VALUE
        ? "a whole number, " + min + " or more"
        : "a whole number from " + min + " to " + max;
  }

  /** What is wrong so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Ends the request when anything is wrong, with one problem that names it all. */
  public void throwIfProblems(int status) {
    if (!findings.isEmpty()) {
      var detail = String.join(" ", findings.stream().map(Finding::message).toList());
      throw Problem.ofParameter(status, findings.getFirst().parameter(), detail).asException();
    }
  }
}
