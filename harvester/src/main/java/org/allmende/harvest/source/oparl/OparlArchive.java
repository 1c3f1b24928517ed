package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.NoteTexts;

/**
 * The objects of a council information system, flattened: each under its kind and id, whether it
 * stood in a list or inside another object. Persons, memberships and legislative terms are dropped
 * at the door ({@code sources.md} 2.9); tombstones and objects without id are counted, not kept.
 */
final class OparlArchive {

  /** Kinds that tables are made of. */
  private static final List<String> KEPT =
      List.of(
          "System",
          "Body",
          "Organization",
          "Meeting",
          "AgendaItem",
          "Paper",
          "Consultation",
          "File",
          "Location");

  /** What stands behind a property, also where an embedded object has no {@code type}. */
  private static final Map<String, String> EMBEDDED =
      Map.ofEntries(
          Map.entry("organization", "Organization"),
          Map.entry("location", "Location"),
          Map.entry("agendaItem", "AgendaItem"),
          Map.entry("consultation", "Consultation"),
          Map.entry("meeting", "Meeting"),
          Map.entry("paper", "Paper"),
          Map.entry("relatedPaper", "Paper"),
          Map.entry("mainFile", "File"),
          Map.entry("auxiliaryFile", "File"),
          Map.entry("invitation", "File"),
          Map.entry("resultsProtocol", "File"),
          Map.entry("verbatimProtocol", "File"),
          Map.entry("resolutionFile", "File"));

  /** Kinds that belong to an object of another kind, and the property that names it. */
  private static final Map<String, String> PARTS =
      Map.of("AgendaItem", "meeting", "Consultation", "paper");

  private final Map<String, Map<String, ObjectNode>> byKind = new HashMap<>();
  private final Map<String, Integer> read = new HashMap<>();
  private final Map<String, List<String>> rejected = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Set<String>> parts = new HashMap<>();
  private final NoteTexts texts;
  private final Repairs repairs;

  /** An empty archive whose notes are in these words. */
  OparlArchive(NoteTexts texts) {
    this.texts = texts;
    this.repairs = new Repairs(texts);
  }

  /** What was mended. */
  Repairs repairs() {
    return repairs;
  }

  /**
   * Takes an object with all that is embedded in it.
   *
   * @param expected its kind where its type does not say; {@code ""}: then it is no object of OParl
   * @param where for messages
   * @return false when it is no object of OParl at all
   */
  boolean add(JsonNode node, String expected, String where) {
    if (!(node instanceof ObjectNode object)) {
      return false;
    }
    var kind = kind(object, expected, where);
    if (kind.isEmpty()) {
      return false;
    }
    if (KEPT.contains(kind)) {
      keep(object, kind, where);
    }
    return true;
  }

  /** What to say about something that is no object of OParl. */
  String noObject(String where, JsonNode node) {
    var type = OparlJson.text(node, "type").map(text -> "type \"" + text + "\"");
    var shown = type.orElseGet(node::toString);
    return texts.of("oparl-no-object", where, shown.substring(0, Math.min(shown.length(), 80)));
  }

  /** Takes an object that was asked for by an address, which need not be the id it gives itself. */
  void addAs(JsonNode node, String kind, String address) {
    if (add(node, kind, address)) {
      OparlJson.text(node, "id").ifPresent(id -> aliases.put(address, id));
    }
  }

  private String kind(ObjectNode object, String expected, String where) {
    var said = OparlJson.kind(object);
    if (said.isEmpty() && !expected.isEmpty()) {
      repairs.note(Note.of("oparl-untyped", expected), where);
    }
    return said.orElse(expected);
  }

  private void keep(ObjectNode object, String kind, String where) {
    read.merge(kind, 1, Integer::sum);
    var id = OparlJson.text(object, "id");
    if (id.isEmpty()) {
      reject(kind, texts.of("oparl-no-id", where));
    } else if (OparlJson.flag(object, "deleted").orElse(false)) {
      reject(kind, texts.of("oparl-gone", id.get()));
      remove(kind, id.get());
    } else {
      put(object, kind, id.get());
      if (!kind.equals("Body") && !kind.equals("System")) { // their lists are walked by the server
        flatten(object, id.get());
      }
    }
  }

  private void reject(String kind, String why) {
    rejected.computeIfAbsent(kind, k -> new ArrayList<>()).add(why);
  }

  /** The same object may stand in a list and inside others: the one that says most counts. */
  private void put(ObjectNode object, String kind, String id) {
    var known = objects(kind).get(id);
    if (known != null) {
      read.merge(kind, -1, Integer::sum);
    }
    if (known == null || object.size() > known.size()) {
      objects(kind).put(id, object);
      aliases.putIfAbsent(plain(id), id);
      notePart(object, kind, id);
    }
  }

  /**
   * Takes an object in place of the one that was there under its id, with what was embedded in it.
   */
  boolean renew(JsonNode node, String expected, String where) {
    OparlJson.id(node)
        .ifPresent(
            id -> {
              remove(OparlJson.kind(node).orElse(expected), id);
              PARTS.forEach((kind, back) -> removeParts(kind, id));
            });
    return add(node, expected, where);
  }

  private void removeParts(String kind, String outer) {
    parts(kind, outer).forEach(id -> remove(kind, id));
    parts.remove(kind + " " + outer);
  }

  /** The ids of what belongs to an object, such as the consultations of a paper. */
  List<String> parts(String kind, String outer) {
    return List.copyOf(parts.getOrDefault(kind + " " + outer, Set.of()));
  }

  private void notePart(ObjectNode object, String kind, String id) {
    Optional.ofNullable(PARTS.get(kind))
        .flatMap(back -> OparlJson.id(object.path(back)))
        .ifPresent(
            outer -> parts.computeIfAbsent(kind + " " + outer, o -> new LinkedHashSet<>()).add(id));
  }

  /** What is removed was not read: what stands in its place is counted itself. */
  private void remove(String kind, String id) {
    if (objects(kind).remove(id) != null) {
      read.merge(kind, -1, Integer::sum);
    }
  }

  /**
   * An address without what servers write one time so and another time so: http or https, a double
   * slash, one at the end.
   */
  private static String plain(String id) {
    return id.replaceFirst("(?i)^https?:", "").replaceAll("(?<=[^/])/+", "/").replaceAll("/$", "");
  }

  private void flatten(ObjectNode outer, String id) {
    EMBEDDED.forEach(
        (property, kind) -> {
          var value = outer.path(property);
          if (value.isObject() && isList(property)) {
            repairs.note(Note.of("oparl-singles"), id + " " + property);
          }
          for (var inner : OparlJson.elements(value)) {
            if (inner instanceof ObjectNode object && !isNameless(object, kind)) {
              linkBack(object, outer, kind);
              add(object, kind, id);
            }
          }
        });
  }

  private static boolean isList(String property) {
    return List.of("agendaItem", "consultation", "auxiliaryFile").contains(property);
  }

  /** A place or file without id is read where it stands; nobody refers to it. */
  private static boolean isNameless(ObjectNode object, String kind) {
    var isPart = kind.equals("Location") || kind.equals("File");
    return isPart && OparlJson.text(object, "id").isEmpty();
  }

  /** Back references that some vendors leave out. */
  private static void linkBack(ObjectNode inner, ObjectNode outer, String kind) {
    var back = PARTS.getOrDefault(kind, "");
    if (!back.isEmpty() && !inner.has(back) && outer.has("id")) {
      inner.set(back, outer.get("id"));
    }
  }

  private Map<String, ObjectNode> objects(String kind) {
    return byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>());
  }

  /** All objects of a kind, in the order in which they came. */
  Collection<ObjectNode> all(String kind) {
    return objects(kind).values();
  }

  /** The object with this id. */
  Optional<ObjectNode> find(String kind, String id) {
    var known = objects(kind).get(id);
    return known != null
        ? Optional.of(known)
        : Optional.ofNullable(aliases.getOrDefault(id, aliases.get(plain(id))))
            .map(objects(kind)::get);
  }

  /** The object behind a value: embedded itself, unless only its id is; else by its id. */
  Optional<JsonNode> resolve(String kind, JsonNode value) {
    var saysMore = value.isObject() && value.size() > 2;
    var known = OparlJson.id(value).flatMap(id -> find(kind, id)).map(JsonNode.class::cast);
    return saysMore || known.isEmpty() ? Optional.of(value).filter(JsonNode::isObject) : known;
  }

  /** How many objects there are of all kinds. */
  int size() {
    return byKind.values().stream().mapToInt(Map::size).sum();
  }

  /** How many objects of a kind there were, with tombstones and those without id. */
  int read(String kind) {
    return read.getOrDefault(kind, 0);
  }

  /** Why objects of a kind were left out. */
  List<String> rejected(String kind) {
    return List.copyOf(rejected.getOrDefault(kind, List.of()));
  }
}
