package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.allmende.catalog.search.FacetCount;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * How often each value of one field occurs among the datasets found. Remembers which values it met,
 * so that a small answer costs little beside many values.
 */
final class FacetTally {

  private static final int FIRST_ROOM = 64;

  private final FacetValues values;
  private final int[] counts;
  private int[] met = new int[FIRST_ROOM];
  private int kinds;

  /** Has counted nothing yet. */
  FacetTally(FacetValues values, IndexReader reader) {
    this.values = values;
    // Only when all segments are numbered it is known how many numbers there are.
    reader.leaves().forEach(leaf -> values.numbers(leaf.reader()));
    this.counts = new int[values.size()];
  }

  void count(List<MatchingDocs> found) throws IOException {
    for (var inSegment : found) {
      count(inSegment);
    }
  }

  private void count(MatchingDocs found) throws IOException {
    var docs = found.bits().iterator();
    if (docs == null) {
      return;
    }
    var segment = found.context().reader();
    var lists = values.lists(segment);
    if (lists.isPresent()) {
      count(docs, lists.get());
    } else {
      countInDocValues(docs, segment);
    }
  }

  private void count(DocIdSetIterator docs, FacetValues.Lists lists) throws IOException {
    var starts = lists.starts();
    var numbers = lists.numbers();
    for (var doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      for (var i = starts[doc]; i < starts[doc + 1]; i++) {
        note(numbers[i]);
      }
    }
  }

  private void countInDocValues(DocIdSetIterator docs, LeafReader segment) throws IOException {
    var numbers = values.numbers(segment);
    var all = values.in(segment);
    var single = DocValues.unwrapSingleton(all);
    if (single == null) {
      count(docs, all, numbers);
    } else {
      count(docs, single, numbers);
    }
  }

  private void count(DocIdSetIterator docs, SortedDocValues of, int[] numbers) throws IOException {
    for (var doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (of.advanceExact(doc)) {
        note(numbers[of.ordValue()]);
      }
    }
  }

  private void count(DocIdSetIterator docs, SortedSetDocValues of, int[] numbers)
      throws IOException {
    for (var doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (of.advanceExact(doc)) {
        for (var left = of.docValueCount(); left > 0; left--) {
          note(numbers[(int) of.nextOrd()]);
        }
      }
    }
  }

  private void note(int number) {
    if (counts[number]++ == 0) {
      if (kinds == met.length) {
        met = Arrays.copyOf(met, 2 * kinds);
      }
      met[kinds++] = number;
    }
  }

  /** The most frequent values, equal ones in the order of their letters. */
  List<FacetCount> most(int limit) {
    var order =
        Comparator.comparingInt((Integer number) -> counts[number])
            .thenComparing(values::label, Comparator.reverseOrder());
    var best = new PriorityQueue<Integer>(order);
    for (var i = 0; i < kinds; i++) {
      var number = met[i];
      if (best.size() < limit) {
        best.add(number);
      } else if (counts[number] >= counts[best.element()]
          && order.compare(number, best.element()) > 0) {
        best.poll();
        best.add(number);
      }
    }
    var falling = new ArrayDeque<FacetCount>(best.size());
    while (!best.isEmpty()) {
      var number = best.poll();
      falling.addFirst(new FacetCount(values.label(number), counts[number]));
    }
    return List.copyOf(falling);
  }
}
