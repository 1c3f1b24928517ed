package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code allmende rebuild} beside a server on the same data directory. */
class RebuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SEARCH = "/api/3/action/package_search?rows=0";
  private static final String COUNT =
      "/sparql?query=SELECT%20(count(*)%20AS%20%3Fn)%20%7B%3Fd%20a%20"
          + "%3Chttp%3A%2F%2Fwww.w3.org%2Fns%2Fdcat%23Dataset%3E%7D";

  @TempDir private Path directory;

  @Test
  void isDoneByTheRunningServerWhichAnswersMeanwhile() throws Exception {
    try (var server = RunningServer.start(directory.resolve("data"))) {
      server.publish("baum");
      server.publish("bank");
      server.awaitFollowers();

      var run = CommandRun.of(directory, "rebuild");

      assertEquals(0, run.exitCode(), run.err());
      assertTrue(run.out().contains("The running server was asked to rebuild rdf, search, ckan"));
      askUntilRebuilt(server);
      assertEquals("g2", generation("search"));
      assertEquals("g2", generation("rdf"));
      assertEquals("g2", generation("ckan"));
      server.publish("brunnen");
      server.awaitFollowers();
      assertFinds(server, 3);
    }
  }

  @Test
  void takesTheFollowersNamedAlone() throws Exception {
    try (var server = RunningServer.start(directory.resolve("data"))) {
      server.publish("baum");
      server.awaitFollowers();

      var run = CommandRun.of(directory, "rebuild", "search");

      assertEquals(0, run.exitCode(), run.err());
      var end = System.nanoTime() + PATIENCE.toNanos();
      while (server.server().followers().search().rebuilds() == 0) {
        assertTrue(System.nanoTime() < end, "search was not rebuilt within " + PATIENCE);
        assertFinds(server, 1);
      }
      assertEquals("g1", generation("rdf"));
    }
  }

  private static void askUntilRebuilt(RunningServer server) throws Exception {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (server.server().followers().all().stream().anyMatch(f -> f.rebuilds() == 0)) {
      assertTrue(System.nanoTime() < end, "not rebuilt within " + PATIENCE);
      assertFinds(server, 2);
    }
    assertFinds(server, 2);
  }

  private static void assertFinds(RunningServer server, int datasets) throws Exception {
    var found = server.get(SEARCH);
    assertEquals(200, found.statusCode());
    assertTrue(found.body().contains("\"count\":" + datasets + ","), found.body());
    var counted = server.get(COUNT, "Accept", "text/csv");
    assertEquals(200, counted.statusCode());
    assertEquals("n\r\n" + datasets + "\r\n", counted.body());
  }

  private String generation(String follower) throws IOException {
    var current = directory.resolve("data").resolve(follower).resolve("current");
    return Files.readString(current).split(" ", 2)[0];
  }
}
