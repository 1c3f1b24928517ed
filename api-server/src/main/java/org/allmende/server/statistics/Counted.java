package org.allmende.server.statistics;

import java.util.Arrays;
import java.util.Locale;

/** What is counted apart. */
public enum Counted {
  /** A page for people that is none of the next two. */
  PAGE,
  /** The page of a dataset, in any language. */
  DATASET,
  /** The page of a file, in any language. */
  FILE,
  /** The bytes of a file, or the chosen rows of one. */
  DOWNLOAD,
  /** An answer for programs. */
  INTERFACE;

  /** The word in files and addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Counted require(String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing is counted as " + key));
  }
}
