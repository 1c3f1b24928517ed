package org.allmende.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Triples;
import org.allmende.vocab.profile.Profile;

/**
 * One page of the catalog for harvesters: datasets in the order of their ordinals, read in one
 * snapshot ({@code dcat-ap-de.md} 2.2).
 *
 * @param items the datasets in the profile asked for
 * @param hasNext whether there are more
 * @param total how many datasets the whole walk has
 * @param modified when the newest of all its datasets was recorded; empty for an empty catalog
 */
public record HarvestPage(
    List<Item> items, boolean hasNext, long total, Optional<Instant> modified) {

  public HarvestPage {
    items = List.copyOf(items);
  }

  /**
   * A dataset on the page. Its triples are read when they are sent.
   *
   * @param sequence of its current revision
   * @param ready its Turtle packed by gzip, the same each time; empty when it does not lie ready
   * @param triples sends them all
   */
  public record Item(
      DatasetUri uri, long ordinal, long sequence, Optional<byte[]> ready, Triples triples) {

    /** Whether its triples come in the same order each time. */
    public boolean isReady() {
      return ready.isPresent();
    }

    /** Its Turtle, UTF-8, when it lies ready. */
    public Optional<byte[]> turtle() {
      return ready.map(TurtleText::unpack);
    }
  }

  /**
   * Ordinal of the last dataset, what {@code after=} of the next page says; empty on an empty page.
   */
  public OptionalLong lastOrdinal() {
    return items.isEmpty() ? OptionalLong.empty() : OptionalLong.of(items.getLast().ordinal());
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
