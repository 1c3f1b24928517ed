package org.allmende.harvest.source.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.table.JsonDocument;
import org.allmende.harvest.source.table.TextDecoder;

/**
 * The packages in a document, whatever way they came out of a CKAN: a bare package, the answer of
 * {@code package_show} or {@code package_search} with or without its envelope, a list of packages,
 * or one package a line. Anything else is refused with what was expected and what came.
 *
 * @param packages in the order of the document
 * @param raw how many elements there were, packages or not
 * @param count how many the portal says there are, in an answer of {@code package_search}
 */
record CkanDocument(List<JsonNode> packages, int raw, Optional<Integer> count) {

  private static final ObjectMapper JSON = new ObjectMapper();

  CkanDocument {
    packages = List.copyOf(packages);
  }

  /** Reads a document; elements of a list that are no packages are told to {@code notes}. */
  static CkanDocument read(Fetched document, RunNotes notes) throws IOException {
    ContentKind.JSON.require(document);
    var decoded = TextDecoder.decode(document.body(), document.location(), Optional.empty());
    if (!decoded.encoding().startsWith("UTF")) {
      notes.warning(Reason.of("not-utf8", document.location(), decoded.encoding()));
    }
    try {
      return new Reading(document.location(), notes).read(decoded.text());
    } catch (StackOverflowError e) {
      throw SourceException.causedBy(
          e, "ckan-document", document.location(), Reason.of("nested-too-deeply"));
    }
  }

  /** True for what CKAN calls a package: something with a key that has resources or texts. */
  private static boolean isPackage(JsonNode node) {
    return node.isObject()
        && CkanDescriptions.key(node).isPresent()
        && (node.path("resources").isArray()
            || (node.has("title") && (node.has("notes") || node.has("owner_org"))));
  }

  private record Reading(String location, RunNotes notes) {

    CkanDocument read(String text) throws IOException {
      var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
      return isJsonLines(text, first) ? readLines(text) : readWhole(text);
    }

    private static boolean isJsonLines(String text, String first) {
      if (!first.strip().startsWith("{") || text.lines().filter(l -> !l.isBlank()).count() < 2) {
        return false;
      }
      try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(first)) {
        values.nextValue();
        return !values.hasNextValue();
      } catch (IOException e) {
        return false; // the first line is not a value of its own
      }
    }

    private CkanDocument readLines(String text) {
      var packages = new ArrayList<JsonNode>();
      var number = 0;
      for (var line : text.lines().toList()) {
        number++;
        if (!line.isBlank()) {
          readLine(line, number).ifPresent(packages::add);
        }
      }
      return new CkanDocument(packages, packages.size(), Optional.empty());
    }

    private Optional<JsonNode> readLine(String line, int number) {
      try {
        var value = JSON.readTree(line);
        if (isPackage(value)) {
          return Optional.of(value);
        }
        notes.unreadable(Reason.of("ckan-line", location, Integer.toString(number), shape(value)));
      } catch (JsonProcessingException e) {
        notes.unreadable(
            Reason.of("broken-json", location, Integer.toString(number), e.getOriginalMessage()));
      }
      return Optional.empty();
    }

    private CkanDocument readWhole(String text) throws IOException {
      try {
        return of(JSON.readTree(text));
      } catch (JsonProcessingException e) {
        throw JsonDocument.broken(location, e);
      }
    }

    private CkanDocument of(JsonNode json) throws IOException {
      if (json.has("success") && (json.has("result") || json.has("error"))) {
        return ofAnswer(json);
      }
      if (json.path("results").isArray() && json.path("count").isInt()) {
        return new CkanDocument(
            elements(json.path("results")),
            json.path("results").size(),
            Optional.of(json.path("count").asInt()));
      }
      if (isPackage(json)) {
        return new CkanDocument(List.of(json), 1, Optional.empty());
      }
      if (json.isArray() && (json.isEmpty() || hasPackage(json))) {
        return new CkanDocument(elements(json), json.size(), Optional.empty());
      }
      throw SourceException.of("ckan-document", location, shape(json));
    }

    private CkanDocument ofAnswer(JsonNode json) throws IOException {
      if (!json.path("success").asBoolean()) {
        throw SourceException.of("ckan-error", location, json.path("error").toString());
      }
      return of(json.path("result"));
    }

    private static boolean hasPackage(JsonNode list) {
      return StreamSupport.stream(list.spliterator(), false).anyMatch(CkanDocument::isPackage);
    }

    private List<JsonNode> elements(JsonNode list) {
      var packages = new ArrayList<JsonNode>();
      for (var i = 0; i < list.size(); i++) {
        if (isPackage(list.get(i))) {
          packages.add(list.get(i));
        } else {
          notes.unreadable(
              Reason.of("ckan-element", location, Integer.toString(i + 1), shape(list.get(i))));
        }
      }
      return packages;
    }

    /** What a document looks like, for someone who took the wrong file. */
    private static Reason shape(JsonNode json) {
      if (json.path("dataset").isArray()) {
        return Reason.of("shape-data-json");
      }
      if (json.isObject()) {
        return json.isEmpty()
            ? Reason.of("shape-bare")
            : Reason.of("shape-object", firstNames(json));
      }
      if (json.isArray() && !json.isEmpty()) {
        return Reason.of("shape-list", json.size(), shape(json.get(0)));
      }
      return json.isMissingNode()
          ? Reason.of("content-empty")
          : Reason.of("shape-other", json.getNodeType().name());
    }

    private static String firstNames(JsonNode json) {
      var names = json.properties().stream().limit(5).map(e -> '"' + e.getKey() + '"').toList();
      return String.join(", ", names) + (json.size() > 5 ? " …" : "");
    }
  }
}
