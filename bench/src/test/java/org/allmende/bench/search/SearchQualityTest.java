package org.allmende.bench.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judged queries: what the search reached stays reached. */
class SearchQualityTest {

  @TempDir Path folder;

  @Test
  void findsWhatPeopleSeek() {
    var corpus = Sample.own();
    try (var engine = ProductEngine.of(corpus, folder)) {
      var quality = Quality.of(engine, corpus, Judgements.aboutSubjects("judged.tsv"));
      assertTrue(quality.ndcg() >= 0.85, () -> weak(quality));
      assertTrue(quality.success() >= 0.92, () -> weak(quality));
    }
  }

  @Test
  void findsWhatMeansTheSameAndNothingElse() {
    try (var engine = ProductEngine.literal(Pairs.corpus(), folder)) {
      var pairs = Pairs.of(engine);
      assertTrue(pairs.shareFalse() <= 0.03, () -> "falsely found: " + pairs.falselyFound());
      assertTrue(pairs.shareFound() >= 0.9, () -> "missed: " + pairs.missed());
    }
  }

  private static String weak(Quality quality) {
    var text =
        new StringBuilder(
            String.format(
                Locale.ROOT, "nDCG@10 %.3f, success@3 %.3f", quality.ndcg(), quality.success()));
    quality.answers().stream()
        .filter(answer -> answer.ndcg() < 0.8 || !answer.isSuccess())
        .forEach(
            answer ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%n%.2f %s: %s",
                        answer.ndcg(),
                        answer.judged().query(),
                        answer.best())));
    return text.toString();
  }
}
