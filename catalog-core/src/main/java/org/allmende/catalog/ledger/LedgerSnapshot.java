package org.allmende.catalog.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.PublicChange;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.catalog.quality.Assessment;

/** One consistent state of the ledger, valid inside the lambda of {@link Ledger#read}. */
public interface LedgerSnapshot {

  /** Users, their tokens and memberships. */
  AccountsSnapshot accounts();

  /** Organizations and own groups as people edit them. */
  GroupsSnapshot groups();

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

  /** Where a public dataset stands, by CKAN id or current name, without reading its revision. */
  Optional<CurrentRevision> findCurrent(String idOrName);

  /**
   * The current revision of a dataset.
   *
   * @param ordinal of the dataset
   * @param sequence of the revision
   */
  record CurrentRevision(long ordinal, long sequence) {}

  /** The dataset that a distribution's CKAN id belongs to. */
  Optional<CatalogEntry> findByDistributionId(String distributionId);

  /** The state that was current at this time. */
  Optional<CatalogEntry> findAsOf(DatasetUri uri, Instant time);

  /** All revisions of a dataset, oldest first. */
  List<Revision> history(DatasetUri uri);

  /** What revisions of any datasets say, in order of sequence, from behind one on. */
  List<SaidThen> descriptionsAfter(long sequence, int limit);

  /** What one revision says. */
  record SaidThen(long sequence, StoredDescription description) {}

  /** The last revision of a dataset that a harvest run published. */
  Optional<Revision> lastHarvested(long ordinal);

  /** The sequence number of a dataset's first revision; 0 when there is none. */
  long firstSequence(long ordinal);

  /** A dataset as one revision left it. */
  Optional<CatalogEntry> findRevision(long sequence);

  /** Datasets as their revisions left them, newest first. */
  List<CatalogEntry> revisions(RevisionQuery query);

  /** How good the descriptions of all public datasets are. */
  List<KeptQuality> qualities();

  /** One of them, with the CKAN id of its publisher. */
  record KeptQuality(String publisherId, Assessment assessment) {}

  /** How good one description is; empty when it was not assessed yet. */
  Optional<Assessment> quality(long ordinal);

  /**
   * The revisions after a sequence number as the public sees them, in order; those that it never
   * saw and never missed are left out. Fewer than {@code limit} only at the end.
   */
  List<PublicChange> publicChangesAfter(long sequence, int limit);

  /**
   * The current states that were recorded after a sequence number, in order of sequence: of each
   * dataset the newest alone. Empty at the end.
   */
  List<CatalogEntry> changedAfter(long sequence, int limit);

  /** Datasets that are not withdrawn, by ordinal. */
  List<CatalogEntry> entriesAfter(long ordinal, int limit, Scope scope, Optional<Instant> since);

  /**
   * The same datasets with what {@link LedgerTransaction#append} kept of them, if by these rules.
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

  /** The ordinals of all that {@code entriesAfter} has, ascending. */
  long[] ordinals(Scope scope, Optional<Instant> since);

  /** How many {@code entriesAfter} has in all. */
  long count(Scope scope, Optional<Instant> since);

  /** The ordinal after which page {@code number} of this size begins; 0 for the first. */
  long ordinalBefore(long datasetsSkipped, Scope scope, Optional<Instant> since);

  /** What {@link LedgerTransaction#append} kept of exactly this revision by these rules. */
  Optional<byte[]> computedTurtle(CatalogEntry entry, String rules);

  /** The same for a public dataset by CKAN id or current name, without reading its revision. */
  Optional<KeptTurtle> computed(String idOrName, String rules);

  /** Current states whose computed part follows other rules than these. */
  List<CatalogEntry> computedByOtherRules(String rules, int limit);

  /**
   * The Turtle that was computed from a current revision.
   *
   * @param id the dataset's CKAN id
   * @param sequence of the revision
   * @param turtle its {@code dcatap_de} view in Turtle, packed
   */
  record KeptTurtle(String id, long sequence, byte[] turtle) {}

  /** True when no dataset has or had this CKAN id. */
  boolean isFreeId(String id);

  /** True when no dataset, withdrawn ones included, has or had this name. */
  boolean isFreeName(DatasetSlug name);

  /** When the newest revision was recorded. */
  Optional<Instant> lastRecorded();

  /** All IRIs of a source's datasets that are not withdrawn, with the keys they have there. */
  Map<DatasetUri, String> datasetsOf(String source);

  /** All that are not deleted, by title. */
  List<Organization> organizations();

  /** By CKAN id or name; deleted ones are absent. */
  Optional<Organization> findOrganization(String idOrName);

  /** The runs of a source, or of all with {@code ""}, newest first. */
  List<RunEntry> runs(String source, int limit);

  /** One run by its id. */
  Optional<RunEntry> findRun(String id);

  /** How many runs of a source there were. */
  long countRuns(String source);

  /** The sources that were made over the API, by name. */
  List<SourceEntry> sources();

  /** Sequence numbers of the revisions that harvests of a source brought, oldest first. */
  List<Long> harvested(String source, boolean currentOnly, int limit);

  /** The entry of a dataset as this revision of it said; empty when there is no such revision. */
  Optional<CatalogEntry> findBySequence(long sequence);

  /** Public datasets by ordinal: what a list of their pages needs. */
  List<PublicPage> publicPagesAfter(long ordinal, int limit);

  /**
   * A public dataset's page.
   *
   * @param name as in its address
   * @param recorded when its current revision was recorded
   */
  record PublicPage(long ordinal, DatasetSlug name, Instant recorded) {}

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
