package org.allmende.bench.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well an engine answered a list of queries.
 *
 * @param answers the worth of each answer, in the order of the list
 */
record Quality(List<Answer> answers) {

  static final int LOOKED_AT = 10;
  private static final int FIRST = 3;

  Quality {
    answers = List.copyOf(answers);
  }

  /**
   * How well one query was answered.
   *
   * @param judged the query
   * @param ndcg normalised discounted cumulative gain of the first ten hits, 0 to 1; of a query
   *     that must find nothing 1 when it did
   * @param isSuccess one of the first three hits is what was sought, or nothing was, and rightly
   * @param best titles of the first hits
   */
  record Answer(Judgements judged, double ndcg, boolean isSuccess, List<String> best) {
    Answer {
      best = List.copyOf(best);
    }
  }

  /** Asks an engine that was filled with this corpus. */
  static Quality of(Engine engine, List<Sample> corpus, List<Judgements> list) {
    var samples = new HashMap<String, Sample>();
    corpus.forEach(sample -> samples.put(sample.id(), sample));
    var answers = new ArrayList<Answer>();
    for (var judged : list) {
      var found = engine.search(judged.query(), LOOKED_AT).stream().map(samples::get).toList();
      answers.add(answer(judged, found, corpus));
    }
    return new Quality(answers);
  }

  private static Answer answer(Judgements judged, List<Sample> found, List<Sample> corpus) {
    var best = found.stream().limit(FIRST).map(Sample::title).toList();
    if (judged.wantsNothing()) {
      return new Answer(judged, found.isEmpty() ? 1 : 0, found.isEmpty(), best);
    }
    var worths = found.stream().map(judged::worth).toList();
    var ideal =
        corpus.stream()
            .map(judged::worth)
            .sorted(Comparator.reverseOrder())
            .limit(LOOKED_AT)
            .toList();
    var most = gain(ideal);
    var isSuccess = worths.stream().limit(FIRST).anyMatch(worth -> worth >= Judgements.GOOD);
    return new Answer(judged, most == 0 ? 1 : gain(worths) / most, isSuccess, best);
  }

  private static double gain(List<Integer> worths) {
    var sum = 0.0;
    for (var place = 0; place < worths.size(); place++) {
      sum += (Math.pow(2, worths.get(place)) - 1) / (Math.log(place + 2) / Math.log(2));
    }
    return sum;
  }

  double ndcg() {
    return answers.stream().mapToDouble(Answer::ndcg).average().orElse(0);
  }

  /** The share of queries with what was sought among the first three hits. */
  double success() {
    return answers.stream().mapToDouble(answer -> answer.isSuccess() ? 1 : 0).average().orElse(0);
  }

  /** Mean nDCG by kind of query, in the order of the list. */
  Map<String, Double> byKind() {
    var kinds = new java.util.LinkedHashMap<String, List<Answer>>();
    answers.forEach(
        answer ->
            kinds.computeIfAbsent(answer.judged().kind(), kind -> new ArrayList<>()).add(answer));
    var means = new java.util.LinkedHashMap<String, Double>();
    kinds.forEach((kind, all) -> means.put(kind, new Quality(all).ndcg()));
    return means;
  }
}
