package org.allmende.harvest.source.wfs;

import java.io.IOException;
import org.allmende.harvest.source.table.MappedSourceFormat;

/**
 * The features of a WFS (2.0 or 1.1): as GeoJSON if the service offers it, else as GML. The
 * location is that of the service, or of a file of GML.
 */
public final class WfsSourceFormat extends MappedSourceFormat {

  public WfsSourceFormat() {
    super("wfs");
  }

  @Override
  protected Opened open(Reading reading) throws IOException {
    var location = reading.source().location();
    var requests = GetFeature.prepare(reading);
    return new Opened(location.replaceFirst("\\?.*$", ""), new WfsRows(requests, reading));
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
