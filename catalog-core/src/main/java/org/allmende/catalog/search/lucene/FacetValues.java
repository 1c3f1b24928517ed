package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The values of a field, numbered across all segments, so that they can be counted by number.
 * Lucene's own state for counting goes with its reader; this one stays: after a change only the
 * values of new segments are numbered, which are few.
 *
 * <p>A value that no dataset has any more keeps its number until the index is opened again. Any
 * number of threads may ask.
 */
final class FacetValues {

  private static final int FIRST_ROOM = 256;

  private final String field;
  private final Map<IndexReader.CacheKey, int[]> segments = new ConcurrentHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>(); // guarded by this
  private volatile String[] labels = new String[FIRST_ROOM];
  private volatile int size;

  /**
   * Numbers nothing yet.
   *
   * @param field name of a Lucene field
   */
  FacetValues(String field) {
    this.field = field;
  }

  /** The values of a segment, as Lucene has them. */
  SortedSetDocValues in(LeafReader segment) throws IOException {
    return DocValues.getSortedSet(segment, field);
  }

  /** Our number of each value of a segment, by Lucene's number of it there. */
  int[] numbers(LeafReader segment) {
    var helper = segment.getCoreCacheHelper();
    var known = segments.get(helper.getKey());
    if (known != null) {
      return known;
    }
    var made = number(segment);
    if (segments.put(helper.getKey(), made) == null) {
      helper.addClosedListener(segments::remove);
    }
    return made;
  }

  private synchronized int[] number(LeafReader segment) {
    try {
      var values = in(segment);
      var made = new int[Math.toIntExact(values.getValueCount())];
      var terms = values.termsEnum();
      for (var i = 0; i < made.length; i++) {
        made[i] = number(terms.next().utf8ToString());
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int number(String label) {
    var known = numbers.get(label);
    if (known != null) {
      return known;
    }
    var number = size;
    if (number == labels.length) {
      labels = Arrays.copyOf(labels, 2 * number);
    }
    labels[number] = label;
    numbers.put(label, number);
    size = number + 1;
    return number;
  }

  /** How many values there are; every number is less. */
  int size() {
    return size;
  }

  String label(int number) {
    return labels[number];
  }
}
