package org.allmende.server.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.allmende.server.chart.ChartPlan.Kind;
import org.allmende.server.preview.ColumnFacts;
import org.allmende.server.preview.TableColumn;
import org.allmende.server.preview.TableInfo;

/**
 * Which columns of a table may be drawn as what, and what is drawn when nobody chose: a series
 * along time before categories, these before when things happened and how numbers spread.
 *
 * @param info the table
 * @param facts what its first columns hold
 */
public record ChartColumns(TableInfo info, List<ColumnFacts> facts) {

  private static final Pattern YEAR = Pattern.compile("(?iu)(.*jahr|(.*[_ .-])?year)");

  /** A time at which all the rest was so; a day on which one thing happened is something else. */
  private static final Pattern SERIES =
      Pattern.compile(
          "(?iu)((berichts|haushalts|kalender|erhebungs|schul|steuer|wahl)?jahr|datum|date|zeit|"
              + "zeit(punkt|stempel|raum)|(date)?time|timestamp|stichtag|monat|month|year|tag|day|"
              + "mess(zeit|zeitpunkt|datum)|datenstand)");

  /** Numbers that name a thing or say where it is; nobody adds them up. */
  private static final Pattern NO_AMOUNT =
      Pattern.compile(
          "(?iu)((.*[_"
              + " .-])?(nr|nummer|no|id|uuid|objectid|fid|gid|oid|index|key|code|x|y|rechtswert|"
              + "hochwert|ostwert|nordwert|easting|northing|lon|lng|long|lat|longitude|latitude|"
              + "l(ä|ae)ngengrad|breitengrad)|lfd.*|hausnummer)");

  private static final int MOST_CATEGORIES = 40;

  public ChartColumns {
    facts = List.copyOf(facts);
  }

  /** Whether a column gives times: days, or years by name and value. */
  public boolean isTime(int column) {
    var what = info.columns().get(column);
    return what.isDate() || (what.isNumber() && isYear(what, column));
  }

  private boolean isYear(TableColumn what, int column) {
    return YEAR.matcher(what.name()).matches()
        && fact(column)
            .filter(f -> f.isWhole() && f.smallest() >= 1_000 && f.greatest() < 3_000)
            .isPresent();
  }

  private Optional<ColumnFacts> fact(int column) {
    return column < facts.size() ? Optional.of(facts.get(column)) : Optional.empty();
  }

  /** Whether a column holds numbers that may be drawn. */
  public boolean isNumber(int column) {
    return info.columns().get(column).isNumber() && !isTime(column);
  }

  /** Whether a column holds categories. */
  public boolean isCategory(int column) {
    return !isTime(column) && !isNumber(column);
  }

  /** The columns of which this holds. */
  public List<Integer> which(IntPredicate holds) {
    return IntStream.range(0, info.columns().size()).filter(holds).boxed().toList();
  }

  private boolean isAmount(int column) {
    return isNumber(column) && !NO_AMOUNT.matcher(info.columns().get(column).name()).matches();
  }

  /** Whether values come again, so that counting them says something. */
  private boolean isRepeated(int column) {
    return fact(column)
        .filter(f -> f.distinct() > 1 && f.distinct() <= Math.min(MOST_CATEGORIES, f.filled() / 2))
        .isPresent();
  }

  private boolean isVaried(int column) {
    return fact(column).filter(f -> f.distinct() > 1).isPresent();
  }

  /** What is drawn when nobody chose; empty when nothing of this table says anything. */
  public Optional<ChartPlan> usual() {
    return first(c -> isTime(c) && isVaried(c) && isSeries(c))
        .map(axis -> line(axis, firstAmount(axis)))
        .or(() -> first(c -> isCategory(c) && isRepeated(c)).map(this::bars))
        .or(() -> first(c -> isTime(c) && isVaried(c)).map(axis -> line(axis, List.of())))
        .or(() -> first(c -> isAmount(c) && isVaried(c)).map(this::histogram));
  }

  private boolean isSeries(int column) {
    return SERIES.matcher(info.columns().get(column).name().strip()).matches();
  }

  private ChartPlan line(int axis, List<Integer> values) {
    return new ChartPlan(Kind.LINE, axis, values, OptionalInt.empty(), false);
  }

  private Optional<Integer> first(IntPredicate holds) {
    return which(holds).stream().findFirst();
  }

  private List<Integer> firstAmount(int axis) {
    return first(c -> c != axis && isAmount(c) && isVaried(c)).stream().toList();
  }

  private ChartPlan bars(int axis) {
    return new ChartPlan(Kind.BARS, axis, List.of(), OptionalInt.empty(), false);
  }

  private ChartPlan histogram(int axis) {
    return new ChartPlan(Kind.HISTOGRAM, axis, List.of(), OptionalInt.empty(), false);
  }

  /**
   * What is drawn of what somebody chose; columns that cannot be drawn so are left out.
   *
   * @param axis the column that gives the places
   * @param values columns of numbers
   * @param split the column that divides
   */
  public ChartPlan chosen(int axis, List<Integer> values, OptionalInt split, boolean isSum) {
    var numbers = values.stream().filter(c -> c != axis && isNumber(c)).distinct().toList();
    if (isTime(axis)) {
      var lines = numbers.stream().limit(ChartPlan.MOST_SERIES).toList();
      var divided = lines.size() > 1 || isNoPart(split, axis) ? OptionalInt.empty() : split;
      return new ChartPlan(Kind.LINE, axis, lines, divided, isSum);
    }
    return isNumber(axis)
        ? histogram(axis)
        : new ChartPlan(
            Kind.BARS, axis, numbers.stream().limit(1).toList(), OptionalInt.empty(), isSum);
  }

  private boolean isNoPart(OptionalInt split, int axis) {
    return split.isPresent() && (split.getAsInt() == axis || !isCategory(split.getAsInt()));
  }
}
