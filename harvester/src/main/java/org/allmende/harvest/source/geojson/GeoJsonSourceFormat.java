package org.allmende.harvest.source.geojson;

import java.io.IOException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.table.MappedSourceFormat;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RowSource;

/** Lists as GeoJSON: properties are columns, geometries become WGS 84. */
public final class GeoJsonSourceFormat extends MappedSourceFormat {

  public GeoJsonSourceFormat() {
    super("geojson", ContentKind.JSON);
  }

  @Override
  protected RowSource rows(Fetcher.Fetched fetched, String place, Mapping mapping)
      throws IOException {
    return GeoJsonRows.open(fetched.body(), place, mapping);
  }
}
