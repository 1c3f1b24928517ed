package org.allmende.catalog.search;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.DatasetUri;

/**
 * A dataset found.
 *
 * @param dataset its IRI
 * @param ordinal its ordinal, with which the ledger finds it fastest
 * @param title the title with the words found marked; absent when no highlighting was asked for
 * @param passage a passage of the description with the words found marked; absent likewise, or when
 *     the dataset has no description
 * @param why what each word of a person's question was found by; none without highlighting
 */
public record Hit(
    DatasetUri dataset,
    long ordinal,
    Optional<Marked> title,
    Optional<Marked> passage,
    List<Match> why) {

  public Hit {
    why = List.copyOf(why);
  }

  /** A text in pieces, of which some are marked. */
  public record Marked(List<Piece> pieces) {
    public Marked {
      pieces = List.copyOf(pieces);
    }

    /** The whole text without marks. */
    public String text() {
      return pieces.stream().map(Piece::text).reduce("", String::concat);
    }
  }

  /** A piece of text, marked or not. */
  public record Piece(String text, boolean marked) {}
}
