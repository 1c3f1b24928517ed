package org.allmende.catalog.rdf;

import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.ledger.Following;

class Tdb2RdfStoreTest extends RdfStoreContract {

  @Override
  Following<? extends RdfStore> follow(TestCatalog catalog) {
    return catalog.rdf();
  }
}
