package org.allmende.harvest.source.xlsx;

import java.io.IOException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;

/**
 * Lists as a sheet of a workbook (XLSX): the header row is found out, the mapping says the rest.
 */
public final class XlsxSourceFormat extends DocumentSourceFormat {

  public XlsxSourceFormat() {
    super("xlsx", ContentKind.XLSX);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) throws IOException {
    return XlsxRows.open(documents.first().body(), documents.place(), reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
