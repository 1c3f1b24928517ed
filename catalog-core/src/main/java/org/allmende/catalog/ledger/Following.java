package org.allmende.catalog.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.allmende.catalog.ledger.Generations.Generation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one follower: keeps it at the ledger's heels, and builds a new generation beside it when
 * it is lost, ahead of the ledger, made by other rules, bloated, or empty while the ledger is full.
 * The live one goes on to follow and to answer until the new one is complete; then they swap.
 *
 * <p>Its directory holds one folder per generation and a file {@code current} that names the live
 * one with the rules that made it. A new generation is complete before that file names it; what a
 * crash leaves half-done is thrown away at the next start. Any number of threads may {@link #ask}.
 */
public final class Following<F extends Follower> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(1);

  /** An empty follower is filled beside itself when there are more batches than these to apply. */
  private static final int WORTH_FILLING = 5;

  /**
   * How a follower is made and driven.
   *
   * @param name its name on the command line, in metrics and of its folder, such as {@code search}
   * @param rules version of the rules that compute its data
   * @param batch datasets applied in one commit, at most
   * @param pause after a batch that was not full, at least: commits cost time and disk
   * @param opener opens, or makes, a follower in a folder
   */
  public record Plan<F extends Follower>(
      String name, String rules, int batch, Duration pause, Function<Path, F> opener) {

    /** Applies one batch; tells how many datasets it had, 0 when there was nothing to apply. */
    int applyNext(F follower, Ledger ledger) {
      var from = follower.position();
      var next = ledger.read(snapshot -> snapshot.changedAfter(from, batch));
      if (!next.isEmpty()) {
        follower.apply(next, next.getLast().revision().sequence());
      }
      return next.size();
    }
  }

  private final Plan<F> plan;
  private final Ledger ledger;
  private final Generations generations;
  private final Semaphore news = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong rebuilds = new AtomicLong();
  private volatile Optional<String> failure = Optional.empty();
  private final Thread thread;
  private volatile Shared<F> live;
  private volatile boolean isRebuildWanted;

  /** The live one was made by other rules than today's. */
  private volatile boolean isOutdated;

  // The following thread's own.
  private Generation generation;
  private @Nullable Successor<F> successor;
  private @Nullable Thread retiring;

  /** Then only an explicit wish begins another; else each failure would begin the next. */
  private boolean hasBuildFailed;

  /**
   * Opens the follower below {@code directory} and starts to follow. An outdated one answers until
   * its successor is complete.
   */
  public Following(Plan<F> plan, Ledger ledger, Path directory) {
    this.plan = plan;
    this.ledger = ledger;
    this.generations = new Generations(directory.resolve(plan.name()));
    this.generation = generations.current().orElseGet(() -> generations.first(plan.rules()));
    this.live = new Shared<>(openLive());
    ledger.onCommit(sequence -> news.release());
    this.thread = Thread.ofPlatform().name("follow-" + plan.name()).daemon().start(this::follow);
  }

  private F openLive() {
    F follower;
    try {
      follower = open(generation);
    } catch (RuntimeException e) {
      LOG.warn("{} cannot be opened and is built anew: {}", plan.name(), e.toString());
      generation = generations.first(plan.rules());
      follower = open(generation);
    }
    generations.deleteAllBut(generation);
    isOutdated = !generation.rules().equals(plan.rules());
    isRebuildWanted = isOutdated || isAhead(follower);
    return follower;
  }

  private F open(Generation opened) {
    return plan.opener().apply(generations.folder(opened));
  }

  private boolean isAhead(F follower) {
    return follower.position() > ledger.read(LedgerSnapshot::lastSequence);
  }

  /** Its name, such as {@code search}. */
  public String name() {
    return plan.name();
  }

  /** The sequence number that the live follower has reached. */
  public long position() {
    return ask(Follower::position);
  }

  /** True when what the live follower answers was made by today's rules. */
  public boolean isOfTodaysRules() {
    return !isOutdated;
  }

  /** How often it was rebuilt since the start. */
  public long rebuilds() {
    return rebuilds.get();
  }

  /**
   * Asks the live follower; it stays open until the answer is there, also while a rebuild swaps.
   *
   * @throws IllegalStateException when this is closed
   */
  public <T> T ask(Function<F, T> question) {
    while (true) {
      var asked = live;
      var answer = asked.ask(question);
      if (answer.isPresent()) {
        return answer.get();
      }
      if (asked == live) {
        throw new IllegalStateException(plan.name() + " is closed");
      }
    }
  }

  /** Why the last wish for a rebuild could not be granted; empty while it goes on or succeeded. */
  public Optional<String> whyNotRebuilt() {
    return failure;
  }

  /** Asks for a new generation beside the live one; returns at once. */
  public void rebuild() {
    failure = Optional.empty();
    isRebuildWanted = true;
    news.release();
  }

  /**
   * Waits until the follower has reached a sequence number.
   *
   * @return false when the time ran out first
   */
  public boolean await(long sequence, Duration timeout) throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    while (position() < sequence) {
      if (System.nanoTime() > end || closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  // The thread that follows.

  private void follow() {
    while (!isClosed()) {
      try {
        step();
      } catch (RuntimeException e) {
        LOG.error("{} cannot follow the ledger and tries again: {}", plan.name(), e.toString(), e);
        waitForNews();
      } catch (InterruptedException e) {
        stop();
      }
    }
  }

  private void step() throws InterruptedException {
    var building = successor;
    if (building == null && isNewOneWanted()) {
      beginSuccessor();
    } else if (building != null && building.isDone()) {
      swap(building);
    }
    if (isBeingFilled()) {
      waitForNews();
      return;
    }
    // A full batch has more behind it; the pause is for small ones, which cost a commit each.
    var applied = applyNext(live.follower());
    if (applied == 0) {
      waitForNews();
    } else if (applied < plan.batch()) {
      pause();
    }
  }

  private boolean isNewOneWanted() {
    return isRebuildWanted
        || (!hasBuildFailed && (isWorthFilling() || live.follower().isBloated()));
  }

  private boolean isWorthFilling() {
    return live.follower().position() == 0
        && ledger.read(LedgerSnapshot::lastSequence) > (long) WORTH_FILLING * plan.batch();
  }

  /** An empty follower waits for its successor; to follow as well would be the work done twice. */
  private boolean isBeingFilled() {
    return successor != null && live.follower().position() == 0;
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** Not shorter for news: commits cost time and disk. */
  private void pause() {
    try {
      var unused = closing.await(plan.pause().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stop();
    }
  }

  /** Until this process commits something, or it is time to look what others did. */
  private void waitForNews() {
    try {
      if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      } else {
        live.follower().settle();
      }
    } catch (InterruptedException e) {
      stop();
    }
  }

  private void stop() {
    Thread.currentThread().interrupt();
    closing.countDown();
  }

  private int applyNext(F follower) {
    return plan.applyNext(follower, ledger);
  }

  // A new generation.

  private void beginSuccessor() {
    LOG.info("{}: building a new generation beside the live one", plan.name());
    successor =
        new Successor<>(plan, ledger, generations, generation.next(plan.rules()), news::release);
  }

  private void swap(Successor<F> built) throws InterruptedException {
    successor = null;
    // A wish that came while it was being built has been granted with it.
    isRebuildWanted = false;
    var next = complete(built);
    var old = live;
    live = new Shared<>(next);
    isOutdated = false;
    rebuilds.incrementAndGet();
    retire(old, generation);
    hasBuildFailed = false;
    generation = built.generation();
    LOG.info("{}: the new generation answers", plan.name());
  }

  /** With what was published in the last moments, and named as the live one. */
  private F complete(Successor<F> built) throws InterruptedException {
    try {
      var next = built.follower();
      var unused = applyNext(next);
      generations.makeCurrent(built.generation());
      return next;
    } catch (RuntimeException e) {
      hasBuildFailed = true;
      failure = Optional.of(String.valueOf(e.getMessage()));
      built.giveUp();
      throw e;
    }
  }

  /** Closes and deletes the old one when the last answer from it is given. */
  private void retire(Shared<F> old, Generation outlived) throws InterruptedException {
    awaitRetired();
    retiring =
        Thread.ofPlatform()
            .name("retire-" + plan.name())
            .daemon()
            .start(
                () -> {
                  old.close();
                  generations.delete(outlived);
                });
  }

  private void awaitRetired() throws InterruptedException {
    if (retiring != null) {
      retiring.join();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    news.release();
    try {
      thread.join();
      if (successor != null) {
        successor.giveUp();
      }
      awaitRetired();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    live.close();
  }
}
