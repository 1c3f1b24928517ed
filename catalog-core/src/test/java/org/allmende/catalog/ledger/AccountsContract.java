package org.allmende.catalog.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.accounts.Membership;
import org.allmende.catalog.accounts.Token;
import org.allmende.catalog.accounts.User;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Organization;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger promises about users, tokens, memberships, organizations and groups. */
abstract class AccountsContract {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final User ERIKA =
      new User(
          "u-1",
          "erika",
          Optional.of("Erika Beispiel"),
          Optional.of("erika@town.example"),
          Optional.of("Maps"),
          Optional.of("https://town.example/e.png"),
          true,
          false,
          NOW);

  @AutoClose private Ledger ledger;

  /** Opens the same ledger again at each call; the one before is closed. */
  abstract Ledger open();

  @BeforeEach
  void start() {
    ledger = open();
  }

  @Test
  void readsBackEveryPartOfAUserByIdAndByName() {
    change(accounts -> accounts.put(ERIKA));
    reopen();
    assertEquals(Optional.of(ERIKA), ask(accounts -> accounts.findUser("u-1")));
    assertEquals(Optional.of(ERIKA), ask(accounts -> accounts.findUser("erika")));
    assertEquals(List.of(ERIKA), ask(AccountsSnapshot::users));
  }

  @Test
  void replacesAUserByItsId() {
    change(accounts -> accounts.put(ERIKA));
    change(accounts -> accounts.put(ERIKA.withSysadmin(false)));
    assertFalse(ask(accounts -> accounts.findUser("u-1")).orElseThrow().isSysadmin());
  }

  @Test
  void givesNoNameTwice() {
    change(accounts -> accounts.put(ERIKA));
    var other = User.named("u-2", "erika", NOW);
    assertThrows(LedgerException.class, () -> change(accounts -> accounts.put(other)));
  }

  @Test
  void findsATokenByTheHashOfItsSecretUntilItIsRemoved() {
    var token = new Token("t-1", "u-1", "laptop", NOW, Optional.of(NOW), Optional.empty());
    change(accounts -> accounts.add(token, "hash"));
    reopen();
    assertEquals(Optional.of(token), ask(accounts -> accounts.findToken("hash")));
    assertEquals(Optional.of(token), ask(accounts -> accounts.findTokenById("t-1")));
    assertEquals(List.of(token), ask(accounts -> accounts.tokens("u-1")));
    change(accounts -> accounts.remove(token));
    assertEquals(Optional.empty(), ask(accounts -> accounts.findToken("hash")));
  }

  @Test
  void notesTheDayOnWhichATokenWasUsedWithoutCallingItAChange() {
    var token = new Token("t-1", "u-1", "laptop", NOW, Optional.empty(), Optional.empty());
    change(accounts -> accounts.add(token, "hash"));
    var version = ask(AccountsSnapshot::version);
    var day = LocalDate.parse("2026-03-02");
    change(accounts -> accounts.noteAccess("t-1", day));
    assertEquals(
        Optional.of(day), ask(accounts -> accounts.findToken("hash")).orElseThrow().lastAccess());
    assertEquals(version, ask(AccountsSnapshot::version));
  }

  @Test
  void countsEveryChangeOfWhatACallerMayDo() {
    var before = ask(AccountsSnapshot::version);
    change(accounts -> accounts.put(ERIKA));
    var after = ask(AccountsSnapshot::version);
    assertTrue(after > before);
    change(accounts -> accounts.putMember("g-1", "u-1", Capacity.EDITOR));
    assertTrue(ask(AccountsSnapshot::version) > after);
  }

  @Test
  void tellsMembershipsFromBothSides() {
    enterTown();
    change(
        accounts -> {
          accounts.put(ERIKA);
          accounts.putMember("o-1", "u-1", Capacity.MEMBER);
          accounts.putMember("o-1", "u-1", Capacity.EDITOR);
        });
    var expected = List.of(new Membership("o-1", "town", "u-1", Capacity.EDITOR));
    assertEquals(expected, ask(accounts -> accounts.memberships("u-1")));
    assertEquals(expected, ask(accounts -> accounts.members("o-1")));
    change(accounts -> accounts.removeMember("o-1", "u-1"));
    assertEquals(List.of(), ask(accounts -> accounts.memberships("u-1")));
  }

  @Test
  void leavesOutMembershipsInWhatWasDeletedAndOfWhoWasDeleted() {
    enterTown();
    change(
        accounts -> {
          accounts.put(ERIKA.withDeleted(true));
          accounts.putMember("o-1", "u-1", Capacity.ADMIN);
        });
    assertEquals(List.of(), ask(accounts -> accounts.members("o-1")));
    put(town().withState(Group.State.DELETED));
    assertEquals(List.of(), ask(accounts -> accounts.memberships("u-1")));
  }

  @Test
  void keepsWhatPeopleSayAboutAnOrganization() {
    enterTown();
    var edited =
        town()
            .withTexts(new DatasetSlug("our-town"), "Our town", "By the sea", "town.png")
            .withExtras(Map.of("phone", "1"))
            .withParents(List.of("county"));
    put(edited);
    reopen();
    assertEquals(Optional.of(edited), group("our-town"));
    var organization = ledger.read(s -> s.findOrganization("o-1")).orElseThrow();
    assertEquals("By the sea", organization.description());
    assertEquals("town.png", organization.imageUrl());
  }

  @Test
  void keepsOwnGroups() {
    var group = Group.named("g-1", Group.Kind.GROUP, new DatasetSlug("parks"), NOW);
    put(group);
    assertEquals(List.of(group), ledger.read(s -> s.groups().all(Group.Kind.GROUP)));
    assertFalse(isFreeName("parks"));
    assertEquals(false, ledger.read(s -> s.groups().isFreeId("g-1")));
    assertEquals(Optional.empty(), group("parks"));
  }

  @Test
  void aDeletedOrganizationBlocksItsNameAndIsNotListed() {
    enterTown();
    put(town().withState(Group.State.DELETED));
    assertEquals(List.of(), ledger.read(LedgerSnapshot::organizations));
    assertFalse(isFreeName("town"));
  }

  @Test
  void aPurgedOrganizationFreesItsNameAndComesBackWithANewDataset() {
    enterTown();
    ledger.write(
        transaction -> {
          transaction.groups().purge(town());
          return true;
        });
    assertEquals(Optional.empty(), group("o-1"));
    assertTrue(isFreeName("town"));
    enterTown();
    assertEquals("town", group("o-1").orElseThrow().name().value());
  }

  private Group town() {
    return group("o-1").orElseThrow();
  }

  private Optional<Group> group(String idOrName) {
    return ledger.read(s -> s.groups().find(Group.Kind.ORGANIZATION, idOrName));
  }

  private boolean isFreeName(String name) {
    return ledger.read(s -> s.groups().isFreeName(name));
  }

  private void put(Group group) {
    ledger.write(
        transaction -> {
          transaction.groups().put(group);
          return true;
        });
  }

  private void enterTown() {
    var town =
        new Organization(
            "o-1", new DatasetSlug("town"), "Town", "https://town.example/", Optional.empty(), NOW);
    ledger.write(transaction -> transaction.assignOrganization(town));
  }

  private <T> T ask(Function<AccountsSnapshot, T> question) {
    return ledger.read(snapshot -> question.apply(snapshot.accounts()));
  }

  private void change(Consumer<AccountsTransaction> change) {
    ledger.write(
        transaction -> {
          change.accept(transaction.accounts());
          return true;
        });
  }

  private void reopen() {
    ledger.close();
    ledger = open();
  }
}
