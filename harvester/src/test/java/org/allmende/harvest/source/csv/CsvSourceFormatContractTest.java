package org.allmende.harvest.source.csv;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class CsvSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new CsvSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("csv", Harvests.mapping("fields: [{ name: name }]"));
  }

  @Override
  protected String document() {
    return "name;art\nMarktbrunnen;Zierbrunnen\n";
  }
}
