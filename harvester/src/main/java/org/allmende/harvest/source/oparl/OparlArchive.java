package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allmende.harvest.Reason;
import org.allmende.harvest.source.table.HashIndex;
import org.allmende.harvest.source.table.Note;
import org.allmende.harvest.source.table.NoteTexts;
import org.allmende.harvest.source.table.Tally;

/**
 * The objects of a council information system, flattened: each under its kind and id, whether it
 * stood in a list or inside another object. Persons, memberships and legislative terms are dropped
 * at the door ({@code sources.md} 2.9); tombstones and objects without id are counted, not kept.
 * The objects lie in a temporary file, so that memory hardly grows with their number.
 */
final class OparlArchive implements AutoCloseable {

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
          "Location",
          "LegislativeTerm");

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

  /** Of an object that is no part of another. */
  private static final int ALONE = -2;

  private final ObjectFile objects;
  private final HashIndex byId = new HashIndex();
  private final HashIndex byPlainId = new HashIndex();

  /** By outer object the first and the last of its parts; from one to the next leads a chain. */
  private final HashIndex firstPart = new HashIndex();

  private final HashIndex lastPart = new HashIndex();

  /** What is known of each object without reading it. */
  private byte[] kinds = new byte[64];

  private int[] sizes = new int[64];
  private int[] nextPart = new int[64];
  private final Map<String, Integer> read = new HashMap<>();
  private final Map<String, Tally> rejected = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final NoteTexts texts;
  private final Repairs repairs;

  /** An empty archive whose notes are in these words. */
  OparlArchive(NoteTexts texts) throws IOException {
    this.objects = ObjectFile.create();
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
  static Reason noObject(String where, JsonNode node) {
    var type = OparlJson.text(node, "type").map(text -> "type \"" + text + "\"");
    var shown = type.orElseGet(node::toString);
    return Reason.of("oparl-no-object", where, shown.substring(0, Math.min(shown.length(), 80)));
  }

  /** Takes an object that was asked for by an address, which need not be the id it gives itself. */
  void addAs(JsonNode node, String kind, String address) {
    if (add(node, kind, address)) {
      OparlJson.text(node, "id")
          .filter(id -> !id.equals(address))
          .ifPresent(id -> aliases.put(address, id));
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
      remove(kind, number(byId, kind, id.get()));
    } else {
      var hasParts = !kind.equals("Body") && !kind.equals("System"); // the server walks theirs
      if (hasParts) {
        linkBack(object, kind);
      }
      put(object, kind, id.get());
      if (hasParts) {
        flatten(object, id.get());
      }
    }
  }

  private void reject(String kind, String why) {
    rejected.computeIfAbsent(kind, k -> new Tally()).add(why);
  }

  /** The same object may stand in a list and inside others: the one that says most counts. */
  private void put(ObjectNode object, String kind, String id) {
    var known = number(byId, kind, id);
    if (known == HashIndex.NONE) {
      var number = objects.add(object);
      note(number, object, kind, id);
      nextPart[number] = ALONE;
      notePart(number, object, kind);
      return;
    }
    read.merge(kind, -1, Integer::sum);
    if (object.size() > sizes[known]) {
      objects.replace(known, object);
      note(known, object, kind, id);
      notePart(known, object, kind);
    }
  }

  private void note(int number, ObjectNode object, String kind, String id) {
    if (number >= sizes.length) {
      kinds = Arrays.copyOf(kinds, number * 2);
      sizes = Arrays.copyOf(sizes, number * 2);
      nextPart = Arrays.copyOf(nextPart, number * 2);
    }
    kinds[number] = (byte) KEPT.indexOf(kind);
    sizes[number] = object.size();
    byId.put(key(kind, id), number);
    if (number(byPlainId, kind, plain(id)) == HashIndex.NONE) {
      byPlainId.put(key(kind, plain(id)), number);
    }
  }

  private static String key(String kind, String id) {
    return kind + " " + id;
  }

  /** The number of an object that is there. */
  private int number(HashIndex index, String kind, String id) {
    var number = index.get(key(kind, id));
    return number != HashIndex.NONE && objects.has(number) ? number : HashIndex.NONE;
  }

  /**
   * Takes an object in place of the one that was there under its id, with what was embedded in it.
   */
  boolean renew(JsonNode node, String expected, String where) {
    OparlJson.id(node)
        .ifPresent(
            id -> {
              var kind = OparlJson.kind(node).orElse(expected);
              remove(kind, number(byId, kind, id));
              PARTS.keySet().forEach(part -> removeParts(part, id));
            });
    return add(node, expected, where);
  }

  private void removeParts(String kind, String outer) {
    numbersOfParts(kind, outer).forEach(number -> remove(kind, number));
    firstPart.put(key(kind, outer), HashIndex.NONE);
  }

  /** What belongs to an object, such as the consultations of a paper. */
  List<ObjectNode> parts(String kind, String outer) {
    return numbersOfParts(kind, outer).stream().filter(objects::has).map(objects::read).toList();
  }

  private List<Integer> numbersOfParts(String kind, String outer) {
    var numbers = new ArrayList<Integer>();
    var number = firstPart.get(key(kind, outer));
    while (number != HashIndex.NONE) {
      numbers.add(number);
      number = nextPart[number];
    }
    return numbers;
  }

  private void notePart(int number, ObjectNode object, String kind) {
    Optional.ofNullable(PARTS.get(kind))
        .filter(back -> nextPart[number] == ALONE)
        .flatMap(back -> OparlJson.id(object.path(back)))
        .ifPresent(outer -> appendPart(number, key(kind, outer)));
  }

  private void appendPart(int number, String outer) {
    if (firstPart.get(outer) == HashIndex.NONE) {
      firstPart.put(outer, number);
    } else {
      nextPart[lastPart.get(outer)] = number;
    }
    lastPart.put(outer, number);
    nextPart[number] = HashIndex.NONE;
  }

  /** What is removed was not read: what stands in its place is counted itself. */
  private void remove(String kind, int number) {
    if (number != HashIndex.NONE && objects.has(number)) {
      objects.remove(number);
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

  /** Back references that some vendors leave out, in all that is embedded. */
  private static void linkBack(ObjectNode outer, String outerKind) {
    EMBEDDED.forEach(
        (property, kind) -> {
          for (var inner : OparlJson.elements(outer.path(property))) {
            if (inner instanceof ObjectNode object && !isNameless(object, kind)) {
              if (isPart(kind, outerKind)) {
                linkBack(object, outer, PARTS.getOrDefault(kind, ""));
              }
              linkBack(object, kind);
            }
          }
        });
  }

  /** A consultation inside an item of an agenda is not about the item, but about a paper. */
  private static boolean isPart(String kind, String outerKind) {
    return outerKind.equals(EMBEDDED.get(PARTS.getOrDefault(kind, "")));
  }

  private static void linkBack(ObjectNode inner, ObjectNode outer, String back) {
    if (!inner.has(back) && outer.has("id")) {
      inner.set(back, outer.get("id"));
    }
  }

  /** All objects of a kind, in the order in which they came; each is read when it is its turn. */
  Stream<ObjectNode> all(String kind) {
    return numbers(kind).mapToObj(objects::read);
  }

  /** Whether there is an object of a kind. */
  boolean hasAny(String kind) {
    return numbers(kind).findAny().isPresent();
  }

  private IntStream numbers(String kind) {
    var wanted = KEPT.indexOf(kind);
    return IntStream.range(0, objects.count())
        .filter(number -> kinds[number] == wanted && objects.has(number));
  }

  /** The object with this id. */
  Optional<ObjectNode> find(String kind, String id) {
    var number = locate(kind, id);
    return number == HashIndex.NONE ? Optional.empty() : Optional.of(objects.read(number));
  }

  /** Whether there is an object with this id; it is not read for that. */
  boolean has(String kind, String id) {
    return locate(kind, id) != HashIndex.NONE;
  }

  private int locate(String kind, String id) {
    var exact = number(byId, kind, id);
    var alias = aliases.get(id);
    if (exact != HashIndex.NONE) {
      return exact;
    }
    return alias == null ? number(byPlainId, kind, plain(id)) : number(byId, kind, alias);
  }

  /** The object behind a value: embedded itself, unless only its id is; else by its id. */
  Optional<JsonNode> resolve(String kind, JsonNode value) {
    var saysMore = value.isObject() && value.size() > 2;
    var known = OparlJson.id(value).flatMap(id -> find(kind, id)).map(JsonNode.class::cast);
    return saysMore || known.isEmpty() ? Optional.of(value).filter(JsonNode::isObject) : known;
  }

  /** Whether a value leads to nothing: no object itself, and the id of none that is there. */
  boolean misses(String kind, JsonNode value) {
    return !value.isObject() && OparlJson.id(value).filter(id -> has(kind, id)).isEmpty();
  }

  /** How many objects of a kind there were, with tombstones and those without id. */
  int read(String kind) {
    return read.getOrDefault(kind, 0);
  }

  /** Why objects of a kind were left out: the first, and how many. */
  Tally rejected(String kind) {
    return rejected.computeIfAbsent(kind, k -> new Tally());
  }

  @Override
  public void close() {
    objects.close();
  }
}
