package org.allmende.server;

import java.nio.file.Path;
import java.time.Clock;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.place.Gazetteer;

/**
 * The data directory: {@code allmende.db} is the ledger, {@code files/} the file store, {@code
 * search/} and {@code rdf/} are the followers, which only the serving process opens. Any number of
 * processes may have the first two open; one at a time writes.
 *
 * @param directory the data directory
 * @param ledger the ledger in it
 * @param catalog the catalog over it
 */
record House(Path directory, Ledger ledger, Catalog catalog) implements AutoCloseable {

  /**
   * Opens the data directory, makes it when it is not there.
   *
   * @throws IllegalArgumentException when the catalog's IRIs begin with another, loopback, address
   */
  static House open(Path directory, CatalogSettings settings, Clock clock) {
    var ledger = SqliteLedger.open(directory.resolve("allmende.db"));
    try {
      var files = new FileStore(directory.resolve("files"), clock);
      return new House(directory, ledger, Catalog.open(settings, ledger, files, clock));
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  /** The same for a command; a data directory of another address is a wrong call. */
  static House open(ServerConfig config, Clock clock) {
    try {
      return open(config.dataDirectory(), config.catalog(), clock);
    } catch (IllegalArgumentException e) {
      throw new WrongCallException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The boundaries and postcodes that were imported into it. */
  Gazetteer gazetteer() {
    return Gazetteer.in(directory);
  }

  /** The raw documents of the sources' last good runs. */
  RawCopies copies() {
    return RawCopies.in(directory);
  }

  @Override
  public void close() {
    catalog.close();
  }
}
