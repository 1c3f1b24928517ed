package org.allmende.harvest.source.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.vocab.codelist.Municipalities;

/**
 * Which rows are the municipality's own ({@code sources.md} 2.6): by key, else by postcode and
 * place name together. A row whose key cell is empty is judged by the second rule if there is one.
 */
final class MunicipalityRule {

  private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)(\\d{5})(?!\\d)");
  private static final Pattern LOST_ZERO = Pattern.compile("\\d{4}");
  private static final Pattern FLOAT = Pattern.compile("(\\d+)\\.0+");

  private final Mapping.MunicipalityFilter filter;
  private final Town town;
  private final ColumnNames columns;

  MunicipalityRule(Mapping.MunicipalityFilter filter, Town town, ColumnNames columns) {
    this.filter = filter;
    this.town = town;
    this.columns = columns;
  }

  /** The rule in words, for the report and {@code dct:provenance}. */
  Note inWords() {
    return filter.key().isEmpty()
        ? Note.of("rule-postcode", String.join(", ", town.postcodes()), town.name())
        : Note.of("rule-key", town.ags(), filter.key().getFirst());
  }

  /** True for a row of the municipality. */
  boolean accepts(RawRow row) {
    var key = cell(row, filter.key()).map(MunicipalityRule::key);
    if (key.isPresent()) {
      return key.get().equals(town.ags()) || key.equals(town.ars());
    }
    return isOurPostcode(row) && isOurPlace(row);
  }

  /** What the row says about where it is, for the report. */
  String describe(RawRow row) {
    return String.join(
            " ",
            List.of(
                cell(row, filter.key()).orElse(""),
                cell(row, filter.postcode()).orElse(""),
                filter.place().equals(filter.postcode())
                    ? ""
                    : cell(row, filter.place()).orElse("")))
        .strip();
  }

  private boolean isOurPostcode(RawRow row) {
    return cell(row, filter.postcode())
        .flatMap(MunicipalityRule::postcode)
        .filter(town.postcodes()::contains)
        .isPresent();
  }

  private boolean isOurPlace(RawRow row) {
    return cell(row, filter.place())
        .map(place -> Municipalities.normalName(withoutPostcode(place)))
        .filter(Municipalities.normalName(town.name())::equals)
        .isPresent();
  }

  private Optional<String> cell(RawRow row, List<String> names) {
    var column = columns.find(names);
    return column.isEmpty()
        ? Optional.empty()
        : Optional.of(row.text(column.getAsInt())).filter(text -> !text.isEmpty());
  }

  /** The postcode in a text; one that went through a float or lost its zero is restored. */
  static Optional<String> postcode(String text) {
    var bare = FLOAT.matcher(text).replaceFirst("$1");
    if (LOST_ZERO.matcher(bare).matches()) {
      return Optional.of("0" + bare);
    }
    var match = POSTCODE.matcher(bare);
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /** The place in a text such as {@code D-10115 Berlin}. */
  static String withoutPostcode(String text) {
    return text.replaceFirst("^(D[- ]?)?\\d{4,5}\\s+", "");
  }

  /** An official key with the zeros that a spreadsheet took from its front. */
  static String key(String text) {
    var bare = FLOAT.matcher(text.replace(" ", "")).replaceFirst("$1");
    return bare.matches("\\d{7}|\\d{11}") ? "0" + bare : bare;
  }
}
