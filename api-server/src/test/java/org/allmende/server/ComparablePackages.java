package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What two servers say about the same datasets, without what each may only say for itself. */
final class ComparablePackages {

  /** And the day of issue, which a CKAN reads from metadata_created where nothing else says it. */
  private static final Set<String> OF_THE_HARVEST =
      Set.of("guid", "harvest_object_id", "harvest_source_id", "harvest_source_title", "issued");

  private final NavigableMap<String, JsonNode> byName = new TreeMap<>();

  private ComparablePackages() {}

  /** The packages as {@code package_show} gives them. */
  static ComparablePackages of(Iterable<JsonNode> packages) {
    var comparable = new ComparablePackages();
    for (var dataset : packages) {
      comparable.byName.put(dataset.path("name").asText(), comparable(dataset.deepCopy()));
    }
    return comparable;
  }

  Set<String> names() {
    return byName.keySet();
  }

  /** Names each field of each package that differs. */
  void assertSame(ComparablePackages other) {
    assertEquals(byName.keySet(), other.byName.keySet());
    byName.forEach(
        (name, theirs) -> {
          var ours = Objects.requireNonNull(other.byName.get(name));
          assertEquals(new TreeMap<>(), differences(theirs, ours), name);
        });
  }

  private static Map<String, String> differences(JsonNode theirs, JsonNode ours) {
    var different = new TreeMap<String, String>();
    for (var field : theirs.properties()) {
      var other = ours.path(field.getKey());
      if (!field.getValue().equals(other)) {
        different.put(field.getKey(), difference(field.getValue().toString(), other.toString()));
      }
    }
    return different;
  }

  /** From the first letter on that differs. */
  private static String difference(String theirs, String ours) {
    var at = 0;
    while (at < theirs.length() && at < ours.length() && theirs.charAt(at) == ours.charAt(at)) {
      at++;
    }
    var from = Math.max(0, at - 40);
    return theirs.substring(from) + " became " + ours.substring(Math.min(from, ours.length()));
  }

  private static JsonNode comparable(ObjectNode dataset) {
    dataset.remove(
        List.of("metadata_created", "metadata_modified", "owner_org", "creator_user_id"));
    // Ids of organizations and tags are each catalog's own (DESIGN 6).
    dataset
        .withObject("/organization")
        .remove(List.of("id", "revision_id", "created", "revision_timestamp"));
    for (var tag : dataset.get("tags")) {
      ((ObjectNode) tag).remove("id");
    }
    for (var group : dataset.get("groups")) {
      ((ObjectNode) group).remove("id");
    }
    for (var resource : dataset.get("resources")) {
      ((ObjectNode) resource).remove(List.of("created", "issued", "metadata_modified"));
    }
    var extras = new TreeMap<String, String>();
    for (var extra : dataset.get("extras")) {
      extras.put(extra.get("key").asText(), extra.get("value").asText());
    }
    OF_THE_HARVEST.forEach(extras::remove);
    dataset.put("extras", extras.toString());
    return dataset;
  }
}
