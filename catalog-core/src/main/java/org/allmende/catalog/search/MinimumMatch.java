package org.allmende.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many of several optional words must occur, as search servers write it: {@code 3} or {@code
 * -1}, {@code 75%} or {@code -25%}, and by their number {@code 2<-1 5<80%}: with more than two all
 * but one, with more than five four of five.
 *
 * @param steps in the order of their bounds; below the first all words must occur
 */
public record MinimumMatch(List<Step> steps) {

  /** As CKAN has it when nothing is said. */
  public static final MinimumMatch CKAN =
      new MinimumMatch(List.of(new Step(2, -1, false), new Step(5, 80, true)));

  /** Every word. */
  public static final MinimumMatch ALL = new MinimumMatch(List.of());

  private static final Pattern STEP = Pattern.compile("(?:(\\d{1,6})<)?(-?\\d{1,6})(%?)");

  /**
   * What holds for more words than a bound.
   *
   * @param above with more words than this; -1: always
   * @param amount how many; negative: all but so many
   * @param isPercent whether the amount is of a hundred
   */
  public record Step(int above, int amount, boolean isPercent) {}

  public MinimumMatch {
    steps = List.copyOf(steps);
  }

  /** Reads it; empty when it cannot be read. */
  public static Optional<MinimumMatch> parse(String text) {
    var steps = new ArrayList<Step>();
    for (var part : text.strip().replaceAll("\\s*<\\s*", "<").split("\\s+")) {
      var step = STEP.matcher(part);
      if (!step.matches()) {
        return Optional.empty();
      }
      var above = step.group(1) == null ? -1 : Integer.parseInt(step.group(1));
      steps.add(new Step(above, Integer.parseInt(step.group(2)), !step.group(3).isEmpty()));
    }
    return Optional.of(new MinimumMatch(steps));
  }

  /** How many of this many must occur: 0 to {@code words}. */
  public int of(int words) {
    var needed = words;
    for (var step : steps) {
      if (words > step.above()) {
        needed = needed(step, words);
      }
    }
    return Math.clamp(needed, 0, words);
  }

  private static int needed(Step step, int words) {
    var amount = step.isPercent() ? (int) ((long) words * step.amount() / 100) : step.amount();
    return amount < 0 ? words + amount : amount;
  }
}
