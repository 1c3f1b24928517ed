package org.allmende.harvest.source.geojson;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class GeoJsonSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new GeoJsonSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("geojson", Harvests.mapping("fields: [{ name: name }]"));
  }

  @Override
  protected String document() {
    return "{\"features\": [{\"properties\": {\"name\": \"Brunnen\"}}]}";
  }
}
