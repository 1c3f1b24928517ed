package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What it means that a field is not named ({@code ckan-api.md} 8.1). */
final class Absences {

  private static final List<String> CLEARED_LISTS = List.of("tags", "extras");
  private static final List<String> STAYING =
      List.of("groups", "resources", "owner_org", "private", "name", "state", "type");

  private Absences() {}

  /** The whole that {@code package_update} asks for: what it does not name is cleared or stays. */
  static ObjectNode update(ObjectNode now, ObjectNode sent) {
    var whole = CkanJson.MAPPER.createObjectNode();
    Stream.concat(PackageForm.CLEARED.stream(), Stream.of("tag_string", "metadata_modified"))
        .filter(sent::has)
        .forEach(key -> whole.set(key, sent.get(key)));
    for (var key : CLEARED_LISTS) {
      whole.set(key, isNamed(sent, key) ? sent.get(key) : CkanJson.MAPPER.createArrayNode());
    }
    for (var key : STAYING) {
      whole.set(key, isNamed(sent, key) ? sent.get(key) : now.path(key));
    }
    return whole;
  }

  /** The whole that {@code package_patch} asks for: only what is named changes. */
  static ObjectNode patch(ObjectNode now, ObjectNode sent) {
    var whole = now.deepCopy();
    sent.properties().stream()
        .filter(field -> !field.getKey().equals("id"))
        .forEach(field -> whole.set(field.getKey(), field.getValue()));
    return withoutNulls(whole, now);
  }

  /** Null clears a text; a list and what a package cannot lack stay. */
  private static ObjectNode withoutNulls(ObjectNode whole, ObjectNode now) {
    for (var key :
        List.of("tags", "extras", "groups", "resources", "owner_org", "private", "name")) {
      if (whole.path(key).isNull()) {
        whole.set(key, now.path(key));
      }
    }
    return whole;
  }

  private static boolean isNamed(ObjectNode sent, String key) {
    return sent.has(key) && !sent.get(key).isNull();
  }

  /** The elements of a list. */
  static List<JsonNode> elements(ObjectNode json, String key) {
    return StreamSupport.stream(json.path(key).spliterator(), false).toList();
  }
}
