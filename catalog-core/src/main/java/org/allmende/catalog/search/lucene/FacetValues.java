package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;

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

  /** What lists may take of the heap, were all usual fields counted in one segment. */
  private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

  private static final int BYTES_OF_A_DOCUMENT = 176;

  private final String field;
  private final Map<IndexReader.CacheKey, int[]> segments = new ConcurrentHashMap<>();
  private final Map<IndexReader.CacheKey, Lists> lists = new ConcurrentHashMap<>();
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

  /**
   * Our numbers of the values of each document of a segment, one list behind the other.
   *
   * @param starts where the list of a document begins, and at last where the last one ends
   */
  record Lists(int[] starts, int[] numbers) {}

  /**
   * The lists of a segment, made when it is counted first: to count in them takes a third of the
   * time. Empty for a segment that is large beside the heap.
   */
  Optional<Lists> lists(LeafReader segment) throws IOException {
    if ((long) segment.maxDoc() * BYTES_OF_A_DOCUMENT > MOST_BYTES) {
      return Optional.empty();
    }
    var helper = segment.getCoreCacheHelper();
    var known = lists.get(helper.getKey());
    if (known == null) {
      known = list(segment);
      if (lists.put(helper.getKey(), known) == null) {
        helper.addClosedListener(lists::remove);
      }
    }
    return Optional.of(known);
  }

  private Lists list(LeafReader segment) throws IOException {
    var ours = numbers(segment);
    var values = in(segment);
    var starts = new int[segment.maxDoc() + 1];
    var all = new int[segment.maxDoc()];
    var size = 0;
    for (var doc = 0; doc < segment.maxDoc(); doc++) {
      starts[doc] = size;
      if (values.advanceExact(doc)) {
        for (var left = values.docValueCount(); left > 0; left--) {
          all = ArrayUtil.grow(all, size + 1);
          all[size++] = ours[(int) values.nextOrd()];
        }
      }
    }
    starts[segment.maxDoc()] = size;
    return new Lists(starts, Arrays.copyOf(all, size));
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
