package org.allmende.harvest.source.xlsx;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class XlsxSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new XlsxSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("xlsx", Harvests.mapping("fields: [{ name: name }]"));
  }

  @Override
  protected String document() {
    throw new UnsupportedOperationException("a workbook is no text");
  }

  @Override
  protected byte[] body() {
    return new Workbooks()
        .sheet(Workbooks.row(1, "name", "art") + Workbooks.row(2, "Marktbrunnen", "Zierbrunnen"))
        .bytes();
  }
}
