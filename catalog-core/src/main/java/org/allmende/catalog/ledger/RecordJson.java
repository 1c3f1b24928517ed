package org.allmende.catalog.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.CatalogRecord.Written;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.validate.Violation;

/** Records and findings as JSON inside the ledger; absent values are left out. */
final class RecordJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordJson() {}

  static String write(CatalogRecord record) {
    var json = JSON.createObjectNode();
    json.put("state", record.state().name());
    json.put("created", record.created().toString());
    json.put("modified", record.modified().toString());
    if (record.isPrivate()) {
      json.put("private", true);
    }
    record.organization().ifPresent(value -> json.put("organization", value));
    record.creator().ifPresent(value -> json.put("creator", value));
    record.source().ifPresent(value -> json.put("source", value));
    record.sourceKey().ifPresent(value -> json.put("sourceKey", value));
    writeMap(json, "extras", record.extras());
    writeList(json, "groups", record.groups());
    writeList(json, "resourceOrder", record.resourceOrder());
    writeMaps(json, "distributionExtras", record.distributionExtras());
    writeWritten(json, record.written());
    record.editor().ifPresent(value -> json.put("editor", value));
    return json.toString();
  }

  static CatalogRecord read(String text) {
    var json = tree(text);
    return new CatalogRecord(
        DatasetState.valueOf(json.path("state").asText()),
        json.path("private").asBoolean(),
        text(json, "organization"),
        text(json, "creator"),
        text(json, "source"),
        text(json, "sourceKey"),
        Instant.parse(json.path("created").asText()),
        Instant.parse(json.path("modified").asText()),
        map(json.path("extras")),
        list(json.path("groups")),
        list(json.path("resourceOrder")),
        maps(json.path("distributionExtras")),
        written(json.path("written")),
        text(json, "editor"));
  }

  static String writeTexts(Map<String, String> texts) {
    var json = JSON.createObjectNode();
    texts.forEach(json::put);
    return json.toString();
  }

  static Map<String, String> readTexts(String text) {
    return map(tree(text));
  }

  static String writeList(List<String> list) {
    var json = JSON.createArrayNode();
    list.forEach(json::add);
    return json.toString();
  }

  static List<String> readList(String text) {
    return list(tree(text));
  }

  static String writeFindings(List<Violation> findings) {
    var array = JSON.createArrayNode();
    for (var finding : findings) {
      var json = array.addObject();
      json.put("severity", finding.severity().name());
      json.put("rule", finding.rule());
      json.put("focus", finding.focus());
      finding.property().ifPresent(value -> json.put("property", value));
      finding.value().ifPresent(value -> json.put("value", value));
      json.put("de", finding.messageDe());
      json.put("en", finding.messageEn());
    }
    return array.toString();
  }

  static List<Violation> readFindings(String text) {
    if (text.equals("[]")) {
      return List.of();
    }
    var findings = new ArrayList<Violation>();
    for (var json : tree(text)) {
      findings.add(
          new Violation(
              Violation.Severity.valueOf(json.path("severity").asText()),
              json.path("rule").asText(),
              json.path("focus").asText(),
              text(json, "property"),
              text(json, "value"),
              json.path("de").asText(),
              json.path("en").asText()));
    }
    return findings;
  }

  private static void writeMap(ObjectNode json, String key, Map<String, String> map) {
    if (!map.isEmpty()) {
      var object = json.putObject(key);
      map.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> object.put(entry.getKey(), entry.getValue()));
    }
  }

  private static void writeMaps(
      ObjectNode json, String key, Map<String, Map<String, String>> maps) {
    if (!maps.isEmpty()) {
      var object = json.putObject(key);
      maps.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> writeMap(object, entry.getKey(), entry.getValue()));
    }
  }

  private static void writeWritten(ObjectNode json, Map<String, Written> written) {
    if (!written.isEmpty()) {
      var object = json.putObject("written");
      written.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              entry ->
                  object
                      .putArray(entry.getKey())
                      .add(entry.getValue().said())
                      .add(entry.getValue().text()));
    }
  }

  private static Map<String, Written> written(JsonNode json) {
    var written = new LinkedHashMap<String, Written>();
    json.properties()
        .forEach(
            entry ->
                written.put(
                    entry.getKey(),
                    new Written(
                        entry.getValue().path(0).asText(), entry.getValue().path(1).asText())));
    return written;
  }

  private static void writeList(ObjectNode json, String key, List<String> list) {
    if (!list.isEmpty()) {
      var array = json.putArray(key);
      list.forEach(array::add);
    }
  }

  private static Optional<String> text(JsonNode json, String key) {
    return json.has(key) ? Optional.of(json.get(key).asText()) : Optional.empty();
  }

  private static Map<String, String> map(JsonNode json) {
    var map = new LinkedHashMap<String, String>();
    json.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }

  private static Map<String, Map<String, String>> maps(JsonNode json) {
    var maps = new LinkedHashMap<String, Map<String, String>>();
    json.properties().forEach(entry -> maps.put(entry.getKey(), map(entry.getValue())));
    return maps;
  }

  private static List<String> list(JsonNode json) {
    var list = new ArrayList<String>();
    json.forEach(item -> list.add(item.asText()));
    return list;
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new LedgerException("The ledger holds JSON that cannot be read: " + text, e);
    }
  }
}
