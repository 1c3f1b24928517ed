package org.allmende.harvest.source.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.place.Boundary;
import org.allmende.vocab.codelist.Municipalities;

/**
 * Which rows are the municipality's own ({@code sources.md} 2.6): by key, else by a position inside
 * its boundary, else by postcode and place name together. A row that lacks what one rule needs is
 * judged by the next.
 */
final class MunicipalityRule {

  private static final Pattern POSTCODE = Pattern.compile("(?<!\\d)(\\d{5})(?!\\d)");
  private static final Pattern LOST_ZERO = Pattern.compile("\\d{4}");
  private static final Pattern FLOAT = Pattern.compile("(\\d+)\\.0+");

  private final Mapping.MunicipalityFilter filter;
  private final Town town;
  private final Optional<Boundary> boundary;
  private final RowPosition position;
  private final ColumnNames columns;

  MunicipalityRule(
      Mapping.MunicipalityFilter filter,
      Town town,
      Optional<Boundary> boundary,
      RowPosition position,
      ColumnNames columns) {
    this.filter = filter;
    this.town = town;
    this.boundary = boundary.filter(line -> !filter.point().isEmpty() || !filter.key().isEmpty());
    this.position = position;
    this.columns = columns;
  }

  /** The rule in words, for the report and {@code dct:provenance}. */
  Note inWords() {
    if (!filter.key().isEmpty()) {
      return Note.of("rule-key", town.ags(), filter.key().getFirst());
    }
    if (boundary.isPresent()) {
      return Note.of("rule-boundary", town.name(), town.ags());
    }
    return hasNames()
        ? Note.of("rule-postcode", String.join(", ", town.postcodes()), town.name())
        : Note.of("rule-none");
  }

  /** What the operator should know about the rule. */
  Optional<Note> caution() {
    return boundary.isEmpty() && filter.key().isEmpty() && !hasNames()
        ? Optional.of(Note.of("no-boundary", town.name()))
        : Optional.empty();
  }

  private boolean hasNames() {
    return !filter.postcode().isEmpty() && !filter.place().isEmpty();
  }

  /** True for a row of the municipality. */
  boolean accepts(RawRow row) {
    var key = cell(row, filter.key()).map(MunicipalityRule::key);
    if (key.isPresent()) {
      return key.get().equals(town.ags()) || key.equals(town.ars());
    }
    var points = boundary.isPresent() ? position.of(row) : List.<double[]>of();
    if (boundary.isPresent() && !points.isEmpty()) {
      return points.stream().anyMatch(at -> boundary.get().contains(at[0], at[1]));
    }
    if (hasNames()) {
      return isOurPostcode(row) && isOurPlace(row);
    }
    // Without the boundary nothing tells; with it, a row without a position is not ours.
    return boundary.isEmpty() && filter.key().isEmpty();
  }

  /**
   * Whether it takes more than the row to tell: its shape has coordinates that mean nothing before
   * the document's own system is known, which may stand behind the rows.
   */
  boolean isUndecided(RawRow row) {
    return boundary.isPresent()
        && row.geometry().isPresent()
        && cell(row, filter.key()).isEmpty()
        && position.of(row).isEmpty();
  }

  /** Whether a row that is ours by another rule says that it lies elsewhere (2.5). */
  boolean isFarOutside(RawRow row) {
    if (boundary.isEmpty() || !accepts(row)) {
      return false;
    }
    var points = position.of(row);
    return !points.isEmpty()
        && points.stream().noneMatch(at -> boundary.get().isNear(at[0], at[1]));
  }

  /** What the row says about where it is, for the report. */
  String describe(RawRow row) {
    var said =
        String.join(
                " ",
                List.of(
                    cell(row, filter.key()).orElse(""),
                    cell(row, filter.postcode()).orElse(""),
                    filter.place().equals(filter.postcode())
                        ? ""
                        : cell(row, filter.place()).orElse("")))
            .strip();
    return said.isEmpty() ? describePosition(row) : said;
  }

  private String describePosition(RawRow row) {
    return position.of(row).stream()
        .findFirst()
        .map(at -> String.format(Locale.ROOT, "[%.6f, %.6f]", at[0], at[1]))
        .orElse("-");
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
