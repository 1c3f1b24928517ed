package org.allmende.harvest.source.arcgis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.table.TextDecoder;

/** An answer of the server; its errors come with status 200 as an object {@code error}. */
record ArcGisAnswer(String address, JsonNode json) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static ArcGisAnswer fetch(Fetcher fetcher, String address) throws IOException {
    var fetched = fetcher.fetch(address, ContentKind.JSON.accept());
    ContentKind.JSON.require(fetched);
    try (var text = TextDecoder.open(fetched.body(), address, Optional.empty()).reader()) {
      return new ArcGisAnswer(address, MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw SourceException.causedBy(e, "broken-json", address, line, e.getOriginalMessage());
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
