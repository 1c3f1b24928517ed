package org.allmende.server.dataset;

import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.model.Addresses.DistributionAddress;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.server.http.Problem;
import org.allmende.vocab.profile.Profile;

/** Datasets as anybody may ask for them: public, or a problem that says why not. */
public final class VisibleEntries {
  private final Catalog catalog;

  public VisibleEntries(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The public dataset with this id or name. Unknown: 404; private or draft: 403; once public, now
   * withdrawn: 410.
   */
  public CatalogEntry require(String idOrName) {
    return require(idOrName, Caller.anonymous());
  }

  /** The same for this caller, who may see more. */
  public CatalogEntry require(String idOrName, Caller caller) {
    var entry =
        catalog
            .find(idOrName)
            .orElseThrow(
                () -> Problem.notFound("There is no dataset \"" + idOrName + "\".").asException());
    var isThere = entry.record().state() != DatasetState.WITHDRAWN;
    if (entry.isPublic() || (isThere && caller.mayRead(entry))) {
      return entry;
    }
    throw Tombstone.of(entry, catalog, catalog.settings().language())
        .map(Tombstone::problem)
        .orElseGet(() -> Problem.forbidden("The dataset \"" + idOrName + "\" is not public."))
        .asException();
  }

  /** The distribution at an address; empty when the current revision no longer has it. */
  public Optional<DistributionView> distribution(CatalogEntry entry, DistributionAddress address) {
    // The view that everybody gets: there every distribution has its IRI.
    return catalog.describe(entry, Profile.DCAT_AP_DE).view().distributions().stream()
        .filter(d -> d.iri().filter(address.iri()::equals).isPresent())
        .findFirst();
  }
}
