package org.allmende.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.allmende.catalog.Preparation.Prepared;
import org.allmende.catalog.Preparation.Settled;
import org.junit.jupiter.api.Test;

class PreparedAheadTest {

  private final List<Submission> submissions =
      IntStream.range(0, 1_000).mapToObj(PreparedAheadTest::submission).toList();

  @Test
  void givesEachSubmissionItsOwnOutcomeAndPreparesNoneTwice() {
    var prepared = new AtomicInteger();
    try (var ahead =
        new PreparedAhead(
            submissions,
            chunk -> {
              prepared.addAndGet(chunk.size());
              return chunk.stream().map(PreparedAheadTest::settled).toList();
            })) {
      for (var i = 0; i < submissions.size(); i++) {
        assertEquals(settled(submissions.get(i)), ahead.get(i));
      }
    }
    assertEquals(submissions.size(), prepared.get());
  }

  @Test
  void tellsWhoAsksWhyPreparingFailed() {
    try (var ahead =
        new PreparedAhead(
            submissions,
            chunk -> {
              throw new IllegalStateException("no snapshot");
            })) {
      var error = assertThrows(IllegalStateException.class, () -> ahead.get(999));
      assertEquals("no snapshot", error.getMessage());
    }
  }

  private static Submission submission(int number) {
    var local = "d" + number;
    return Submission.of(
        TestCatalog.description("https://other.example/" + local, ""),
        TestCatalog.record("there", local));
  }

  private static Prepared settled(Submission submission) {
    return new Settled(new Publication.Unchanged(submission.description().uri()));
  }
}
