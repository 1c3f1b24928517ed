package org.allmende.server.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JoinedTest {

  private final Joined<String, String> joined = new Joined<>(100, String::length);

  @Test
  void equalQuestionsAreAskedOnceHoweverManyAskThemAtOnce() throws Exception {
    var asked = new AtomicInteger();
    var mayAnswer = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var first =
          threads.submit(
              () ->
                  joined.get(
                      "a",
                      () -> {
                        asked.incrementAndGet();
                        awaitQuietly(mayAnswer);
                        return "answer";
                      }));
      var others =
          threads.submit(() -> joined.get("a", () -> "another " + asked.incrementAndGet()));
      mayAnswer.countDown();
      assertEquals(first.get(), others.get());
    }
    assertEquals(1, asked.get());
  }

  private static void awaitQuietly(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void aQuestionThatFailedIsAskedAgain() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            joined.get(
                "a",
                () -> {
                  throw new IOException("not now");
                }));
    assertEquals("now", joined.get("a", () -> "now"));
    assertEquals("now", joined.get("a", () -> "never"));
  }
}
