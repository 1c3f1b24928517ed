package org.allmende.catalog.search.lucene;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.catalog.search.IndexField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.LeafReader;

/**
 * The fields that somebody counts, each with its numbered values. A segment is made ready for them
 * before anybody asks it. Any number of threads may ask.
 */
final class CountedFields {

  private static final List<IndexField> USUAL =
      List.of(
          IndexField.THEME,
          IndexField.PUBLISHER,
          IndexField.FORMAT,
          IndexField.LICENSE,
          IndexField.OPEN_LICENSE,
          IndexField.KEYWORD,
          IndexField.REGION,
          IndexField.KIND,
          IndexField.USE,
          IndexField.YEAR,
          IndexField.UPDATED_DAY,
          IndexField.RATING);

  /** More fields than people count by; a program may name any. */
  private static final int MOST_PREPARED = 32;

  private final Set<IndexField> prepared = ConcurrentHashMap.newKeySet();
  private final Map<IndexField, FacetValues> values = new ConcurrentHashMap<>();

  CountedFields() {
    prepared.addAll(USUAL);
  }

  /** The numbered values of a field. */
  FacetValues values(IndexField field) {
    return values.computeIfAbsent(field, counted -> new FacetValues(Fields.name(counted)));
  }

  /** What is counted once will be again: the next segment is ready for it. */
  void remember(List<IndexField> facets) {
    for (var field : facets) {
      if (prepared.size() < MOST_PREPARED && field.kind() == IndexField.Kind.EXACT) {
        prepared.add(field);
      }
    }
  }

  /** Numbers the values of a segment, so that no search has to wait for it. */
  void prepare(LeafReader segment) {
    for (var field : prepared) {
      var info = segment.getFieldInfos().fieldInfo(Fields.name(field));
      if (info != null && info.getDocValuesType() == DocValuesType.SORTED_SET) {
        var unused = values(field).numbers(segment);
      }
    }
  }
}
