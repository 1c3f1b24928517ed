package org.allmende.harvest.source.gpx;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class GpxSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new GpxSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("gpx", Harvests.mapping("fields: [{ name: name }]"));
  }

  @Override
  protected String document() {
    return "<gpx><wpt lat=\"53.4\" lon=\"11.2\"><name>Brunnen</name></wpt></gpx>";
  }
}
