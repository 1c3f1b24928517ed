package org.allmende.harvest.source.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column seems to hold, by its name and its values.
 *
 * @param type the name of a type in a mapping file, such as {@code date}
 * @param isUnique whether no two rows have the same value, and all have one
 */
public record ColumnGuess(String type, boolean isUnique) {

  private static final Pattern POSTCODE =
      Pattern.compile(".*(plz|postleitzahl|postcode|postal.?code)|zip");
  private static final Pattern AGS =
      Pattern.compile("ags|ars|gemeindeschl(ü|ue)ssel|regionalschl(ü|ue)ssel");
  private static final Pattern LABEL =
      Pattern.compile(
          ".*(nummer|number|hausnr|telefon|phone|fax|kennung|schl(ü|ue)ssel|code|[_-]id$|^id$|^nr$|hsnr).*");
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,14})");
  private static final Pattern HAS_TIME = Pattern.compile(".*\\d[T ,]+\\d{1,2}:\\d{2}.*");
  private static final Pattern WEB = Pattern.compile("https?://\\S+");

  /** Guesses of all the values of a column; an empty text is an empty cell. */
  public static ColumnGuess of(String name, List<String> texts) {
    var filled = texts.stream().filter(text -> !NumberReader.isNothing(text)).toList();
    var isUnique = !texts.isEmpty() && filled.stream().distinct().count() == texts.size();
    return new ColumnGuess(type(lastPart(name), filled), isUnique);
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).strip();
  }

  private static String type(String name, List<String> texts) {
    if (texts.isEmpty()) {
      return "string";
    }
    if (POSTCODE.matcher(name).matches() && areAll(texts, t -> MunicipalityRule.postcode(t))) {
      return "postcode";
    }
    if (AGS.matcher(name).matches()
        && texts.stream().allMatch(t -> MunicipalityRule.key(t).matches("\\d{8}|\\d{12}"))) {
      return "ags";
    }
    if (texts.stream().allMatch(WEB.asMatchPredicate())) {
      return "url";
    }
    if (isTruth(texts)) {
      return "boolean";
    }
    var isLabel = LABEL.matcher(name).matches();
    if (!isLabel && texts.stream().allMatch(INTEGER.asMatchPredicate())) {
      return "integer";
    }
    var numbers = NumberReader.forColumn(texts, false);
    var hasLeadingZero = texts.stream().anyMatch(t -> t.matches("0\\d+.*"));
    if (!isLabel && !hasLeadingZero && areAll(texts, numbers::read)) {
      return "number";
    }
    return time(texts);
  }

  /** Words of consent and refusal, and both of them: {@code 1} and {@code 0} may be numbers. */
  private static boolean isTruth(List<String> texts) {
    var reader = BooleanReader.forColumn(texts);
    return texts.stream().noneMatch(t -> t.matches("[01]"))
        && areAll(texts, reader::read)
        && texts.stream().map(reader::read).distinct().count() == 2;
  }

  private static String time(List<String> texts) {
    var reader = DateReader.forColumn(texts, List.of());
    var isNumber =
        texts.stream()
            .anyMatch(text -> text.matches("[\\d.,]+") && !text.matches("\\d+\\.\\d+\\.\\d+"));
    if (isNumber || !areAll(texts, reader::readDateTime)) {
      return "string";
    }
    return texts.stream().anyMatch(HAS_TIME.asMatchPredicate()) ? "datetime" : "date";
  }

  private static boolean areAll(
      List<String> texts, java.util.function.Function<String, Optional<?>> reader) {
    return texts.stream().allMatch(text -> reader.apply(text).isPresent());
  }
}
