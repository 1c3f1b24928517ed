package org.allmende.harvest.source.kml;

import java.io.IOException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;

/**
 * Places as KML or KMZ: placemarks with their data, the folders that they lie in, and their shapes.
 */
public final class KmlSourceFormat extends DocumentSourceFormat {

  public KmlSourceFormat() {
    super("kml", ContentKind.KML);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) throws IOException {
    return new KmlRows(
        KmzFile.unpacked(documents.first().body(), documents.place()),
        documents.place(),
        reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
