package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthIT {
  @TempDir private Path directory;

  @Test
  void livesAtOnce() throws Exception {
    try (var server = RunningServer.start(directory)) {
      var answer = server.get("/health/live");

      assertEquals(200, answer.statusCode());
      assertEquals("{\"status\":\"live\"}", answer.body());
    }
  }

  @Test
  void isReadyOnceTheFollowersAreWhereTheLedgerWas() throws Exception {
    try (var server = RunningServer.start(directory)) {
      server.publish("baum");
      server.awaitFollowers();
    }
    try (var server = RunningServer.start(directory)) {
      server.awaitFollowers();
      var answer = server.get("/health/ready");

      assertEquals(200, answer.statusCode());
      assertTrue(
          answer.body().contains("\"followers\":{\"rdf\":1,\"search\":1,\"ckan\":1}"),
          answer.body());
    }
  }

  @Test
  void isNotReadyBeforeThat() throws Exception {
    try (var server = RunningServer.start(directory)) {
      server.publish("baum");
      server.awaitFollowers();
    }
    deleteFollower("search");
    try (var server = RunningServer.start(directory)) {
      var answer = server.get("/health/ready");
      // It may have caught up already; what must not be is a 200 with a position behind.
      assertEquals(answer.body().contains("\"search\":1") ? 200 : 503, answer.statusCode());
    }
  }

  @Test
  void tellsRequestsByRouteAndPositionsByFollower() throws Exception {
    try (var server = RunningServer.start(directory)) {
      server.publish("baum");
      server.awaitFollowers();
      server.get("/dataset/baum.ttl");
      var text = server.get("/metrics").body();

      assertTrue(text.contains("allmende_ledger_sequence 1\n"), text);
      assertTrue(text.contains("allmende_follower_position{follower=\"search\"} 1\n"), text);
      assertTrue(text.contains("allmende_follower_lag{follower=\"rdf\"} 0\n"), text);
      assertTrue(text.contains("allmende_datasets{scope=\"public\"} 1\n"), text);
    }
  }

  private void deleteFollower(String name) throws java.io.IOException {
    try (var all = java.nio.file.Files.walk(directory.resolve(name))) {
      for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        java.nio.file.Files.delete(path);
      }
    }
  }
}
