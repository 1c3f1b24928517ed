package org.allmende.harvest.source.tablejson;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class TableJsonSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new TableJsonSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source(
        "table-json",
        Harvests.mapping(
            "select: { path: $.daten, columns: $.spalten }\nfields: [{ name: name }]"));
  }

  @Override
  protected String document() {
    return "{\"spalten\": [\"name\"], \"daten\": [[\"Marktbrunnen\"]]}";
  }
}
