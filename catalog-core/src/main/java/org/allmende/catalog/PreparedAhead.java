package org.allmende.catalog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.allmende.catalog.Preparation.Prepared;

/**
 * Prepares a list of submissions, first things first, on threads of the common pool and on the one
 * that asks: it never waits idly while something is left to prepare. So one thread can record what
 * is ready while others prepare the rest.
 *
 * <p>For one asking thread. Close it, so that nobody prepares in vain what nobody will ask for.
 */
final class PreparedAhead implements AutoCloseable {

  /** How many are prepared from one snapshot: few, so that all threads end at the same time. */
  private static final int CHUNK = 16;

  private final List<Submission> submissions;
  private final Function<List<Submission>, List<Prepared>> prepare;
  private final List<CompletableFuture<List<Prepared>>> chunks;
  private final AtomicInteger claimed = new AtomicInteger();

  /**
   * Begins at once.
   *
   * @param prepare answers for each submission, in the same order; used by several threads
   */
  PreparedAhead(List<Submission> submissions, Function<List<Submission>, List<Prepared>> prepare) {
    this.submissions = submissions;
    this.prepare = prepare;
    this.chunks =
        IntStream.range(0, (submissions.size() + CHUNK - 1) / CHUNK)
            .mapToObj(number -> new CompletableFuture<List<Prepared>>())
            .toList();
    for (var i = 0; i < Math.min(helpers(), chunks.size() - 1); i++) {
      ForkJoinPool.commonPool().execute(this::prepareAll);
    }
  }

  /** How many threads prepare beside the asking one. */
  static int helpers() {
    return ForkJoinPool.getCommonPoolParallelism();
  }

  /** Helps until so many, counted from the first, are prepared or at least begun. */
  void prepareFirst(int count) {
    while (claimed.get() * CHUNK < count && prepareNext()) {}
  }

  /** What became of a submission; prepares others while somebody is at it. */
  Prepared get(int index) {
    var chunk = chunks.get(index / CHUNK);
    while (!chunk.isDone() && prepareNext()) {}
    try {
      return chunk.join().get(index % CHUNK);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void prepareAll() {
    while (prepareNext()) {}
  }

  /** Prepares the next chunk that nobody has begun; false when there is none. */
  private boolean prepareNext() {
    var number = claimed.getAndIncrement();
    if (number >= chunks.size()) {
      return false;
    }
    var begin = number * CHUNK;
    var end = Math.min(begin + CHUNK, submissions.size());
    var chunk = chunks.get(number);
    try {
      chunk.complete(prepare.apply(submissions.subList(begin, end)));
    } catch (RuntimeException | Error e) {
      chunk.completeExceptionally(e); // Whoever asks for it gets it.
    }
    return true;
  }

  @Override
  public void close() {
    claimed.set(chunks.size());
  }
}
