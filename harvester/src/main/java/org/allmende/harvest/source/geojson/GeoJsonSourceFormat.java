package org.allmende.harvest.source.geojson;

import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.RowSource;

/** Lists as GeoJSON: properties are columns, geometries become WGS 84. */
public final class GeoJsonSourceFormat extends DocumentSourceFormat {

  public GeoJsonSourceFormat() {
    super("geojson", ContentKind.JSON);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) {
    return new GeoJsonRows(documents, reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return true;
  }
}
