package org.allmende.harvest.source.geojson;

import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.MappedSourceFormat;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RowSource;

/** Lists as GeoJSON: properties are columns, geometries become WGS 84. */
public final class GeoJsonSourceFormat extends MappedSourceFormat {

  public GeoJsonSourceFormat() {
    super("geojson", ContentKind.JSON);
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Mapping mapping) {
    return new GeoJsonRows(documents, mapping);
  }

  @Override
  protected boolean hasPages() {
    return true;
  }
}
