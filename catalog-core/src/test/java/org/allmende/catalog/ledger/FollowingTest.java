package org.allmende.catalog.ledger;

import static org.allmende.catalog.TestCatalog.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.TestCatalog;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives followers that remember what they were given. */
class FollowingTest {

  private static final int BATCH = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  @AutoClose private TestCatalog test;
  private final List<Remembering> opened = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch filling = new CountDownLatch(1);
  private volatile CountDownLatch gate = new CountDownLatch(0);

  @BeforeEach
  void open() {
    test = new TestCatalog(folder);
  }

  @Test
  void fillsAnEmptyFollowerWhenMuchIsToBeDone() throws Exception {
    publish(20);
    try (var following = follow()) {
      assertTrue(following.await(20, PATIENCE));
      assertEquals(1, following.rebuilds());
      var live = following.ask(follower -> follower);
      assertEquals(20, live.filled.size());
      assertEquals(List.of(), live.applied);
    }
  }

  @Test
  void appliesWhatIsLittle() throws Exception {
    publish(3);
    try (var following = follow()) {
      assertTrue(following.await(3, PATIENCE));
      assertEquals(0, following.rebuilds());
      var live = following.ask(follower -> follower);
      assertEquals(3, live.applied.size());
    }
  }

  @Test
  void goesOnToFollowWhileASuccessorIsFilled() throws Exception {
    publish(3);
    try (var following = follow()) {
      assertTrue(following.await(3, PATIENCE));
      gate = new CountDownLatch(1);
      following.rebuild();
      filling.await();
      test.published(valid("later", "Später", ""));
      assertTrue(following.await(4, PATIENCE));
      assertEquals(0, following.rebuilds());
      gate.countDown();
      awaitRebuild(following, 1);
      assertEquals(4, following.position());
    }
  }

  @Test
  void keepsTheOldOneOpenUntilItsLastAnswerIsGiven() throws Exception {
    publish(3);
    try (var following = follow()) {
      assertTrue(following.await(3, PATIENCE));
      boolean stillOpen =
          following.ask(
              old -> {
                following.rebuild();
                awaitRebuild(following, 1);
                return !old.isClosed;
              });
      assertTrue(stillOpen);
      var live = following.ask(follower -> follower);
      assertFalse(live.isClosed);
    }
    assertTrue(opened.stream().allMatch(follower -> follower.isClosed));
  }

  @Test
  void buildsABloatedOneAnew() throws Exception {
    publish(3);
    try (var following = follow()) {
      assertTrue(following.await(3, PATIENCE));
      following.ask(live -> live.isBloated = true);
      test.published(valid("later", "Später", ""));
      awaitRebuild(following, 1);
      assertEquals(4, following.position());
    }
  }

  @Test
  void keepsTheLiveOneWhenItsSuccessorFails() throws Exception {
    publish(3);
    try (var following = follow()) {
      assertTrue(following.await(3, PATIENCE));
      following.ask(live -> live.isBloated = true);
      opened.getFirst().successorsFail = true;
      test.published(valid("later", "Später", ""));
      assertTrue(following.await(4, PATIENCE));
      test.published(valid("last", "Zuletzt", ""));
      assertTrue(following.await(5, PATIENCE));
      assertEquals(0, following.rebuilds());
    }
  }

  @Test
  void tellsWhetherTodaysRulesMadeWhatItAnswers() throws Exception {
    publish(1);
    try (var following = follow("1")) {
      assertTrue(following.await(1, PATIENCE));
      assertTrue(following.isOfTodaysRules());
    }
    gate = new CountDownLatch(1);
    try (var following = follow("2")) {
      assertFalse(following.isOfTodaysRules());
      gate.countDown();
      awaitRebuild(following, 1);
      assertTrue(following.isOfTodaysRules());
    }
  }

  @Test
  void leavesNothingOfASuccessorThatWasGivenUp() throws Exception {
    publish(20);
    gate = new CountDownLatch(1);
    var following = follow();
    filling.await();
    var closing = Thread.ofPlatform().start(following::close);
    gate.countDown();
    closing.join();
    assertTrue(opened.stream().allMatch(follower -> follower.isClosed));
    try (var left = Files.list(folder.resolve("memory"))) {
      assertEquals(1, left.filter(Files::isDirectory).count());
    }
  }

  private void publish(int count) {
    for (var i = 0; i < count; i++) {
      test.published(valid("d" + i, "Titel " + i, ""));
    }
  }

  private Following<Remembering> follow() {
    return follow("1");
  }

  private Following<Remembering> follow(String rules) {
    var plan =
        new Following.Plan<>("memory", rules, BATCH, Duration.ZERO, path -> new Remembering(path));
    return new Following<>(plan, test.catalog.ledger(), folder);
  }

  private static void awaitRebuild(Following<Remembering> following, long number) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (following.rebuilds() < number) {
      assertTrue(System.nanoTime() < end, "no rebuild within " + PATIENCE);
      Thread.onSpinWait();
    }
  }

  /** Holds in memory what a real one would write. */
  private final class Remembering implements Follower {
    private final List<CatalogEntry> filled = Collections.synchronizedList(new ArrayList<>());
    private final List<CatalogEntry> applied = Collections.synchronizedList(new ArrayList<>());
    private volatile long position;
    private volatile boolean isBloated;
    private volatile boolean isClosed;
    private volatile boolean successorsFail;

    Remembering(Path path) {
      try {
        Files.createDirectories(path);
      } catch (java.io.IOException e) {
        throw new AssertionError(e);
      }
      opened.add(this);
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public void fill(Iterator<List<CatalogEntry>> batches, long reached) {
      if (opened.getFirst().successorsFail) {
        throw new IllegalStateException("the disk is full");
      }
      filling.countDown();
      try {
        assertTrue(gate.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      batches.forEachRemaining(filled::addAll);
      position = reached;
    }

    @Override
    public void apply(List<CatalogEntry> batch, long reached) {
      applied.addAll(batch);
      position = reached;
    }

    @Override
    public boolean isBloated() {
      return isBloated;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
