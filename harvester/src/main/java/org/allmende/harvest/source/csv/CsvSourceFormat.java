package org.allmende.harvest.source.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.TextDecoder;

/** Lists as CSV: encoding, delimiter and header row are found out, the mapping says the rest. */
public final class CsvSourceFormat extends DocumentSourceFormat {

  public CsvSourceFormat() {
    super("csv", ContentKind.CSV);
  }

  /** The first rows of a text as they are, header and what stands above it included. */
  public List<List<String>> firstRows(byte[] body, String place) throws IOException {
    return CsvRows.firstRows(TextDecoder.open(body, place, Optional.empty()));
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
