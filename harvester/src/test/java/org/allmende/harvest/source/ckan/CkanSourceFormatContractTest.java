package org.allmende.harvest.source.ckan;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class CkanSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new CkanSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Given.source("ckan", CkanSearch.of(CkanTests.SITE).page(0, CkanWalk.ROWS));
  }

  @Override
  protected String document() {
    return """
    {"success": true, "result": {"count": 2, "results": [
      {"id": "a", "title": "A", "resources": []}, {"name": "b", "resources": []}]}}
    """;
  }
}
