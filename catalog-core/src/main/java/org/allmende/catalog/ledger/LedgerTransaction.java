package org.allmende.catalog.ledger;

import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.Verdict;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.catalog.quality.Assessment;

/**
 * A change of the ledger, valid inside the lambda of {@link Ledger#write}; sees its own changes.
 */
public interface LedgerTransaction extends LedgerSnapshot {

  /** Records the base; there must be none yet. */
  void recordBase(String base);

  /** Assigns addresses to a dataset that has none; gives it the next ordinal. */
  Addresses assign(DatasetUri uri, String id, DatasetSlug name);

  /** Assigns an address to one more distribution of a dataset; its number is the next one. */
  Addresses.DistributionAddress assignDistribution(Addresses dataset, String iri, String id);

  /** The organization with this id, made with the values given when it is not known yet. */
  Organization assignOrganization(
      String id,
      DatasetSlug name,
      String title,
      String iri,
      Optional<String> homepage,
      Instant now);

  /** Appends a revision and makes it the dataset's current one. */
  Revision append(
      Addresses addresses,
      Revision.Change change,
      StoredDescription stored,
      CatalogRecord record,
      String hash,
      Organization publisher,
      Instant at,
      Optional<String> run);

  /**
   * Keeps what was computed from the current revision, and chooses again which datasets with this
   * identifier stand on harvest pages: the elder alone ({@code sources.md} 2.7).
   *
   * @param rules version of the rules that computed it
   * @param verdict what the shapes say, duplicates left aside
   * @param identifier {@code dct:identifier} of the view
   * @param turtle the {@code dcatap_de} view in Turtle, packed
   */
  void keepComputed(
      CatalogEntry entry,
      String rules,
      Verdict verdict,
      Optional<String> identifier,
      byte[] turtle);

  /** Records a run, or replaces what was recorded under its id. */
  void recordRun(RunEntry run);

  /** Notes something about a source; an empty value forgets it. */
  void note(String source, String key, String value);

  /** Keeps how good the current description is, beside it. */
  void keepQuality(CatalogEntry entry, Assessment assessment);
}
