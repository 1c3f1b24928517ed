package org.allmende.harvest.source.arcgis;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.source.table.MappedSourceFormat.Reading;
import org.allmende.harvest.source.table.QueryAddress;

/**
 * What a layer says about itself.
 *
 * @param name its name
 * @param query the address at which its features are asked for
 * @param pageSize how many features it gives at once
 * @param isPaged whether it can skip features
 * @param isGeoJson whether it can write GeoJSON
 * @param dates the fields with times, which are milliseconds since 1970
 * @param idField the field with the number of a feature
 * @param edited when it was changed last
 */
record Layer(
    String name,
    QueryAddress query,
    int pageSize,
    boolean isPaged,
    boolean isGeoJson,
    Set<String> dates,
    String idField,
    Optional<Instant> edited) {

  private static final Pattern LAYER = Pattern.compile("(.*/(?:Feature|Map)Server)(?:/(\\d+))?");

  Layer {
    dates = Set.copyOf(dates);
  }

  static Layer read(Reading reading) throws IOException {
    var address = QueryAddress.of(reading.source().location());
    var path = address.path().replaceFirst("/+$", "").replaceFirst("/query$", "");
    var match = LAYER.matcher(path);
    if (!match.matches()) {
      throw SourceException.of("arcgis-address", reading.source().location());
    }
    var number = Optional.ofNullable(match.group(2)).or(() -> reading.mapping().select().layer());
    var layer = address.at(match.group(1) + "/" + number.orElse("0"));
    var info =
        ArcGisAnswer.fetch(reading.fetcher(), layer.without("where").with("f", "json").toString())
            .orThrow();
    return of(info, layer.at(layer.path() + "/query"));
  }

  private static Layer of(JsonNode info, QueryAddress query) {
    var dates = new HashSet<String>();
    var idField = info.path("objectIdField").asText("OBJECTID");
    for (var field : info.path("fields")) {
      switch (field.path("type").asText()) {
        case "esriFieldTypeDate" -> dates.add(field.path("name").asText());
        case "esriFieldTypeOID" -> idField = field.path("name").asText();
        default -> {
          // The other types say nothing that their values do not.
        }
      }
    }
    var edited = info.path("editingInfo").path("lastEditDate");
    return new Layer(
        info.path("name").asText("layer"),
        query,
        Math.max(1, info.path("maxRecordCount").asInt(1000)),
        info.path("advancedQueryCapabilities").path("supportsPagination").asBoolean(true),
        info.path("supportedQueryFormats").asText().toLowerCase(Locale.ROOT).contains("geojson"),
        dates,
        idField,
        edited.isNumber() ? Optional.of(Instant.ofEpochMilli(edited.asLong())) : Optional.empty());
  }
}
