package org.allmende.catalog;

import java.time.Instant;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.ledger.LedgerException;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.LedgerTransaction;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Organization;

/**
 * What the ledger must know before anything is recorded that has an IRI of ours: the base of all
 * IRIs, and the configured organizations.
 */
record Foundation(Identity identity, CatalogSettings settings, Publisher publishers) {

  /** Records what is missing; costs little when nothing is. */
  void lay(LedgerTransaction transaction, Instant now) {
    var base = transaction.base();
    if (base.isEmpty()) {
      transaction.recordBase(identity.base());
    } else if (!base.get().equals(identity.base())) {
      throw new LedgerException(
          "The ledger's IRIs begin with " + base.get() + " since a moment ago; start again.");
    }
    for (var configured : settings.organizations()) {
      var recorded = transaction.assignOrganization(publishers.organization(configured, now));
      if (!recorded.title().equals(configured.title())) {
        rename(recorded, configured.title(), transaction, now);
      }
    }
  }

  /** Whether the ledger knows an organization under another title than the settings. */
  boolean isOutdated(LedgerSnapshot snapshot) {
    return settings.organizations().stream()
        .anyMatch(
            configured ->
                snapshot
                    .findOrganization(publishers.organization(configured, Instant.EPOCH).id())
                    .filter(recorded -> !recorded.title().equals(configured.title()))
                    .isPresent());
  }

  /** The settings have another title now: what shows the organization is written anew. */
  private static void rename(
      Organization recorded, String title, LedgerTransaction transaction, Instant now) {
    var groups = transaction.groups();
    groups
        .find(Group.Kind.ORGANIZATION, recorded.id())
        .filter(known -> !known.title().equals(title))
        .map(known -> known.withTexts(known.name(), title, known.description(), known.imageUrl()))
        .ifPresent(
            renamed -> {
              groups.put(renamed);
              groups.renewDatasets(renamed, now);
            });
  }
}
