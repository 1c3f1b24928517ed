package org.allmende.server.harvest;

import java.util.List;

/**
 * Finds the datasets that a harvester means by {@code q} and {@code fq} ({@code ckan-api.md} 11.2).
 */
@FunctionalInterface
public interface PageFinder {

  /**
   * The ordinals of all public datasets that match, ascending.
   *
   * @throws UnclearSearchException when the texts cannot be understood
   * @throws IllegalStateException when the index does not know all datasets at the moment
   */
  long[] find(List<String> q, List<String> fq) throws UnclearSearchException;

  /** What was asked cannot be understood; the message says what is wrong with it. */
  final class UnclearSearchException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnclearSearchException(String message) {
      super(message);
    }
  }
}
