package org.allmende.harvest.source.ogcfeatures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.source.geojson.GeoJsonRows;
import org.allmende.harvest.source.table.DocumentSourceFormat;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.JsonPath;
import org.allmende.harvest.source.table.JsonRowSource;
import org.allmende.harvest.source.table.Paging;
import org.allmende.harvest.source.table.QueryAddress;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.TextDecoder;

/**
 * A collection of OGC API Features: its items as GeoJSON, page after page by the link {@code next}.
 * The location is that of the service, of the collection or of its items.
 */
public final class OgcFeaturesSourceFormat extends DocumentSourceFormat {

  private static final Pattern ITEMS = Pattern.compile(".*/collections/[^/]+/items/?");
  private static final Pattern COLLECTION = Pattern.compile(".*/collections/[^/]+/?");
  private static final String PAGE_SIZE = "1000";

  public OgcFeaturesSourceFormat() {
    super("ogc-features", ContentKind.JSON);
  }

  @Override
  protected Reading prepared(Reading reading) throws IOException {
    if (!reading.source().isRemote()) {
      return reading;
    }
    var items = items(reading).withDefault("f", "json").withDefault("limit", PAGE_SIZE).toString();
    return new Reading(
        reading.source().at(items),
        reading.mapping().pagedBy(new Paging.RelatedLink(JsonPath.parse("$.links"))),
        reading.fetcher(),
        reading.now());
  }

  private static QueryAddress items(Reading reading) throws IOException {
    var address = QueryAddress.of(reading.source().location());
    var path = address.path().replaceFirst("/+$", "");
    if (ITEMS.matcher(path).matches()) {
      return address;
    }
    if (COLLECTION.matcher(path).matches()) {
      return address.at(path + "/items");
    }
    var collections = path.endsWith("/collections") ? path : path + "/collections";
    var id = collection(address.at(collections).withDefault("f", "json").toString(), reading);
    return address.at(collections + "/" + id + "/items");
  }

  private static String collection(String address, Reading reading) throws IOException {
    var fetched = reading.fetcher().fetch(address, ContentKind.JSON.accept());
    ContentKind.JSON.require(fetched);
    var ids = new ArrayList<String>();
    var text = TextDecoder.open(fetched.body(), address, Optional.of("utf-8"));
    new JsonDocument(text.reader(), address)
        .read(
            JsonPath.parse("$.collections"),
            (key, collection) -> ids.add(collection.path("id").asText()));
    var wanted = reading.mapping().select().layer();
    return wanted
        .filter(ids::contains)
        .or(() -> wanted.isEmpty() && ids.size() == 1 ? ids.stream().findFirst() : Optional.empty())
        .orElseThrow(() -> noLayer(address, wanted, ids));
  }

  private static IOException noLayer(String address, Optional<String> wanted, List<String> ids) {
    return SourceException.of("no-layer", address, wanted.orElse(""), String.join(", ", ids));
  }

  @Override
  protected RowSource rows(JsonRowSource.Documents documents, Reading reading) {
    return new GeoJsonRows(documents, reading.mapping());
  }

  @Override
  protected boolean hasPages() {
    return false;
  }
}
