package org.allmende.catalog.ledger;

import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Organization;

/**
 * A change of the ledger, valid inside the lambda of {@link Ledger#write}; sees its own changes.
 */
public interface LedgerTransaction extends LedgerSnapshot {

  @Override
  AccountsTransaction accounts();

  @Override
  GroupsTransaction groups();

  /** Records the base; there must be none yet. */
  void recordBase(String base);

  /**
   * The organization with this id as the ledger knows it, made as given when it is not known yet or
   * was purged; a name that is taken gets a number. One that was deleted comes back.
   */
  Organization assignOrganization(Organization organization);

  /**
   * Appends a revision and makes it the dataset's current one; assigns the addresses that are
   * missing (a new dataset gets the next ordinal), renames a dataset that shall have another name
   * (the old one still leads to it) and keeps what was computed. Of datasets with one identifier
   * the elder alone stands on harvest pages ({@code sources.md} 2.7).
   *
   * @param run the harvest run that brought it
   * @return the new current entry; empty when something came between: the basis is not current any
   *     more, or IRI, id or name of a new dataset are taken. Nothing is changed then, and the
   *     revision wants to be made anew.
   */
  Optional<CatalogEntry> append(NewRevision revision, Optional<String> run);

  /**
   * Lets a withdrawn dataset that has or had this name go by its id, so that the name is free;
   * nothing when nobody has it, or the dataset is there.
   */
  void releaseName(DatasetSlug name);

  /**
   * Empties all revisions of a dataset of text, and gives them this record; what was computed from
   * them goes too.
   */
  void empty(long ordinal, CatalogRecord record);

  /**
   * Keeps what was computed anew from an entry, unless it is not the current one any more.
   *
   * @return whether it was kept
   */
  boolean keepComputed(CatalogEntry entry, NewRevision.Computed computed);

  /** Records a run, or replaces what was recorded under its id. */
  void recordRun(RunEntry run);

  /** Keeps a source, or replaces what was kept under its id. */
  void keepSource(SourceEntry source);

  /** Forgets a source; its datasets and runs stay. */
  void forgetSource(String id);

  /** Notes something about a source; an empty value forgets it. */
  void note(String source, String key, String value);
}
