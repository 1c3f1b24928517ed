package org.allmende.catalog;

import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetSlug;

/**
 * A description on its way in, with what its maker wishes for its addresses.
 *
 * @param description the complete description as it came
 * @param record what is said beside it; {@code created} is taken from it only at the first
 *     publication, {@code modified} never
 * @param id the CKAN id it should get; empty: what DESIGN 6 says for its IRI. Ignored once assigned
 * @param name the CKAN name it should get; empty: the slug of its title. Ignored once assigned
 * @param isOwnData true for the dataset of a data source, whose description we write ourselves:
 *     then {@code dct:modified} follows {@code sources.md} 2.7 (a date in the description is the
 *     source's state date) and the landing page is ours; neither counts as a change
 * @param modified when the content last changed, as somebody says who may; empty: now
 */
public record Submission(
    DatasetDescription description,
    CatalogRecord record,
    Optional<String> id,
    Optional<DatasetSlug> name,
    boolean isOwnData,
    Optional<Instant> modified) {

  /** A submission of a description that others wrote. */
  public Submission(
      DatasetDescription description,
      CatalogRecord record,
      Optional<String> id,
      Optional<DatasetSlug> name) {
    this(description, record, id, name, false, Optional.empty());
  }

  /** A submission that says nothing of when the content changed. */
  public Submission(
      DatasetDescription description,
      CatalogRecord record,
      Optional<String> id,
      Optional<DatasetSlug> name,
      boolean isOwnData) {
    this(description, record, id, name, isOwnData, Optional.empty());
  }

  /** The same, of content that last changed then. */
  public Submission withModified(Optional<Instant> time) {
    return new Submission(description, record, id, name, isOwnData, time);
  }

  /** A submission without wishes. */
  public static Submission of(DatasetDescription description, CatalogRecord record) {
    return new Submission(description, record, Optional.empty(), Optional.empty());
  }

  /** The submission of a data source's dataset. */
  public static Submission ofOwnData(
      DatasetDescription description, CatalogRecord record, String id, Optional<DatasetSlug> name) {
    return new Submission(description, record, Optional.of(id), name, true);
  }
}
