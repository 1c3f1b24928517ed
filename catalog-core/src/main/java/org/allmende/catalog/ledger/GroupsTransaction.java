package org.allmende.catalog.ledger;

import org.allmende.catalog.accounts.Group;

/** A change of organizations and own groups, inside a {@link LedgerTransaction}. */
public interface GroupsTransaction extends GroupsSnapshot {

  /**
   * Replaces the organization or own group with this id, or enters an own group; an organization
   * enters by {@link LedgerTransaction#assignOrganization}.
   */
  void put(Group group);

  /** Takes away all its members, and an own group altogether; of an organization the id remains. */
  void purge(Group group);
}
