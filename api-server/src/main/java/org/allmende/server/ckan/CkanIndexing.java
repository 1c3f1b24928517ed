package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.model.Times;
import org.allmende.catalog.search.IndexEntries;
import org.allmende.catalog.search.IndexEntry;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;
import org.allmende.vocab.profile.Profile;

/**
 * What is indexed of a dataset: what its description says, how well, and what CKAN's JSON says of
 * it, so that a filter finds exactly the values that the JSON shows ({@code ckan-api.md} 6.7). Any
 * number of threads may use it.
 */
public final class CkanIndexing {

  /** Raised when CKAN's fields change: the index is then built anew. */
  private static final String RULES_VERSION = "3";

  /** Nobody looks for a whole value longer than this; that there is one can still be asked. */
  private static final int LONGEST_VALUE = 500;

  private static final int LONGEST_TEXT = 20_000;

  /** A dataset with more extras than this is found by the first of them. */
  private static final int MOST_EXTRAS = 200;

  private static final int LONGEST_KEY = 100;

  private final Catalog catalog;
  private final PackageWriter writer;
  private final Function<CatalogEntry, Optional<byte[]>> finished;

  /** Writes the JSON of each dataset for itself. */
  public CkanIndexing(Catalog catalog) {
    this(catalog, entry -> Optional.empty());
  }

  /** Reads the JSON that is kept, and writes it only where that is behind. */
  public CkanIndexing(Catalog catalog, Following<KeptPackages> kept) {
    this(catalog, entry -> KeptPackages.find(kept, entry));
  }

  private CkanIndexing(Catalog catalog, Function<CatalogEntry, Optional<byte[]>> finished) {
    this.catalog = catalog;
    this.writer = new PackageWriter(catalog);
    this.finished = finished;
  }

  /** Version of all that decides what is indexed. */
  public String rules() {
    return String.join("-", LuceneSearchIndex.RULES_VERSION, RULES_VERSION, catalog.rules());
  }

  /** All that is indexed of a dataset. */
  public IndexEntry entry(CatalogEntry dataset) {
    var rating = catalog.quality(dataset).rating();
    var entry =
        IndexEntries.of(dataset, catalog.describe(dataset, Profile.DCAT_AP_DE).view())
            .with(parts -> parts.exact(IndexField.RATING, List.of(rating.key())));
    return complete(entry, json(dataset), catalog.clock().instant());
  }

  private JsonNode json(CatalogEntry dataset) {
    return finished.apply(dataset).map(CkanIndexing::read).orElseGet(() -> writer.tree(dataset));
  }

  private static JsonNode read(byte[] json) {
    try {
      return CkanJson.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IndexEntry complete(IndexEntry entry, JsonNode json, Instant now) {
    return entry.with(
        parts -> {
          addNames(parts, json);
          addPeople(parts, json);
          addState(parts, json);
          addResources(parts, json.path("resources"));
          addExtras(parts, extras(json));
          parts.number(CkanFields.INDEXED, now.toEpochMilli());
          parts.texts(CkanFields.MORE_TEXT, moreText(json));
        });
  }

  private static void addNames(IndexEntry.Parts parts, JsonNode json) {
    parts
        .exact(CkanFields.TAGS, texts(json.path("tags"), "name"))
        .exact(CkanFields.GROUPS, texts(json.path("groups"), "name"))
        .exact(CkanFields.LICENSE_ID, text(json, "license_id"))
        .exact(CkanFields.LICENSE_TITLE, text(json, "license_title"))
        .exact(CkanFields.URL, text(json, "url"))
        .exact(CkanFields.VERSION, text(json, "version"))
        .number(CkanFields.NUM_TAGS, json.path("tags").size());
  }

  private static void addPeople(IndexEntry.Parts parts, JsonNode json) {
    parts
        .texts(CkanFields.AUTHOR, text(json, "author"))
        .texts(CkanFields.AUTHOR_EMAIL, text(json, "author_email"))
        .texts(CkanFields.MAINTAINER, text(json, "maintainer"))
        .texts(CkanFields.MAINTAINER_EMAIL, text(json, "maintainer_email"));
  }

  private static void addState(IndexEntry.Parts parts, JsonNode json) {
    parts
        .exact(CkanFields.IS_OPEN, text(json, "isopen"))
        .exact(CkanFields.STATE, text(json, "state"))
        .exact(CkanFields.TYPE, text(json, "type"))
        .exact(
            CkanFields.CAPACITY, List.of(json.path("private").asBoolean() ? "private" : "public"))
        .exact(CkanFields.ENTITY_TYPE, List.of("package"))
        .exact(CkanFields.SITE, List.of("default"));
  }

  private static void addResources(IndexEntry.Parts parts, JsonNode resources) {
    parts
        .exact(CkanFields.FORMATS, texts(resources, "format"))
        .exact(CkanFields.RESOURCE_TYPES, texts(resources, "resource_type"))
        .exact(CkanFields.RESOURCE_URLS, texts(resources, "url"))
        .texts(CkanFields.RESOURCE_NAMES, texts(resources, "name"))
        .texts(CkanFields.RESOURCE_DESCRIPTIONS, texts(resources, "description"));
  }

  private static Map<String, String> extras(JsonNode json) {
    var extras = new LinkedHashMap<String, String>();
    for (var extra : json.path("extras")) {
      var key = extra.path("key").asText();
      if (extras.size() < MOST_EXTRAS && key.length() <= LONGEST_KEY) {
        extras.put(key, extra.path("value").asText());
      }
    }
    return extras;
  }

  private static void addExtras(IndexEntry.Parts parts, Map<String, String> extras) {
    for (var extra : extras.entrySet()) {
      var key = extra.getKey();
      var value = extra.getValue();
      parts.exact(IndexField.extra(key), List.of(beginning(value, LONGEST_VALUE)));
      if (isText(value)) {
        parts.texts(IndexField.extraWords(key), List.of(value));
      }
      if (CkanFields.isDate(key)) {
        Times.parse(value)
            .ifPresent(time -> parts.number(IndexField.extraTime(key), time.toEpochMilli()));
      }
    }
  }

  /** Words of shapes and other JSON objects are numbers that nobody seeks. */
  private static boolean isText(String value) {
    return value.length() <= LONGEST_TEXT && !value.startsWith("{");
  }

  /** What CKAN's {@code text} has beside what people search in. */
  private static List<String> moreText(JsonNode json) {
    var people = Stream.of("author", "author_email", "maintainer", "maintainer_email", "url");
    var more = new ArrayList<String>();
    people.forEach(key -> more.addAll(text(json, key)));
    more.addAll(text(json, "license_title"));
    more.addAll(texts(json.path("resources"), "url"));
    extras(json).values().stream().filter(CkanIndexing::isText).forEach(more::add);
    return more.stream().distinct().toList();
  }

  private static List<String> text(JsonNode object, String key) {
    return texts(Stream.of(object.path(key)));
  }

  private static List<String> texts(JsonNode list, String key) {
    return texts(StreamSupport.stream(list.spliterator(), false).map(item -> item.path(key)));
  }

  private static List<String> texts(Stream<JsonNode> values) {
    return values
        .map(value -> value.asText(""))
        .filter(Predicate.not(String::isBlank))
        .distinct()
        .toList();
  }

  private static String beginning(String value, int length) {
    return value.length() > length ? value.substring(0, length) : value;
  }
}
