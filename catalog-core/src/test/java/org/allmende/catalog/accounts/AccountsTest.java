package org.allmende.catalog.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.ledger.SqliteLedger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

  @TempDir Path folder;
  @AutoClose private TestCatalog site;
  private Accounts accounts;

  @BeforeEach
  void open() {
    site = new TestCatalog(folder);
    accounts = site.catalog.accounts();
  }

  @Test
  void aTokenTellsItsUser() {
    var token = newToken(Optional.empty());
    assertEquals("erika", accounts.caller(token.secret()).user().orElseThrow().name());
  }

  @Test
  void anUnknownTokenIsAnonymous() {
    assertTrue(accounts.caller("d1b2-nobody").isAnonymous());
    assertTrue(accounts.caller("").isAnonymous());
    assertTrue(accounts.caller("x".repeat(100_000)).isAnonymous());
  }

  @Test
  void anExpiredTokenIsAnonymous() {
    var token = newToken(Optional.of(Instant.parse("2020-01-01T00:00:00Z")));
    assertTrue(accounts.caller(token.secret()).isAnonymous());
  }

  @Test
  void aRevokedTokenIsAnonymousAtOnce() {
    var token = newToken(Optional.empty());
    assertFalse(accounts.caller(token.secret()).isAnonymous());
    accounts.changing(
        change -> {
          change.accounts().remove(token.token());
          return true;
        });
    assertTrue(accounts.caller(token.secret()).isAnonymous());
  }

  @Test
  void aTokenRevokedByAnotherProcessIsAnonymousWithinASecondOrTwo() throws InterruptedException {
    var token = newToken(Optional.empty());
    assertFalse(accounts.caller(token.secret()).isAnonymous());
    try (var other = SqliteLedger.open(folder.resolve("allmende.db"))) {
      other.write(
          transaction -> {
            transaction.accounts().remove(token.token());
            return true;
          });
    }
    var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!accounts.caller(token.secret()).isAnonymous() && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertTrue(accounts.caller(token.secret()).isAnonymous());
  }

  @Test
  void aDeletedUsersTokensOpenNothing() {
    var token = newToken(Optional.empty());
    accounts.changing(
        change -> {
          change.delete(change.userNamed("erika"));
          return true;
        });
    assertTrue(accounts.caller(token.secret()).isAnonymous());
  }

  @Test
  void aNewCapacityCountsAtOnce() {
    var token = newToken(Optional.empty());
    assertFalse(accounts.caller(token.secret()).isSysadmin());
    accounts.changing(change -> change.put(change.userNamed("erika").withSysadmin(true)));
    assertTrue(accounts.caller(token.secret()).isSysadmin());
  }

  @Test
  void noFileHoldsTheSecret() throws Exception {
    var secret = newToken(Optional.empty()).secret();
    site.close();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(secret), file.toString());
      }
    }
    open();
  }

  private NewToken newToken(Optional<Instant> expires) {
    return accounts.changing(
        change -> change.newToken(change.userNamed("erika"), "laptop", expires));
  }
}
