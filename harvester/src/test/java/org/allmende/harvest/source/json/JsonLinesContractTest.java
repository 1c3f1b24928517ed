package org.allmende.harvest.source.json;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class JsonLinesContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return JsonSourceFormat.lines();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("jsonl", Harvests.mapping("fields: [{ name: name }]"));
  }

  @Override
  protected String document() {
    return "{\"name\": \"Marktbrunnen\"}\n";
  }
}
