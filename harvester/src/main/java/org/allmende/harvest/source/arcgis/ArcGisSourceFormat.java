package org.allmende.harvest.source.arcgis;

import java.io.IOException;
import org.allmende.harvest.source.table.MappedSourceFormat;

/**
 * A layer of an ArcGIS server, of its FeatureServer or MapServer. The location is that of the
 * layer, or of the service with the layer's number in the mapping; a condition may stand in it, as
 * in {@code …/FeatureServer/0?where=Ort='Herten'}.
 */
public final class ArcGisSourceFormat extends MappedSourceFormat {

  public ArcGisSourceFormat() {
    super("arcgis");
  }

  @Override
  protected Opened open(Reading reading) throws IOException {
    var layer = Layer.read(reading);
    return new Opened(layer.name(), new ArcGisRows(layer, reading));
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
