package org.allmende.harvest.source.oparl;

import java.util.List;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class OparlSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new OparlSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Given.source(
        "oparl",
        OparlTests.SYSTEM,
        List.of("organizations", "meetings"),
        Harvests.titled(),
        FetchPolicy.defaults());
  }

  @Override
  protected String document() {
    return """
    {"type": "https://schema.oparl.org/1.1/System", "body": {
      "id": "https://oparl.example/body",
      "organization": [{"id": "https://oparl.example/o/1", "name": "Rat",
        "type": "https://schema.oparl.org/1.1/Organization"}],
      "meeting": [{"id": "https://oparl.example/m/1", "name": "1. Sitzung",
        "type": "https://schema.oparl.org/1.1/Meeting"}]}}
    """;
  }
}
