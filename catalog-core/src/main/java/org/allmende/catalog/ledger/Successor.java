package org.allmende.catalog.ledger;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.ledger.Generations.Generation;

/**
 * A new generation of a follower, filled from the ledger on a thread of its own, while the live one
 * follows and answers.
 */
final class Successor<F extends Follower> {

  private final Following.Plan<F> plan;
  private final Ledger ledger;
  private final Generations generations;
  private final Generation generation;
  private final FutureTask<F> task = new FutureTask<>(this::build);
  private final Thread thread;
  private volatile boolean isGivenUp;

  /**
   * Begins to build.
   *
   * @param whenDone called on the building thread, also when building failed
   */
  Successor(
      Following.Plan<F> plan,
      Ledger ledger,
      Generations generations,
      Generation generation,
      Runnable whenDone) {
    this.plan = plan;
    this.ledger = ledger;
    this.generations = generations;
    this.generation = generation;
    this.thread =
        Thread.ofPlatform()
            .name("fill-" + plan.name())
            .daemon()
            .start(
                () -> {
                  task.run();
                  whenDone.run();
                });
  }

  private F build() {
    generations.delete(generation);
    var follower = plan.opener().apply(generations.folder(generation));
    try {
      var target = ledger.read(LedgerSnapshot::lastSequence);
      if (target > 0) {
        follower.fill(new CurrentStates(target), target);
        catchUp(follower);
      }
      return follower;
    } catch (Throwable e) {
      follower.close();
      throw e;
    }
  }

  /** Until little is left of what was published meanwhile: the live one waits for the rest. */
  private void catchUp(F follower) {
    int applied;
    do {
      applied = plan.applyNext(follower, ledger);
    } while (applied == plan.batch() && !isGivenUp);
  }

  /** What it will be called. */
  Generation generation() {
    return generation;
  }

  /** True when it is complete, or could not be built. */
  boolean isDone() {
    return task.isDone();
  }

  /**
   * The follower, filled; waits for it.
   *
   * @throws IllegalStateException when it could not be built
   */
  F follower() throws InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          plan.name() + " could not be built anew; the live one stays: " + e.getCause(), e);
    }
  }

  /** Ends the building and deletes what there is of it. */
  void giveUp() throws InterruptedException {
    isGivenUp = true;
    thread.join();
    try {
      task.get().close();
    } catch (ExecutionException e) {
      // It was closed where it failed; that it fails is what giving up means.
    }
    generations.delete(generation);
  }

  /**
   * The current states up to a sequence number. A dataset that changes meanwhile moves beyond it,
   * so that none comes twice.
   */
  private final class CurrentStates implements Iterator<List<CatalogEntry>> {
    private final long target;
    private List<CatalogEntry> next;

    CurrentStates(long target) {
      this.target = target;
      this.next = after(0);
    }

    @Override
    public boolean hasNext() {
      return !next.isEmpty();
    }

    @Override
    public List<CatalogEntry> next() {
      if (next.isEmpty()) {
        throw new NoSuchElementException("no dataset is left");
      }
      if (isGivenUp) {
        throw new CancellationException("filling was given up");
      }
      var batch = next;
      next = after(batch.getLast().revision().sequence());
      return batch;
    }

    private List<CatalogEntry> after(long sequence) {
      return ledger.read(snapshot -> snapshot.changedAfter(sequence, plan.batch())).stream()
          .takeWhile(entry -> entry.revision().sequence() <= target)
          .toList();
    }
  }
}
