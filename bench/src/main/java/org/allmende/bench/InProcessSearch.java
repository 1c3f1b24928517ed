package org.allmende.bench;

import java.time.Duration;
import java.util.List;
import org.allmende.bench.Workloads.Question;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;

/** The product's search index, asked in this process by one thread: what HTTP and JSON add. */
final class InProcessSearch {

  static final List<IndexField> FACETS =
      List.of(
          IndexField.PUBLISHER,
          IndexField.THEME,
          IndexField.KEYWORD,
          IndexField.FORMAT,
          IndexField.LICENSE,
          IndexField.OPEN_LICENSE);
  static final int VALUES = 50;

  private InProcessSearch() {}

  /** Asks each question once, after a round of others as warm-up, and reports. */
  static void run(
      Following<LuceneSearchIndex> index, List<Question> questions, ResultTable results) {
    var half = questions.size() / 2;
    ask(index, questions.subList(0, half));
    var latencies = ask(index, questions.subList(half, questions.size()));
    results.add(
        "product's index in process, one thread: median, p99, largest",
        ResultTable.millis(latencies.percentile(0.5))
            + ", "
            + ResultTable.millis(latencies.percentile(0.99))
            + ", "
            + ResultTable.millis(latencies.max()));
    results.add("datasets and facets of everything, first time", ResultTable.millis(all(index)));
  }

  private static Latencies ask(Following<LuceneSearchIndex> index, List<Question> questions) {
    var latencies = new Latencies();
    for (var question : questions) {
      var query = query(question);
      var begun = System.nanoTime();
      index.ask(live -> live.search(query));
      latencies.note(System.nanoTime() - begun);
    }
    return latencies;
  }

  private static Duration all(Following<LuceneSearchIndex> index) {
    var begun = System.nanoTime();
    index.ask(live -> live.search(SearchQuery.all().countingBy(FACETS, VALUES)));
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** A question of 3 words as the index is asked, with 2 filters and 6 facets. */
  static SearchQuery query(Question question) {
    return SearchQuery.forText(String.join(" ", question.words()))
        .filteredBy(new Filter.Is(IndexField.THEME, question.group()))
        .filteredBy(new Filter.Is(IndexField.FORMAT, question.format()))
        .countingBy(FACETS, VALUES);
  }
}
