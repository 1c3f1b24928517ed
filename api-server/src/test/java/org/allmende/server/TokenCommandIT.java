package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.accounts.Capacity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code allmende token} beside a server on the same data directory, and without one. */
class TokenCommandIT {

  @TempDir private Path directory;

  @Test
  void theTokenStandsAloneOnTheLastLineAndWorksBesideARunningServer() throws Exception {
    try (var server = RunningServer.start(directory.resolve("data"))) {
      var token = create("--name", "chief", "--role", "sysadmin");
      assertTrue(caller(server, token).isSysadmin());
      assertEquals("chief", caller(server, token).user().orElseThrow().name());
    }
  }

  @Test
  void theRoleHoldsInTheFirstConfiguredOrganizationBeforeAnythingWasPublished() throws Exception {
    configure();
    var token = create("--name", "erika");
    try (var server = RunningServer.start(directory.resolve("data"))) {
      assertEquals(
          Capacity.EDITOR, caller(server, token).capacityIn("stadt-musterstadt").orElseThrow());
    }
  }

  @Test
  void aSecondTokenLeavesTheUserWhatHeIs() throws Exception {
    configure();
    create("--name", "erika", "--role", "admin", "--organization", "amt");
    var second = create("--name", "erika", "--organization", "amt");
    try (var server = RunningServer.start(directory.resolve("data"))) {
      assertEquals(Capacity.ADMIN, caller(server, second).capacityIn("amt").orElseThrow());
    }
  }

  @Test
  void aRevokedTokenOpensNothingWithinASecondOrTwo() throws Exception {
    try (var server = RunningServer.start(directory.resolve("data"))) {
      var token = create("--name", "chief", "--role", "sysadmin");
      assertFalse(caller(server, token).isAnonymous());
      var listed = CommandRun.of(directory, "token", "list").out();
      assertTrue(listed.contains("chief"), listed);
      assertFalse(listed.contains(token), "the list shows a secret");

      var id = listed.substring(0, listed.indexOf(' '));
      assertEquals(0, CommandRun.of(directory, "token", "revoke", id).exitCode());
      var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (!caller(server, token).isAnonymous()) {
        assertTrue(System.nanoTime() < end, "the server still accepts the token");
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void whatCannotBeGrantedIsAWrongCallThatSaysWhatToDo() throws IOException {
    configure();
    assertRefused("Known: sysadmin, admin, editor, member", "--name", "x1", "--role", "king");
    assertRefused("Known: amt, stadt-musterstadt", "--name", "x1", "--organization", "nowhere");
    assertRefused("a-z 0-9 - _", "--name", "Erika Beispiel");
    assertRefused("such as 2027-12-31", "--name", "x1", "--expires", "tomorrow");
    assertRefused("a day to come", "--name", "x1", "--expires", "2020-01-01");
  }

  @Test
  void withoutAnyOrganizationItAsksForOne() {
    assertRefused("--role sysadmin", "--name", "erika");
  }

  @Test
  void anUnknownTokenCannotBeRevoked() {
    var run = CommandRun.of(directory, "token", "revoke", "nothing");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("allmende token list"), run.err());
  }

  @Test
  void expiryIsTheEndOfADayOrSoLongFromNow() {
    var clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    assertEquals(
        Instant.parse("2026-03-31T22:00:00Z"),
        TokenGrant.until("2026-03-31", "Europe/Berlin", clock));
    assertEquals(
        Instant.parse("2026-03-03T10:00:00Z"), TokenGrant.until("2d", "Europe/Berlin", clock));
  }

  private String create(String... options) {
    var run = run(options);
    assertEquals(0, run.exitCode(), run.err());
    return run.out().lines().toList().getLast();
  }

  private void assertRefused(String reason, String... options) {
    var run = run(options);
    assertEquals(2, run.exitCode(), run.out());
    assertTrue(run.err().contains(reason), run.err());
  }

  private CommandRun run(String... options) {
    var arguments = new java.util.ArrayList<>(java.util.List.of("token", "create"));
    arguments.addAll(java.util.List.of(options));
    return CommandRun.of(directory, arguments.toArray(String[]::new));
  }

  private void configure() throws IOException {
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(
        directory.resolve("data/allmende.yaml"),
        """
        organizations:
          - {name: stadt-musterstadt, title: Stadt Musterstadt}
          - {name: amt, title: Amt}
        """);
  }

  private static Caller caller(RunningServer server, String token) {
    return server.server().catalog().accounts().caller(token);
  }
}
