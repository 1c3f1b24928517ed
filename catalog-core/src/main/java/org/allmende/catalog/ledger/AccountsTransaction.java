package org.allmende.catalog.ledger;

import java.time.LocalDate;
import org.allmende.catalog.accounts.Capacity;
import org.allmende.catalog.accounts.Token;
import org.allmende.catalog.accounts.User;

/** A change of users, tokens and memberships, inside a {@link LedgerTransaction}. */
public interface AccountsTransaction extends AccountsSnapshot {

  /** Enters a user, or replaces the one with this id. */
  void put(User user);

  /** Enters a token by the hash of its secret. */
  void add(Token token, String hash);

  /** Takes a token away, as if it had never been. */
  void remove(Token token);

  /** Notes the day on which a token was used. */
  void noteAccess(String tokenId, LocalDate day);

  /** Makes a user this in an organization or group, whatever the user was there before. */
  void putMember(String groupId, String userId, Capacity capacity);

  /** Makes a user nothing there. */
  void removeMember(String groupId, String userId);
}
