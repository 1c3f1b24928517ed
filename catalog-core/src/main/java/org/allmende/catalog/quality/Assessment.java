package org.allmende.catalog.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How a dataset, or many together, do by each indicator.
 *
 * <p>Points follow data.europa.eu: share of those that pass, times the indicator's points. What
 * cannot be judged here (whether links answer, and lists that are not ours to know) gives neither
 * points nor loses any: {@link #judged} says out of how many the points are.
 *
 * @param shares every indicator; {@link Share#NOT_JUDGED} where nothing could be judged
 */
public record Assessment(Map<Indicator, Share> shares) {

  /** Points that all indicators give together. */
  public static final int MAXIMUM = 405;

  /** No dataset at all. */
  public static final Assessment NONE = new Assessment(Map.of());

  /** Keeps the text of {@link #toText} apart from that of other versions of these rules. */
  private static final String VERSION = "1";

  public Assessment {
    var all = new EnumMap<Indicator, Share>(Indicator.class);
    for (var indicator : Indicator.values()) {
      all.put(indicator, shares.getOrDefault(indicator, Share.NOT_JUDGED));
    }
    shares = Collections.unmodifiableMap(all);
  }

  /** How it does by one indicator. */
  public Share share(Indicator indicator) {
    return shares.getOrDefault(indicator, Share.NOT_JUDGED);
  }

  /** The points reached. */
  public double points() {
    return sum(indicator -> share(indicator).ratio() * indicator.points());
  }

  /** The points reached in one dimension. */
  public double points(Dimension dimension) {
    return Indicator.of(dimension).stream().mapToDouble(this::points).sum();
  }

  /** The points reached by one indicator. */
  public double points(Indicator indicator) {
    return share(indicator).ratio() * indicator.points();
  }

  /** The points of all indicators that were judged: what could have been reached. */
  public int judged() {
    return (int) sum(indicator -> share(indicator).isJudged() ? indicator.points() : 0);
  }

  /** The rating, as if what was not judged did as well as the rest. */
  public Rating rating() {
    return judged() == 0 ? Rating.BAD : Rating.of(points() * MAXIMUM / judged());
  }

  /**
   * The edits that gain most points, the best first; those that gain none are left out.
   *
   * @param limit how many at most
   */
  public List<Gain> bestEdits(int limit) {
    var gains = new ArrayList<Gain>();
    for (var indicator : Indicator.values()) {
      var missing = share(indicator).isJudged() ? indicator.points() - points(indicator) : 0;
      if (missing > 0) {
        gains.add(new Gain(indicator, missing));
      }
    }
    gains.sort(Comparator.comparingDouble(Gain::points).reversed());
    return List.copyOf(gains.subList(0, Math.min(limit, gains.size())));
  }

  /**
   * An edit and what it gains.
   *
   * @param indicator what does not pass yet
   * @param points what would be gained if all passed
   */
  public record Gain(Indicator indicator, double points) {}

  private double sum(ToDoubleFunction<Indicator> points) {
    var sum = 0.0;
    for (var indicator : Indicator.values()) {
      sum += points.applyAsDouble(indicator);
    }
    return sum;
  }

  /** A short text that {@link #parse} reads: how it is kept beside the current state. */
  public String toText() {
    var text = new StringBuilder(VERSION);
    for (var indicator : Indicator.values()) {
      var share = share(indicator);
      text.append(' ').append(share.passed()).append('/').append(share.of());
    }
    return text.toString();
  }

  /**
   * What {@link #toText} wrote.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  public static Assessment parse(String text) {
    var words = text.split(" ", -1);
    var indicators = Indicator.values();
    if (!words[0].equals(VERSION) || words.length != indicators.length + 1) {
      throw new IllegalArgumentException("expected an assessment, got \"" + text + "\"");
    }
    var shares = new EnumMap<Indicator, Share>(Indicator.class);
    for (var i = 0; i < indicators.length; i++) {
      shares.put(indicators[i], share(words[i + 1]));
    }
    return new Assessment(shares);
  }

  private static Share share(String word) {
    var slash = word.indexOf('/');
    return new Share(
        Long.parseLong(word, 0, slash, 10), Long.parseLong(word, slash + 1, word.length(), 10));
  }
}
