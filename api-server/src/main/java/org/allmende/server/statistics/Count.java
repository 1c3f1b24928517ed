package org.allmende.server.statistics;

import java.time.LocalDate;

/**
 * How often one address was asked for on one day.
 *
 * @param number 1 or more; what leaves the house is {@link #published}
 */
public record Count(LocalDate day, Counted kind, String address, long number) {

  /** Smaller numbers are published as 0: nobody shall recognize himself. */
  public static final int LEAST = 5;

  /** The number as it is published. */
  public static long published(long number) {
    return number < LEAST ? 0 : number;
  }
}
