package org.allmende.catalog.search;

import java.util.List;

/**
 * What was sought instead of what was typed, because it finds nothing as typed.
 *
 * @param text the whole text that was sought
 * @param replaced the words changed in it, in their order
 */
public record Correction(String text, List<Replaced> replaced) {
  public Correction {
    replaced = List.copyOf(replaced);
  }

  /** A word as typed, and what was sought for it. */
  public record Replaced(String typed, String sought) {}
}
