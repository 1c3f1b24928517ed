package org.allmende.server.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/**
 * The words on the sheet of a chart.
 *
 * @param title what the data are
 * @param measure what is drawn, with its unit
 * @param axis what the places are
 * @param source where the data are from, under which license, of which day
 * @param names the series, as people call them
 * @param locale how numbers and days are written
 */
public record ChartWords(
    String title, String measure, String axis, String source, List<String> names, Locale locale) {

  /** From here on numbers are told in millions and the like. */
  private static final double LONG = 1e6;

  /** And from here on in powers of ten. */
  private static final double BEYOND_WORDS = 1e15;

  public ChartWords {
    names = List.copyOf(names);
  }

  /** A number as it is told. */
  public static String number(double value, Locale locale) {
    if (Double.isNaN(value)) {
      return "–";
    }
    var size = Math.abs(value);
    if (size >= BEYOND_WORDS || (size > 0 && size < 1 / LONG)) {
      return new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(locale)).format(value);
    }
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(size >= 1_000 ? 0 : size < 0.1 ? 6 : 2);
    return format.format(value);
  }

  /** A number on an axis, where there is little room. */
  String mark(double value) {
    if (Double.isNaN(value) || Math.abs(value) < LONG || Math.abs(value) >= BEYOND_WORDS) {
      return number(value, locale);
    }
    var format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
    format.setMaximumFractionDigits(2);
    return format.format(value);
  }

  /** What a place is called. */
  public static String place(ChartPlan plan, Chart.Place place, Locale locale) {
    return switch (plan.kind()) {
      case LINE -> ChartTimes.label(place.key(), locale);
      case BARS -> place.key();
      case HISTOGRAM -> number(place.from(), locale) + " – " + number(place.to(), locale);
    };
  }
}
