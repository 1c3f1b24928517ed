package org.allmende.catalog.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.allmende.catalog.ledger.AccountsSnapshot;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerTransaction;

/**
 * Users, tokens, organizations and groups, and who is what in them.
 *
 * <pre>{@code
 * var user = accounts.changing(change -> change.userNamed("erika"));
 * var token = accounts.changing(change -> change.newToken(user, "laptop", Optional.empty()));
 * accounts.caller(token.secret()).user(); // erika
 * }</pre>
 *
 * Any number of threads may share it.
 */
public final class Accounts {

  private final Ledger ledger;
  private final Clock clock;
  private final Consumer<LedgerTransaction> foundation;
  private final Callers callers;

  /**
   * @param foundation records what the ledger must know before anything else
   */
  public Accounts(Ledger ledger, Clock clock, Consumer<LedgerTransaction> foundation) {
    this.ledger = ledger;
    this.clock = clock;
    this.foundation = foundation;
    this.callers = new Callers(ledger, clock);
  }

  /**
   * The caller that shows this token; an anonymous one when it is unknown, expired or revoked, or
   * its user deleted. Costs microseconds.
   */
  public Caller caller(String token) {
    return callers.of(token);
  }

  /** What this user may see and do, whoever asks. */
  public Caller callerFor(User user) {
    return asking(accounts -> Caller.of(user, accounts.memberships(user.id())));
  }

  /** Asks about one consistent state. */
  public <T> T asking(Function<AccountsSnapshot, T> question) {
    return ledger.read(snapshot -> question.apply(snapshot.accounts()));
  }

  /** The user with this id or name, deleted ones too. */
  public Optional<User> find(String idOrName) {
    return asking(accounts -> accounts.findUser(idOrName));
  }

  /** All users by name, deleted ones too. */
  public List<User> users() {
    return asking(AccountsSnapshot::users);
  }

  /** The tokens of a user, the eldest first. */
  public List<Token> tokens(User user) {
    return asking(accounts -> accounts.tokens(user.id()));
  }

  /** Who is anything in this organization or group, by name. */
  public List<Membership> members(String groupId) {
    return asking(accounts -> accounts.members(groupId));
  }

  /** The organization or own group with this id or name; deleted ones too. */
  public Optional<Group> findGroup(Group.Kind kind, String idOrName) {
    return ledger.read(snapshot -> snapshot.groups().find(kind, idOrName));
  }

  /** The organizations or own groups that are there, by name. */
  public List<Group> groups(Group.Kind kind) {
    return ledger.read(
        snapshot -> snapshot.groups().all(kind).stream().filter(Group::isActive).toList());
  }

  /** Changes in one durable transaction; an exception undoes all of it. It counts at once. */
  public <T> T changing(Function<AccountsChange, T> change) {
    T answer =
        ledger.write(
            transaction -> change.apply(new AccountsChange(transaction, foundation, now())));
    callers.forget();
    return answer;
  }

  private Instant now() {
    return clock.instant();
  }

  /** The token whose secret this is. */
  public Optional<Token> findToken(String secret) {
    return asking(accounts -> accounts.findToken(Secrets.hash(secret)));
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }
}
