package org.allmende.catalog.search;

import java.util.List;

/**
 * One value of a field and how many of the datasets found have it.
 *
 * @param value the value as it is filtered by
 * @param count 1 or more; 0 only for a value that somebody chose
 * @param children the values below it, of a field whose values lie within each other
 */
public record FacetCount(String value, int count, List<FacetCount> children) {

  public FacetCount {
    children = List.copyOf(children);
  }

  /** A value with nothing below it. */
  public FacetCount(String value, int count) {
    this(value, count, List.of());
  }
}
