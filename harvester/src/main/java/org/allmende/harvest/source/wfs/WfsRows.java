package org.allmende.harvest.source.wfs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.allmende.catalog.model.Uuids;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.source.table.ColumnNames;
import org.allmende.harvest.source.table.Features;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.JsonPath;
import org.allmende.harvest.source.table.MappedSourceFormat.Reading;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.RowSource;
import org.allmende.harvest.source.table.TextDecoder;

/**
 * The features that a service gives, page after page where it can do so. A page without a new
 * feature ends the walk, since some services give the first one again whatever is asked for.
 */
final class WfsRows implements RowSource {

  private final GetFeature requests;
  private final Reading reading;
  private final ColumnNames columns = ColumnNames.of(List.of());
  private final Features features = new Features(columns);
  private final Set<UUID> seen = new HashSet<>();
  private String encoding = "";
  private Optional<String> crs = Optional.empty();
  private int number;

  WfsRows(GetFeature requests, Reading reading) {
    this.requests = requests;
    this.reading = reading;
  }

  @Override
  public ColumnNames columns() {
    return columns;
  }

  @Override
  public Envelope read(Consumer<RawRow> sink) throws IOException {
    var warnings = new ArrayList<Note>();
    var rows = 0L;
    while (true) {
      var address = requests.from(rows);
      var page = page(address);
      var isNew = hand(page, sink);
      rows += page.size();
      if (!isNew && !page.isEmpty()) {
        warnings.add(Note.of("pages-same", address));
      }
      // A service may give fewer than asked for; only a page without features is the end.
      if (!requests.isPaged() || !isNew) {
        return new Envelope(encoding, List.of(), crs, warnings);
      }
    }
  }

  private boolean hand(List<JsonNode> page, Consumer<RawRow> sink) {
    var isNew = false;
    var rows = new ArrayList<RawRow>();
    for (var feature : page) {
      isNew |= !requests.isPaged() || seen.add(Uuids.v5(Uuids.URL, feature.toString()));
      rows.add(
          features.row(feature, Note.of("feature", Integer.toString(number + rows.size() + 1))));
    }
    if (isNew) {
      number += rows.size();
      rows.forEach(sink);
    }
    return isNew;
  }

  private List<JsonNode> page(String address) throws IOException {
    var fetched = reading.fetcher().fetch(address);
    var features = new ArrayList<JsonNode>();
    if (isJson(fetched)) {
      readJson(fetched, features);
    } else {
      ContentKind.XML.require(fetched);
      encoding = GmlFeatures.read(fetched.body(), address, reading.mapping(), features::add);
    }
    return features;
  }

  private static boolean isJson(Fetched fetched) {
    for (var b : fetched.body()) {
      if (b == '{') {
        return true;
      }
      if (b == '<') {
        return false;
      }
    }
    return false;
  }

  private void readJson(Fetched fetched, List<JsonNode> features) throws IOException {
    var text = TextDecoder.open(fetched.body(), fetched.location(), reading.mapping());
    var document = new JsonDocument(text.reader(), fetched.location());
    document.read(JsonPath.parse("$.features"), (key, feature) -> features.add(feature));
    encoding = text.encoding();
    crs =
        document
            .member("crs")
            .map(declared -> declared.path("properties").path("name").asText())
            .filter(name -> !name.isEmpty());
  }
}
