package org.allmende.catalog.search;

import java.util.List;
import java.util.Map;

/** What is asked for, and so what ranks the answer. */
public sealed interface Question {

  /** Everything there is. */
  Question EVERYTHING = new Matching(Expression.EVERYTHING);

  /**
   * A person's words: all must occur, in any field; {@code "…"} is a phrase, {@code -word}
   * excludes, {@code word*} is the beginning of a word. Whatever is typed means something. A word
   * is found as written, inflected, in a compound and by its synonyms; words that only ask for data
   * ("Daten", "Liste") are not demanded beside others.
   *
   * @param text as it was typed; blank: everything
   */
  record Words(String text) implements Question {
    public Words {
      text = text.strip();
    }
  }

  /**
   * A program's words in the manner of CKAN: enough of them must occur, the best field counts.
   *
   * @param parts the words in their order, with what was said about each
   * @param weights the fields to look in, and how much a find there counts
   * @param minimum how many of the optional parts must occur
   */
  record LooseWords(List<Part> parts, Map<IndexField, Float> weights, MinimumMatch minimum)
      implements Question {
    public LooseWords {
      parts = List.copyOf(parts);
      weights = Map.copyOf(weights);
    }
  }

  /** Clauses about fields. */
  record Matching(Expression expression) implements Question {}

  /**
   * One part of loose words: alternatives of which one must be found for the part to be.
   *
   * @param occur whether it must, may or must not be found
   * @param alternatives one or more
   */
  record Part(Occur occur, List<Piece> alternatives) {
    public Part {
      alternatives = List.copyOf(alternatives);
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("a part needs at least one word");
      }
    }
  }

  /** Whether a part is wanted. */
  enum Occur {
    MUST,
    MAY,
    MUST_NOT
  }

  /** What is looked for: a text and how it is meant. */
  record Piece(Form form, String text) {}

  /** How the text of a piece is meant. */
  enum Form {
    /** A word as it stands. */
    WORD,
    /** Words one after the other. */
    PHRASE,
    /** The beginning of a word. */
    PREFIX
  }
}
