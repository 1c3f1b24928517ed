package org.allmende.catalog.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;

/** One consistent state of the ledger, valid inside the lambda of {@link Ledger#read}. */
public interface LedgerSnapshot {

  /** The base of all IRIs, once the first publication recorded it. */
  Optional<String> base();

  /** The last sequence number; 0 for an empty ledger. */
  long lastSequence();

  Optional<CatalogEntry> findByUri(DatasetUri uri);

  /** The sequence number of a dataset's current revision; 0 when there is none. */
  long currentSequence(DatasetUri uri);

  /** The same by ordinal. */
  long currentSequence(long ordinal);

  /** By CKAN id. */
  Optional<CatalogEntry> findById(String id);

  /** By the name it has or once had. */
  Optional<CatalogEntry> findByName(String name);

  Optional<CatalogEntry> findByOrdinal(long ordinal);

  /** The dataset that a distribution's CKAN id belongs to. */
  Optional<CatalogEntry> findByDistributionId(String distributionId);

  /** The state that was current at this time. */
  Optional<CatalogEntry> findAsOf(DatasetUri uri, Instant time);

  /** All revisions of a dataset, oldest first. */
  List<Revision> history(DatasetUri uri);

  /**
   * The current states that were recorded after a sequence number, in order of sequence: of each
   * dataset the newest alone. Empty at the end.
   */
  List<CatalogEntry> changedAfter(long sequence, int limit);

  /** Datasets that are not withdrawn, by ordinal. */
  List<CatalogEntry> entriesAfter(long ordinal, int limit, Scope scope, Optional<Instant> since);

  /**
   * The same datasets with what {@link LedgerTransaction#keepComputed} kept of them, if by these
   * rules.
   */
  List<PageItem> pageAfter(
      long ordinal, int limit, Scope scope, Optional<Instant> since, String rules);

  /**
   * A dataset on a page.
   *
   * @param sequence of its current revision
   * @param turtle its {@code dcatap_de} view in Turtle, packed; empty when other rules computed it
   */
  record PageItem(long ordinal, DatasetUri uri, long sequence, Optional<byte[]> turtle) {}

  /** How many {@code entriesAfter} has in all. */
  long count(Scope scope, Optional<Instant> since);

  /** The ordinal after which page {@code number} of this size begins; 0 for the first. */
  long ordinalBefore(long datasetsSkipped, Scope scope, Optional<Instant> since);

  /** What {@link LedgerTransaction#keepComputed} kept of exactly this revision by these rules. */
  Optional<byte[]> computedTurtle(CatalogEntry entry, String rules);

  /** The same for a public dataset by CKAN id or current name, without reading its revision. */
  Optional<Computed> computed(String idOrName, String rules);

  /** Current states whose computed part follows other rules than these. */
  List<CatalogEntry> computedByOtherRules(String rules, int limit);

  /**
   * What was computed from a current revision.
   *
   * @param id the dataset's CKAN id
   * @param sequence of the revision
   * @param turtle its {@code dcatap_de} view in Turtle, packed
   */
  record Computed(String id, long sequence, byte[] turtle) {}

  /** True when no dataset has or had this CKAN id. */
  boolean isFreeId(String id);

  /** True when no dataset, withdrawn ones included, has or had this name. */
  boolean isFreeName(DatasetSlug name);

  /** True when no distribution of any dataset has this CKAN id. */
  boolean isFreeDistributionId(String id);

  /** The dataset that first published a distribution under this IRI. */
  Optional<DatasetUri> ownerOfDistribution(String iri);

  /** When the newest revision was recorded. */
  Optional<Instant> lastRecorded();

  /** All IRIs of a source's datasets that are not withdrawn, with the keys they have there. */
  Map<DatasetUri, String> datasetsOf(String source);

  List<Organization> organizations();

  /** By CKAN id or name. */
  Optional<Organization> findOrganization(String idOrName);

  /** The runs of a source, or of all with {@code ""}, newest first. */
  List<RunEntry> runs(String source, int limit);

  /**
   * What was noted about a source, such as ETags or absent keys; see {@link
   * LedgerTransaction#note}.
   */
  Map<String, String> notes(String source);

  /** Which datasets are meant. */
  enum Scope {
    /** All that are not withdrawn. */
    ALL,
    /** The public ones. */
    PUBLIC,
    /** The public ones whose verdict puts them on harvest pages. */
    HARVEST_PAGES
  }
}
