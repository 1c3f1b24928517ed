package org.allmende.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.vocab.profile.Profile;

/**
 * One page of the catalog for harvesters: datasets in the order of their ordinals, read in one
 * snapshot ({@code dcat-ap-de.md} 2.2).
 *
 * @param descriptions the datasets in the profile asked for
 * @param ordinals their ordinals, in the same order
 * @param hasNext whether there are more
 * @param total how many datasets the whole walk has
 * @param modified when the newest of all its datasets was recorded; empty for an empty catalog
 */
public record HarvestPage(
    List<DatasetDescription> descriptions,
    List<Long> ordinals,
    boolean hasNext,
    long total,
    Optional<Instant> modified) {

  public HarvestPage {
    descriptions = List.copyOf(descriptions);
    ordinals = List.copyOf(ordinals);
  }

  /**
   * Ordinal of the last dataset, what {@code after=} of the next page says; empty on an empty page.
   */
  public OptionalLong lastOrdinal() {
    return ordinals.isEmpty() ? OptionalLong.empty() : OptionalLong.of(ordinals.getLast());
  }

  /**
   * What page is wanted.
   *
   * @param after ordinal after which it begins; wins over {@code page}
   * @param page number from 1
   * @param size datasets on a page
   * @param modifiedSince only datasets whose current revision was recorded then or later
   * @param profile the form; {@link Profile#RAW} has every public dataset, others those whose
   *     verdict admits them
   */
  public record Request(
      OptionalLong after, int page, int size, Optional<Instant> modifiedSince, Profile profile) {}
}
