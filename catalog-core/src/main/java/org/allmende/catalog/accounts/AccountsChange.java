package org.allmende.catalog.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.catalog.ledger.AccountsTransaction;
import org.allmende.catalog.ledger.GroupsTransaction;
import org.allmende.catalog.ledger.LedgerTransaction;
import org.allmende.catalog.model.Organization;

/** A change of users, tokens, organizations and groups; valid inside {@link Accounts#changing}. */
public final class AccountsChange {

  private final LedgerTransaction transaction;
  private final Consumer<LedgerTransaction> foundation;
  private final Instant now;

  AccountsChange(
      LedgerTransaction transaction, Consumer<LedgerTransaction> foundation, Instant now) {
    this.transaction = transaction;
    this.foundation = foundation;
    this.now = now;
  }

  /** When it happens. */
  public Instant now() {
    return now;
  }

  /** Users, tokens and memberships. */
  public AccountsTransaction accounts() {
    return transaction.accounts();
  }

  /** Organizations and groups. */
  public GroupsTransaction groups() {
    return transaction.groups();
  }

  /** The user with this name; made when there is none, and brought back when it was deleted. */
  public User userNamed(String name) {
    var known = accounts().findUser(name);
    if (known.isPresent() && !known.get().isDeleted()) {
      return known.get();
    }
    return put(
        known
            .map(user -> user.withDeleted(false))
            .orElseGet(() -> User.named(Accounts.newId(), name, now)));
  }

  /** Enters a user, or replaces the one with this id. */
  public User put(User user) {
    accounts().put(user);
    return user;
  }

  /** Takes a user away: its tokens and memberships go at once, its name stays its own. */
  public void delete(User user) {
    accounts().tokens(user.id()).forEach(accounts()::remove);
    for (var membership : accounts().memberships(user.id())) {
      accounts().removeMember(membership.groupId(), user.id());
    }
    accounts().put(user.withDeleted(true));
  }

  /** A new token for a user; its secret is in the answer and nowhere else. */
  public NewToken newToken(User user, String name, Optional<Instant> expires) {
    var token = new Token(Accounts.newId(), user.id(), name, now, expires, Optional.empty());
    var secret = Secrets.make();
    accounts().add(token, Secrets.hash(secret));
    return new NewToken(token, secret);
  }

  /**
   * The organizations that are there, the configured ones at the latest from now on: members need
   * something to be members of.
   */
  public List<Organization> organizations() {
    foundation.accept(transaction);
    return transaction.organizations();
  }

  /** The organization with this id or name, configured ones included. */
  public Optional<Organization> findOrganization(String idOrName) {
    foundation.accept(transaction);
    return transaction.findOrganization(idOrName);
  }

  /** Enters an organization that is not known yet. */
  public Organization enter(Organization organization) {
    foundation.accept(transaction);
    return transaction.assignOrganization(organization);
  }
}
