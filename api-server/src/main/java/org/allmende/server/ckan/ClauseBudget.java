package org.allmende.server.ckan;

/** How many clauses all texts of one request may have together; each is work for the index. */
final class ClauseBudget {

  /** As many as search servers allow by default. */
  static final int MOST = 1_024;

  private int left = MOST;

  /** Takes one, or refuses the request. */
  void take() {
    if (--left < 0) {
      throw CkanException.search("The query has more than " + MOST + " clauses.");
    }
  }
}
