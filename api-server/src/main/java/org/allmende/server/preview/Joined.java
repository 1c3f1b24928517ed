package org.allmende.server.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;

/**
 * Answers equal questions once: whoever asks while another asks the same waits for that answer, and
 * it is remembered. A question that failed is asked again.
 */
final class Joined<K, V> {

  /** Finds an answer. */
  @FunctionalInterface
  interface Question<V> {
    V ask() throws IOException;
  }

  /** So long an answer is remembered that nobody asks for again. */
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Cache<K, CompletableFuture<V>> known;

  /**
   * @param most how much all answers that are remembered may weigh together
   * @param weight of one answer
   */
  Joined(long most, ToIntFunction<V> weight) {
    this.known =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .weigher(
                (K key, CompletableFuture<V> answer) ->
                    answer.isDone() && !answer.isCompletedExceptionally()
                        ? weight.applyAsInt(answer.join())
                        : 1)
            .expireAfterAccess(IDLE)
            .build();
  }

  /** The answer to {@code key}, by {@code question} when nobody has asked yet. */
  V get(K key, Question<V> question) throws IOException {
    var mine = new CompletableFuture<V>();
    var other = known.asMap().putIfAbsent(key, mine);
    return other == null ? ask(key, question, mine) : await(other);
  }

  private V ask(K key, Question<V> question, CompletableFuture<V> mine) throws IOException {
    try {
      var answer = question.ask();
      mine.complete(answer);
      known.put(key, mine); // once more: what it weighs is known now
      return answer;
    } catch (IOException | RuntimeException | Error e) {
      known.asMap().remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static <V> V await(CompletableFuture<V> other) throws IOException {
    try {
      return other.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TooSlowException slow) {
        throw new TooSlowException(String.valueOf(slow.getMessage()), slow);
      }
      throw new IOException("another asked the same and got no answer", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooSlowException("interrupted", e);
    }
  }
}
