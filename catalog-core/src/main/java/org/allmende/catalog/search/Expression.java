package org.allmende.catalog.search;

import java.util.List;
import java.util.Optional;

/**
 * What must, should and must not hold of a dataset, in clauses about fields: the meaning of a query
 * language, whatever its grammar. The same expression ranks when it is a {@link Question} and only
 * decides when it is a {@link Filter}.
 *
 * <p>A field that no dataset has matches nothing. Of a time or a number only {@link Between},
 * {@link Exists} and {@link Term} can hold.
 */
public sealed interface Expression {

  /** Every dataset. */
  Expression EVERYTHING = new Every();

  /** No dataset. */
  Expression NOTHING = new Bool(List.of(), List.of(), List.of());

  /** Matches every dataset. */
  record Every() implements Expression {}

  /** The field holds this value whole; of a field of words: these words one after the other. */
  record Term(IndexField field, String text) implements Expression {}

  /**
   * These words in their order; of an exact field the same as {@link Term}.
   *
   * @param slop how many steps they may be moved, 0 or more
   */
  record Phrase(IndexField field, String text, int slop) implements Expression {}

  /** A value, or a word, begins so. */
  record Prefix(IndexField field, String beginning) implements Expression {}

  /**
   * A value, or a word, looks so: {@code *} stands for any characters, {@code ?} for one, a
   * backslash takes the next character as it is.
   */
  record Wildcard(IndexField field, String pattern) implements Expression {}

  /**
   * A value, or a word, like this one.
   *
   * @param edits letters that may differ, 0 to 2
   */
  record Fuzzy(IndexField field, String text, int edits) implements Expression {
    public Fuzzy {
      if (edits < 0 || edits > 2) {
        throw new IllegalArgumentException("edits must be 0 to 2, was " + edits);
      }
    }
  }

  /** A value, or a word, between two ends by the order of bytes. An absent end is open. */
  record Range(IndexField field, Optional<End> low, Optional<End> high) implements Expression {}

  /** One end of a {@link Range}. */
  record End(String text, boolean included) {}

  /**
   * A time or number between two ends, both included. {@link Long#MIN_VALUE} and {@link
   * Long#MAX_VALUE} leave an end open; times are milliseconds since 1970.
   */
  record Between(IndexField field, long low, long high) implements Expression {
    public Between {
      if (field.kind() != IndexField.Kind.TIME && field.kind() != IndexField.Kind.NUMBER) {
        throw new IllegalArgumentException(
            field.name() + " has no order; a range needs a time or a number");
      }
    }
  }

  /** The field holds any value at all. */
  record Exists(IndexField field) implements Expression {}

  /**
   * Counts more, or less, than others.
   *
   * @param factor 0 or more, finite
   */
  record Boost(Expression of, float factor) implements Expression {
    public Boost {
      if (!(factor >= 0) || Float.isInfinite(factor)) {
        throw new IllegalArgumentException("a boost must be 0 or more, was " + factor);
      }
    }
  }

  /**
   * All of {@code must} hold, none of {@code mustNot}, and, when there is no {@code must}, at least
   * one of {@code should}; beside a {@code must} these only rank. Of none at all: nothing. Of
   * {@code mustNot} alone: everything else.
   */
  record Bool(List<Expression> must, List<Expression> should, List<Expression> mustNot)
      implements Expression {
    public Bool {
      must = List.copyOf(must);
      should = List.copyOf(should);
      mustNot = List.copyOf(mustNot);
    }
  }

  /** All of these hold. */
  static Expression all(List<Expression> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Bool(parts, List.of(), List.of());
  }

  /** At least one of these holds. */
  static Expression any(List<Expression> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Bool(List.of(), parts, List.of());
  }

  /** This does not hold. */
  static Expression not(Expression part) {
    return new Bool(List.of(), List.of(), List.of(part));
  }
}
