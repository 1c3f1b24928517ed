package org.allmende.harvest.source.dcat;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class DcatSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new DcatSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Given.source("dcat", DcatTests.START);
  }

  @Override
  protected String document() {
    return DcatTests.PREFIXES
        + ":a a dcat:Dataset ; dct:title \"A\" . [] a dcat:Dataset ; dct:title \"B\" .";
  }
}
