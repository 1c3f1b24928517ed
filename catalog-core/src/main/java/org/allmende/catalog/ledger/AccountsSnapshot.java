package org.allmende.catalog.ledger;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.accounts.Membership;
import org.allmende.catalog.accounts.Token;
import org.allmende.catalog.accounts.User;

/** Users, their tokens and memberships in one consistent state of the ledger. */
public interface AccountsSnapshot {

  /** Grows with each change of what a caller may do, also of names of groups. */
  long version();

  /** By id or name; deleted ones too. */
  Optional<User> findUser(String idOrName);

  /** All users by name, deleted ones too. */
  List<User> users();

  /** The token whose secret has this hash. */
  Optional<Token> findToken(String hash);

  /** The token with this id. */
  Optional<Token> findTokenById(String id);

  /** The tokens of a user, the eldest first. */
  List<Token> tokens(String userId);

  /** What a user is in organizations and groups that are not deleted. */
  List<Membership> memberships(String userId);

  /** Who is anything in this organization or group; deleted users are left out. */
  List<Membership> members(String groupId);
}
