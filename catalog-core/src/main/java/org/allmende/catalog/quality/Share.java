package org.allmende.catalog.quality;

/**
 * How many of those that were judged pass. {@code 0 of 0} says that nothing could be judged.
 *
 * @param passed those that pass, 0 to {@code of}
 * @param of all that were judged
 */
public record Share(long passed, long of) {

  /** Nothing was judged. */
  public static final Share NOT_JUDGED = new Share(0, 0);

  public Share {
    if (passed < 0 || passed > of) {
      throw new IllegalArgumentException("passed must be 0 to " + of + ", was " + passed);
    }
  }

  /** One that passes, or does not. */
  public static Share of(boolean passes) {
    return new Share(passes ? 1 : 0, 1);
  }

  /** True when anything was judged. */
  public boolean isJudged() {
    return of > 0;
  }

  /** 0 to 1; 0 when nothing was judged. */
  public double ratio() {
    return of == 0 ? 0 : (double) passed / of;
  }
}
