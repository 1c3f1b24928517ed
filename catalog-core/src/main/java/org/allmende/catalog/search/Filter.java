package org.allmende.catalog.search;

import java.util.List;
import java.util.Set;
import org.allmende.catalog.geo.Box;
import org.allmende.vocab.codelist.GeoPoint;

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

  /**
   * The place of the dataset comes this near to a position.
   *
   * @param kilometers more than 0, at most {@value #FARTHEST_KILOMETERS}
   */
  record Near(GeoPoint center, double kilometers) implements Filter {
    public static final int FARTHEST_KILOMETERS = 1_000;

    public Near {
      if (!(kilometers > 0 && kilometers <= FARTHEST_KILOMETERS)) {
        throw new IllegalArgumentException(
            "a radius is more than 0 and at most "
                + FARTHEST_KILOMETERS
                + " kilometers, was "
                + kilometers);
      }
    }
  }

  /** The field holds one of these values. */
  record In(IndexField field, Set<String> values) implements Filter {
    public In {
      values = Set.copyOf(values);
      if (field.kind() != IndexField.Kind.EXACT) {
        throw new IllegalArgumentException(field.name() + " has no whole values");
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
