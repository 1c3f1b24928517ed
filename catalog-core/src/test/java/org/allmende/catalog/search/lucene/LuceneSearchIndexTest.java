package org.allmende.catalog.search.lucene;

import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.search.SearchIndex;
import org.allmende.catalog.search.SearchIndexContract;

class LuceneSearchIndexTest extends SearchIndexContract {

  @Override
  protected Following<? extends SearchIndex> follow(TestCatalog catalog) {
    return catalog.search();
  }
}
