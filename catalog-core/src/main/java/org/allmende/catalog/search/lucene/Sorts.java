package org.allmende.catalog.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SortOrder;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;

/**
 * Orders as Lucene sorts; whatever is equal goes by the ordinal. A number, because Lucene copies
 * what it sorts by for each dataset that is among the best for a moment, and the newest come last.
 */
final class Sorts {

  private Sorts() {}

  static Sort of(List<SortOrder> orders) {
    var fields = new ArrayList<SortField>();
    orders.forEach(order -> fields(order).forEach(fields::add));
    return sort(fields);
  }

  /**
   * The same order for datasets whose scores are all equal. Without the score Lucene may pass over
   * those that cannot be among the best: the index of a number or a time tells which they are.
   */
  static Sort ofEqualScores(List<SortOrder> orders) {
    return sort(
        orders.stream()
            .flatMap(Sorts::fields)
            .filter(field -> field.getType() != SortField.Type.SCORE)
            .toList());
  }

  private static Sort sort(List<SortField> fields) {
    var all = new ArrayList<>(fields);
    all.add(new SortField(Fields.ORDINAL, SortField.Type.LONG));
    return new Sort(all.toArray(SortField[]::new));
  }

  private static Stream<SortField> fields(SortOrder order) {
    var down = order.descending();
    return switch (order.key()) {
      case SortOrder.Key.Score score ->
          Stream.of(
              new SortField(null, SortField.Type.SCORE, !down), number(IndexField.MODIFIED, true));
      case SortOrder.Key.Title title -> Stream.of(text(Fields.SORT_TITLE, down));
      case SortOrder.Key.Field field -> field(field.field(), down);
    };
  }

  private static Stream<SortField> field(IndexField field, boolean down) {
    if (field.equals(IndexField.ID)) {
      return Stream.of(text(Fields.SORT_ID, down));
    }
    if (field.equals(IndexField.NAME)) {
      return Stream.of(text(Fields.SORT_NAME, down));
    }
    return switch (field.kind()) {
      case WORDS -> Stream.of();
      case EXACT -> Stream.of(values(field, down));
      case TIME, NUMBER -> Stream.of(number(field, down));
    };
  }

  private static SortField text(String name, boolean down) {
    return new SortField(name, SortField.Type.STRING, down, last(down));
  }

  private static SortField values(IndexField field, boolean down) {
    return new SortedSetSortField(Fields.name(field), down, SortedSetSelector.Type.MIN, last(down));
  }

  /** Where a dataset without a value comes: last in either direction. */
  private static Object last(boolean down) {
    return down ? SortField.STRING_FIRST : SortField.STRING_LAST;
  }

  private static SortField number(IndexField field, boolean down) {
    return new SortedNumericSortField(
        Fields.name(field),
        SortField.Type.LONG,
        down,
        SortedNumericSelector.Type.MIN,
        down ? Long.MIN_VALUE : Long.MAX_VALUE);
  }
}
