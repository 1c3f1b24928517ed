package org.allmende.harvest.source.arcgis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.SourceJson;
import org.allmende.harvest.source.table.TextDecoder;

/** An answer of the server; its errors come with status 200 as an object {@code error}. */
record ArcGisAnswer(String address, JsonNode json) {

  static ArcGisAnswer fetch(Fetcher fetcher, String address) throws IOException {
    var fetched = fetcher.fetch(address, ContentKind.JSON.accept());
    ContentKind.JSON.require(fetched);
    try (var text = TextDecoder.open(fetched.body(), address, Optional.empty()).reader()) {
      return new ArcGisAnswer(address, SourceJson.mapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw JsonDocument.broken(address, e);
    }
  }

  boolean isError() {
    return json.path("error").isObject();
  }

  /** The answer itself, unless it is an error. */
  JsonNode orThrow() throws IOException {
    if (isError()) {
      var error = json.path("error");
      throw SourceException.of(
          "arcgis-error", address, error.path("code").asText(), error.path("message").asText());
    }
    return json;
  }
}
