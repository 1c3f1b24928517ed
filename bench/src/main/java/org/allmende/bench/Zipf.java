package org.allmende.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws ranks of which the first are frequent and the last are rare, as words and towns are. */
final class Zipf {

  private final double[] upTo;

  /**
   * Ranks from 0 to {@code size - 1}; rank k has the weight {@code 1 / (k + 1)^exponent}.
   *
   * @param size how many ranks there are, 1 or more
   */
  Zipf(int size, double exponent) {
    upTo = new double[size];
    var sum = 0.0;
    for (var rank = 0; rank < size; rank++) {
      sum += 1 / Math.pow(rank + 1, exponent);
      upTo[rank] = sum;
    }
  }

  int next(RandomGenerator random) {
    var found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
  }
}
