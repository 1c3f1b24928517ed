package org.allmende.catalog.search.lucene;

import java.io.IOException;

/** Asks the newest state of the index, which stays as it is for as long as the question takes. */
interface IndexReading {

  /** What is asked of a searcher. */
  interface Asking<T> {
    T of(FacetedSearcher searcher) throws IOException;
  }

  <T> T ask(Asking<T> question);
}
