package org.allmende.catalog.ledger;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.accounts.Group;

/** Organizations and own groups as people edit them, in one consistent state of the ledger. */
public interface GroupsSnapshot {

  /** Grows with each change that people made here. */
  long version();

  /** By id or name; deleted ones too, purged ones never. */
  Optional<Group> find(Group.Kind kind, String idOrName);

  /** All of a kind by name; deleted ones too, purged ones never. */
  List<Group> all(Group.Kind kind);

  /** True when neither an organization nor an own group has this name, deleted ones included. */
  boolean isFreeName(String name);

  /** True when neither kind has or had one with this id. */
  boolean isFreeId(String id);

  /** Whether any dataset that is not withdrawn is in it. */
  boolean hasDatasets(Group group);
}
