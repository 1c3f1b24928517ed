package org.allmende.server.ckan;

/**
 * How much all texts of one request may ask together: clauses, each of which is work for the index,
 * and characters, which are kept beside its answer.
 */
final class ClauseBudget {

  /** As many as search servers allow by default. */
  static final int MOST = 1_024;

  private static final int MOST_CHARACTERS = 60_000;

  private int left = MOST;
  private int charactersLeft = MOST_CHARACTERS;

  /** Takes the characters of a text, or refuses the request. */
  void read(String text) {
    charactersLeft -= Math.min(text.length(), MOST_CHARACTERS + 1);
    if (charactersLeft < 0) {
      throw CkanException.search(
          "The query has more than " + MOST_CHARACTERS + " characters in all its parts.");
    }
  }

  /** Takes one clause, or refuses the request. */
  void take() {
    if (--left < 0) {
      throw CkanException.search("The query has more than " + MOST + " clauses.");
    }
  }
}
