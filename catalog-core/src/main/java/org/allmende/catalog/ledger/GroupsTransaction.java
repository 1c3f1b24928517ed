package org.allmende.catalog.ledger;

import java.time.Instant;
import org.allmende.catalog.accounts.Group;

/** A change of organizations and own groups, inside a {@link LedgerTransaction}. */
public interface GroupsTransaction extends GroupsSnapshot {

  /**
   * Replaces the organization or own group with this id, or enters an own group; an organization
   * enters by {@link LedgerTransaction#assignOrganization}.
   */
  void put(Group group);

  /**
   * Gives each dataset in it a new revision with the same content, so that followers write anew
   * what they show of the organization or group.
   */
  void renewDatasets(Group group, Instant now);

  /** Takes away all its members, and an own group altogether; of an organization the id remains. */
  void purge(Group group);
}
