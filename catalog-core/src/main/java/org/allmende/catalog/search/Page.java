package org.allmende.catalog.search;

/**
 * A window on a result list.
 *
 * @param offset hits to skip, 0 or more
 * @param limit hits to return, 0 to {@value #MAX_LIMIT}; 0 asks for the count and the facets alone
 */
public record Page(int offset, int limit) {
  public static final int MAX_LIMIT = 1_000;

  public Page {
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be 0 or more, was " + offset);
    }
    if (limit < 0 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit must be 0 to " + MAX_LIMIT + ", was " + limit);
    }
  }
}
