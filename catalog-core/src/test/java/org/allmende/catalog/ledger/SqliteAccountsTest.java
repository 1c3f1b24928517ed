package org.allmende.catalog.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccountsTest extends AccountsContract {

  @TempDir Path folder;

  @Override
  Ledger open() {
    return SqliteLedger.open(folder.resolve("allmende.db"));
  }
}
