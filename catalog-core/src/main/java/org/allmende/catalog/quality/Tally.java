package org.allmende.catalog.quality;

import java.util.EnumMap;
import java.util.Map;

/**
 * Adds up the assessments of many datasets: each share is the sum of theirs, so the points of the
 * whole are those of data.europa.eu for a catalog. Used by one thread.
 */
public final class Tally {

  private final Map<Indicator, long[]> sums = new EnumMap<>(Indicator.class);
  private long datasets;

  /** Adds a dataset. */
  public void add(Assessment assessment) {
    datasets++;
    assessment.shares().forEach(this::add);
  }

  private void add(Indicator indicator, Share share) {
    var sum = sums.computeIfAbsent(indicator, i -> new long[2]);
    sum[0] += share.passed();
    sum[1] += share.of();
  }

  /** How many datasets were added. */
  public long datasets() {
    return datasets;
  }

  /** All that were added, together. */
  public Assessment assessment() {
    var shares = new EnumMap<Indicator, Share>(Indicator.class);
    sums.forEach((indicator, sum) -> shares.put(indicator, new Share(sum[0], sum[1])));
    return new Assessment(shares);
  }
}
