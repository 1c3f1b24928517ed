package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.source.table.HtmlEntities;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.TextDecoder;

/** Reads OParl's JSON with the patience that its vendors ask for ({@code sources.md} 7.1). */
final class OparlJson {

  static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private static final ObjectMapper STRICT = new ObjectMapper();
  private static final ObjectMapper PATIENT =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();
  private static final Pattern TYPE =
      Pattern.compile("(?i)^https?://schema\\.oparl\\.org/(\\d+\\.\\d+)/(\\w+)/?$");

  private OparlJson() {}

  /**
   * A document as JSON.
   *
   * @param repairs told when control characters stood unescaped in texts
   */
  static JsonNode read(Fetched document, Repairs repairs) throws IOException {
    ContentKind.JSON.require(document);
    var place = document.location();
    var text = TextDecoder.decode(document.body(), place, Optional.empty()).text();
    try {
      return STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      return readPatiently(text, place, repairs);
    }
  }

  private static JsonNode readPatiently(String text, String place, Repairs repairs)
      throws IOException {
    try {
      var json = PATIENT.readTree(text);
      repairs.note(Note.of("oparl-control"), place);
      return json;
    } catch (JsonProcessingException e) {
      throw JsonDocument.broken(place, e);
    }
  }

  /** What an object is, such as {@code Paper}; empty when its type does not say. */
  static Optional<String> kind(JsonNode object) {
    var type = TYPE.matcher(object.path("type").asText().strip());
    return type.matches() ? Optional.of(type.group(2)) : Optional.empty();
  }

  /** The schema's address in one spelling, such as {@code https://schema.oparl.org/1.1/Paper}. */
  static Optional<String> schema(JsonNode object) {
    var type = TYPE.matcher(object.path("type").asText().strip());
    return type.matches()
        ? Optional.of("https://schema.oparl.org/" + type.group(1) + "/" + type.group(2))
        : Optional.empty();
  }

  /** The version's address in the address of a schema. */
  static Optional<String> version(String schema) {
    return TYPE.matcher(schema).matches()
        ? Optional.of(schema.substring(0, schema.lastIndexOf('/') + 1))
        : Optional.empty();
  }

  /** A text; {@code "N/A"}, blanks and null are no value. */
  static Optional<String> text(JsonNode object, String key) {
    var value = object.path(key);
    if (!value.isValueNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(HtmlEntities.decoded(value.asText()).strip())
        .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("N/A"));
  }

  /** An absolute web address. */
  static Optional<String> address(JsonNode object, String key) {
    return text(object, key).filter(text -> text.matches("(?i)https?://[^\\s]+"));
  }

  static Optional<Boolean> flag(JsonNode object, String key) {
    var value = object.path(key);
    if (value.isBoolean()) {
      return Optional.of(value.booleanValue());
    }
    return switch (value.asText()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The elements of a list; one element that nobody put into a list counts as a list of one. */
  static List<JsonNode> elements(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false).toList();
    }
    var isBlank = value.isTextual() && value.textValue().isBlank();
    var isEmpty = value.isMissingNode() || value.isNull() || isBlank;
    return isEmpty ? List.of() : List.of(value);
  }

  /** The id of an object, or the address that stands in its place. */
  static Optional<String> id(JsonNode node) {
    if (node instanceof ObjectNode) {
      return text(node, "id");
    }
    return node.isTextual()
        ? Optional.of(node.textValue().strip()).filter(id -> !id.isEmpty())
        : Optional.empty();
  }

  /** A date; of a date-time its day. */
  static Optional<LocalDate> date(JsonNode object, String key) {
    return text(object, key)
        .flatMap(
            text -> {
              try {
                return Optional.of(
                    LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  /** A time; without a zone it is Germany's, a mere date is the beginning of the day. */
  static Optional<OffsetDateTime> time(JsonNode object, String key) {
    return text(object, key).flatMap(OparlJson::parseTime);
  }

  private static Optional<OffsetDateTime> parseTime(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeException e) {
      return parseLocal(text);
    }
  }

  private static Optional<OffsetDateTime> parseLocal(String text) {
    try {
      var local =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text.replace(' ', 'T'));
      return Optional.of(local.atZone(GERMANY).toOffsetDateTime());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
