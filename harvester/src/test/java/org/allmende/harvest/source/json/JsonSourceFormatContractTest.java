package org.allmende.harvest.source.json;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class JsonSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new JsonSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("json", Harvests.mapping("fields: [{ name: name }]"));
  }

  @Override
  protected String document() {
    return "[{\"name\": \"Marktbrunnen\"}]";
  }
}
