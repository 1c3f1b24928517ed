package org.allmende.harvest.source.arcgis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.Features;
import org.allmende.harvest.source.table.MappedSourceFormat.Reading;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.QueryAddress;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;

/**
 * The features of a layer, as many at once as it gives, until it no longer says that there are more
 * ({@code exceededTransferLimit}). A layer that cannot skip features is asked for them by number; a
 * server that refuses {@code resultRecordCount} is asked without it. Times become ISO 8601.
 */
final class ArcGisRows implements RowSource {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  /** Numbers of features in one address, which servers cut at about 2,000 characters. */
  private static final int IDS_AT_ONCE = 100;

  private final Layer layer;
  private final Reading reading;
  private final ColumnNames columns = ColumnNames.of(List.of());
  private final Features features = new Features(columns);
  private final Set<String> seen = new HashSet<>();
  private boolean takesCount = true;
  private int number;

  ArcGisRows(Layer layer, Reading reading) {
    this.layer = layer;
    this.reading = reading;
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    var first = page(query(), 0);
    hand(first, sink);
    if (isExceeded(first)) {
      if (layer.isPaged()) {
        readFurther(first.path("features").size(), sink);
      } else {
        readByNumbers(sink);
      }
    }
    var stated = layer.edited().map(time -> List.of("Stand: " + day(time))).orElse(List.of());
    return new Envelope("", stated, Optional.empty(), List.of());
  }

  private static String day(Instant time) {
    return time.atZone(GERMANY).toLocalDate().toString();
  }

  private void readFurther(int begin, Consumer<RawRow> sink) throws IOException {
    var offset = begin;
    var isMore = true;
    while (isMore) {
      var page = page(query(), offset);
      offset += page.path("features").size();
      if (!hand(page, sink)) {
        throw SourceException.of("arcgis-stuck", layer.query().path(), offset);
      }
      isMore = isExceeded(page);
    }
  }

  private void readByNumbers(Consumer<RawRow> sink) throws IOException {
    var answer =
        ArcGisAnswer.fetch(
                reading.fetcher(),
                layer
                    .query()
                    .withDefault("where", "1=1")
                    .with("returnIdsOnly", "true")
                    .with("f", "json")
                    .toString())
            .orThrow();
    var ids = new ArrayList<String>();
    answer.path("objectIds").forEach(id -> ids.add(id.asText()));
    for (int i = 0; i < ids.size(); i += IDS_AT_ONCE) {
      var some = ids.subList(i, Math.min(ids.size(), i + IDS_AT_ONCE));
      var query = query().without("where").with("objectIds", String.join(",", some));
      hand(ArcGisAnswer.fetch(reading.fetcher(), query.toString()).orThrow(), sink);
    }
  }

  private QueryAddress query() {
    return layer
        .query()
        .withDefault("where", "1=1")
        .with("outFields", "*")
        .with("outSR", "4326")
        .with("f", layer.isGeoJson() ? "geojson" : "json");
  }

  private JsonNode page(QueryAddress query, int offset) throws IOException {
    var at = offset == 0 ? query : query.with("resultOffset", Integer.toString(offset));
    if (takesCount && layer.isPaged()) {
      var sized = at.with("resultRecordCount", Integer.toString(layer.pageSize()));
      var answer = ArcGisAnswer.fetch(reading.fetcher(), sized.toString());
      if (!answer.isError()) {
        return answer.json();
      }
      takesCount = false;
    }
    return ArcGisAnswer.fetch(reading.fetcher(), at.toString()).orThrow();
  }

  private static boolean isExceeded(JsonNode page) {
    return page.path("exceededTransferLimit").asBoolean()
        || page.path("properties").path("exceededTransferLimit").asBoolean();
  }

  /** Hands on the features that were not there before; false when there was none. */
  private boolean hand(JsonNode page, Consumer<RawRow> sink) throws IOException {
    if (!page.path("features").isArray()) {
      throw SourceException.of("no-rows", layer.query().path(), "$.features", names(page));
    }
    var isNew = false;
    for (var feature : page.path("features")) {
      var row = feature.has("attributes") ? geoJson(feature) : feature;
      if (seen.add(identity(row))) {
        isNew = true;
        number++;
        sink.accept(features.row(dated(row), Note.of("feature", Integer.toString(number))));
      }
    }
    return isNew;
  }

  private static String names(JsonNode page) {
    var names = new ArrayList<String>();
    page.fieldNames().forEachRemaining(names::add);
    return String.join(", ", names);
  }

  private String identity(JsonNode feature) {
    var id = feature.path("properties").path(layer.idField());
    return id.isValueNode() ? id.asText() : feature.toString();
  }

  private static JsonNode geoJson(JsonNode feature) {
    var result = JsonNodeFactory.instance.objectNode();
    result.set("properties", feature.path("attributes"));
    EsriGeometry.read(feature.path("geometry")).ifPresent(shape -> result.set("geometry", shape));
    return result;
  }

  private JsonNode dated(JsonNode feature) {
    if (feature.path("properties") instanceof ObjectNode properties) {
      for (var field : layer.dates()) {
        if (properties.path(field).isIntegralNumber()) {
          var time = Instant.ofEpochMilli(properties.path(field).asLong()).atZone(GERMANY);
          properties.put(field, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        }
      }
    }
    return feature;
  }
}
