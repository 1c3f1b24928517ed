package org.allmende.harvest.source.kml;

import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormatContract;

class KmlSourceFormatContractTest extends SourceFormatContract {

  @Override
  protected SourceFormat format() {
    return new KmlSourceFormat();
  }

  @Override
  protected HarvestSource source() {
    return Harvests.source("kml", Harvests.mapping("fields: [{ name: name }]"));
  }

  @Override
  protected String document() {
    return "<kml><Document><Placemark><name>Brunnen</name></Placemark></Document></kml>";
  }
}
