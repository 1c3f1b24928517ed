package org.allmende.harvest.source.xlsx;

import java.io.IOException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.MappedSourceFormat;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RowSource;

/**
 * Lists as a sheet of a workbook (XLSX): the header row is found out, the mapping says the rest.
 */
public final class XlsxSourceFormat extends MappedSourceFormat {

  public XlsxSourceFormat() {
    super("xlsx", ContentKind.XLSX);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Mapping mapping) throws IOException {
    return XlsxRows.open(documents.first().body(), documents.place(), mapping);
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
