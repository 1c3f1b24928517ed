package org.allmende.catalog.ledger;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {

  @TempDir Path folder;

  @Override
  Ledger open() {
    return SqliteLedger.open(folder.resolve("allmende.db"));
  }

  @Test
  void refusesAFileThatIsNoLedger() throws IOException {
    var file = Files.writeString(folder.resolve("other.db"), "This is a letter, not a database.");
    var error = assertThrows(LedgerException.class, () -> SqliteLedger.open(file));
    assertTrue(error.toString().contains("other.db"), error.toString());
  }
}
