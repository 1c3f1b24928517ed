package org.allmende.catalog.search;

import java.util.List;

/** A restriction of a search; it decides what is found, never in which order. */
public sealed interface Filter {

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
      if (field.kind() != IndexField.Kind.TIME && field.kind() != IndexField.Kind.NUMBER) {
        throw new IllegalArgumentException(
            field + " has no order; a range needs a time or a number");
      }
    }
  }

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
