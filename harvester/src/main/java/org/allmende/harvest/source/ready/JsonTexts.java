package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.SourceJson;
import org.allmende.harvest.source.table.TextDecoder;

/** Reads whole JSON documents, and the linked data inside of web pages. */
final class JsonTexts {

  private static final ObjectMapper MAPPER =
      SourceJson.mapper()
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?is)<script[^>]*type\\s*=\\s*[\"']?application/ld\\+json[\"']?[^>]*>(.*?)</script>");

  private JsonTexts() {}

  /**
   * The document as a tree.
   *
   * @throws IOException when it is no JSON; the message says where and what came
   */
  static JsonNode read(Fetched document) throws IOException {
    ContentKind.JSON.require(document);
    return read(text(document), document.location());
  }

  private static JsonNode read(String text, String place) throws IOException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw JsonDocument.broken(place, e);
    }
  }

  private static String text(Fetched document) throws IOException {
    var charset = Optional.of(document.charset()).filter(TextDecoder::isCharset);
    var checked = TextDecoder.open(document.body(), document.location(), charset);
    try (var reader = checked.reader()) {
      var text = new StringBuilder();
      var buffer = new char[8192];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        text.append(buffer, 0, n);
      }
      return text.toString();
    }
  }

  /**
   * All blocks of linked data in a web page, one after another in a list; a broken block is told
   * and left out.
   */
  static JsonNode linkedData(Fetched page, ObjectRows rows) throws IOException {
    ArrayNode blocks = MAPPER.createArrayNode();
    for (var match : SCRIPT.matcher(text(page)).results().toList()) {
      try {
        blocks.add(read(match.group(1), page.location()));
      } catch (SourceException e) {
        rows.add(MAPPER.nullNode());
      }
    }
    if (blocks.isEmpty()) {
      ContentKind.JSON.require(page); // says what kind of page it is
    }
    return blocks;
  }
}
