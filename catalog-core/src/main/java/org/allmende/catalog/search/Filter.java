package org.allmende.catalog.search;

import java.util.List;
import org.allmende.catalog.geo.Box;

/** A restriction of a search; it decides what is found, never in which order. */
public sealed interface Filter {

  /** Holds always. */
  Filter ALWAYS = new All(List.of());

  /** Never holds. */
  Filter NEVER = new Any(List.of());

  /** The field holds this value; of a field of words: contains these words as a phrase. */
  record Is(IndexField field, String value) implements Filter {}

  /** The field holds any value at all. */
  record Exists(IndexField field) implements Filter {}

  /**
   * A time or number between two ends, both included. {@link Long#MIN_VALUE} and {@link
   * Long#MAX_VALUE} leave an end open; times are milliseconds since 1970.
   */
  record Between(IndexField field, long low, long high) implements Filter {
    public Between {
      new Expression.Between(field, low, high); // checks that the field has an order
    }
  }

  /** The clauses hold. */
  record Matches(Expression expression) implements Filter {}

  /** The place of the dataset and this box have a point in common. */
  record InBox(Box box) implements Filter {}

  /** All of these hold; none: always true. */
  record All(List<Filter> filters) implements Filter {
    public All {
      filters = List.copyOf(filters);
    }
  }

  /** At least one of these holds; none: never true. */
  record Any(List<Filter> filters) implements Filter {
    public Any {
      filters = List.copyOf(filters);
    }
  }

  /** The opposite. */
  record Not(Filter filter) implements Filter {}
}
