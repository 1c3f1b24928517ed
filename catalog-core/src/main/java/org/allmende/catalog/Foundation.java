package org.allmende.catalog;

import java.time.Instant;
import org.allmende.catalog.ledger.LedgerException;
import org.allmende.catalog.ledger.LedgerTransaction;
import org.allmende.catalog.model.Identity;

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
    settings
        .organizations()
        .forEach(o -> transaction.assignOrganization(publishers.organization(o, now)));
  }
}
