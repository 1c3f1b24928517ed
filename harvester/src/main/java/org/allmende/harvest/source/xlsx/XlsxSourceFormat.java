package org.allmende.harvest.source.xlsx;

import java.io.IOException;
import java.util.List;
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

  /** The first rows of the first sheet as they are, header and what stands above it included. */
  public List<List<String>> firstRows(byte[] body, String place) throws IOException {
    return XlsxRows.firstRows(body, place);
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
