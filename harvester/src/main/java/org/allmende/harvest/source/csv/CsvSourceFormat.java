package org.allmende.harvest.source.csv;

import java.io.IOException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;

/** Lists as CSV: encoding, delimiter and header row are found out, the mapping says the rest. */
public final class CsvSourceFormat extends DocumentSourceFormat {

  public CsvSourceFormat() {
    super("csv", ContentKind.CSV);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) throws IOException {
    return CsvRows.open(documents.first().body(), documents.place(), reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
