package org.allmende.harvest.source.gpx;

import java.io.IOException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;

/** Places and tracks as GPX: waypoints, routes and tracks. */
public final class GpxSourceFormat extends DocumentSourceFormat {

  public GpxSourceFormat() {
    super("gpx", ContentKind.XML);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) throws IOException {
    return new GpxRows(documents.first().body(), documents.place(), reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
