package org.allmende.catalog.search;

import java.util.Optional;
import org.allmende.catalog.search.place.PlaceInText;

/**
 * How a person's words were understood, where that is more than the words. Each part can be
 * declined: see {@link AssistedSearch.Help}.
 *
 * @param correction what was sought instead of misspelt words
 * @param place the place that some of the words were taken for
 */
public record Understanding(Optional<Correction> correction, Optional<PlaceInText> place) {

  /** The words as typed. */
  public static final Understanding LITERAL = new Understanding(Optional.empty(), Optional.empty());
}
