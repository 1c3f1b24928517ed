package org.allmende.catalog;

import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;

/**
 * A dataset as the ledger holds it at one moment: its addresses, one revision, the verdict on it.
 *
 * @param addresses what was assigned once
 * @param revision the revision read, the current one unless an older was asked for
 * @param publisher the organization that CKAN's JSON shows
 * @param verdict whether it stands on harvest pages, and if not, why
 */
public record CatalogEntry(
    Addresses addresses, Revision revision, Organization publisher, Verdict verdict) {

  /** The dataset's IRI. */
  public DatasetUri uri() {
    return addresses.uri();
  }

  /** What is said beside the RDF. */
  public CatalogRecord record() {
    return revision.record();
  }

  /** True when anybody may see it. */
  public boolean isPublic() {
    return record().isPublic();
  }

  /** The description as it came, unpacked anew at each call. */
  public DatasetDescription description() {
    return revision.description();
  }

  /** The typed reading of the description as it came. */
  public DatasetView view() {
    return description().view();
  }
}
