package org.allmende.server.format.html;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All texts of the pages in one language, with named placeholders such as {@code {count}} and two
 * plural forms, {@code key.one} and {@code key.other}; and how that language writes numbers, sizes
 * and dates. A key that is missing is an error: nobody reads a key instead of a text.
 */
final class Texts {

  private static final char NO_BREAK = '\u00a0';

  /** What no line may end at: the space of 25 km and of § 12. */
  private static final Pattern KEPT_TOGETHER =
      Pattern.compile("(?<=[0-9}]) (?=(km|m|kB|MB|GB|TB|%|€|Uhr)(?!\\p{L}))|(?<=§) (?=[0-9{])");

  private static final Texts GERMAN =
      new Texts("de", Locale.GERMANY, "d." + NO_BREAK + "MMMM uuuu");
  private static final Texts ENGLISH = new Texts("en", Locale.UK, "d" + NO_BREAK + "MMMM uuuu");

  private final String language;
  private final Locale locale;
  private final DateTimeFormatter date;
  private final Properties texts = new Properties();

  private Texts(String language, Locale locale, String datePattern) {
    this.language = language;
    this.locale = locale;
    this.date = DateTimeFormatter.ofPattern(datePattern, locale);
    load("texts_" + language + ".properties");
  }

  private void load(String resource) {
    var in = Texts.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the texts " + resource + " are missing");
    }
    try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    texts.replaceAll((key, text) -> keptTogether(text.toString()));
  }

  private static String keptTogether(String text) {
    return KEPT_TOGETHER.matcher(text).replaceAll(String.valueOf(NO_BREAK));
  }

  /** The texts of a language; German for any that is not English. */
  static Texts of(String language) {
    return language.equals("en") ? ENGLISH : GERMAN;
  }

  String language() {
    return language;
  }

  /** How this language writes numbers and days. */
  Locale locale() {
    return locale;
  }

  /** How this language sorts names. */
  Comparator<Object> order() {
    return Collator.getInstance(locale);
  }

  /** All keys there are. */
  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /** A text without placeholders. */
  String get(String key) {
    var text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("there is no text " + key + " in " + language);
    }
    return text;
  }

  /** The text, if this language has one under the key. */
  Optional<String> find(String key) {
    return Optional.ofNullable(texts.getProperty(key));
  }

  /** A text with values for its placeholders: name, value, name, value … */
  String get(String key, String... namesAndValues) {
    var text = get(key);
    for (var i = 0; i < namesAndValues.length; i += 2) {
      text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1]);
    }
    return text;
  }

  /** A text with a number in it, in the right form. */
  String count(String key, long count) {
    return get(key + (count == 1 ? ".one" : ".other"), "count", number(count));
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A size in the largest unit that leaves a number of 1 or more, such as 4,2 MB. */
  String size(long bytes) {
    if (bytes < 1_000) {
      return count("size.bytes", bytes).replace(' ', NO_BREAK);
    }
    var units = new String[] {"kB", "MB", "GB", "TB"};
    double value = bytes;
    var unit = -1;
    while (value >= 1_000 && unit < units.length - 1) {
      value /= 1_000;
      unit++;
    }
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(value < 10 ? 1 : 0);
    return format.format(value) + NO_BREAK + units[unit];
  }

  /** A day as people write it, such as 3. August 2026. */
  String date(Instant time, ZoneId zone) {
    return date.format(time.atZone(zone));
  }
}
