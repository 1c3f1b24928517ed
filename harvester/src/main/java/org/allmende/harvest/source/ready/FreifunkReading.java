package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.NotModifiedException;
import org.allmende.harvest.source.table.Note;
import org.allmende.vocab.codelist.Municipalities;

/**
 * Freifunk in its three layers ({@code sources.md} 5.1): a list of nodes in any of five formats, a
 * community's API file that names such lists, or the directory of all communities, from which the
 * municipality's is taken. A node that stands in several lists counts once.
 */
final class FreifunkReading implements TableReading {

  /** Where lists say when they were made. */
  private static final List<String> TIMES = List.of("timestamp", "updated_at");

  /** Nodes that nobody has seen for a month go. */
  @Override
  public boolean dependsOnTime() {
    return true;
  }

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var walk = new Walk(source, context, fetcher);
    walk.follow(source.location(), JsonTexts.read(fetcher.fetch(source.location())));
    if (walk.lists == 0) {
      throw SourceException.of("freifunk-no-list", source.location());
    }
    // What a node says about itself differs from firmware to firmware, and is not told.
    var shape =
        new AliasShape(source.mapping().orElseThrow(), Finishes.freifunk(context.now()), false);
    var place = AnyDocument.shortName(source.location());
    return List.of(new Part("", new ShapedRows(walk.rows, shape), place));
  }

  /** One way through the layers. */
  private static final class Walk {
    private final HarvestSource source;
    private final HarvestContext context;
    private final Fetcher fetcher;
    private final ObjectRows rows = new ObjectRows();
    private final Set<String> known = new HashSet<>();
    private int lists;

    Walk(HarvestSource source, HarvestContext context, Fetcher fetcher) {
      this.source = source;
      this.context = context;
      this.fetcher = fetcher;
    }

    void follow(String address, JsonNode json) throws IOException {
      if (json.has("nodeMaps") || (json.has("api") && json.has("location"))) {
        community(address, json);
      } else if (json.path("nodes").isContainerNode() || json.isArray()) {
        list(json);
      } else if (isDirectory(json)) {
        directory(json);
      } else {
        throw SourceException.of("freifunk-no-list", address);
      }
    }

    private static boolean isDirectory(JsonNode json) {
      for (var value : json) {
        if (!value.isTextual() || !value.textValue().startsWith("http")) {
          return false;
        }
      }
      return !json.isEmpty();
    }

    /** Communities whose name has the town's in it. */
    private void directory(JsonNode json) throws IOException {
      var town = context.settings().municipality();
      if (town.isEmpty()) {
        throw SourceException.of("no-municipality", source.location());
      }
      var wanted = simple(Municipalities.normalName(town.get().name()));
      var addresses = new ArrayList<String>();
      json.properties()
          .forEach(
              entry -> {
                if (simple(entry.getKey()).contains(wanted)) {
                  addresses.add(entry.getValue().textValue());
                }
              });
      if (addresses.isEmpty()) {
        throw SourceException.of("freifunk-no-community", source.location(), town.get().name());
      }
      for (var address : addresses) {
        followIfThere(address);
      }
    }

    private static String simple(String name) {
      return name.toLowerCase(Locale.GERMAN)
          .replace("ä", "ae")
          .replace("ö", "oe")
          .replace("ü", "ue")
          .replace("ß", "ss")
          .replaceAll("[^a-z0-9]", "");
    }

    private void community(String address, JsonNode json) throws IOException {
      for (var map : json.path("nodeMaps")) {
        var type = map.path("technicalType").asText("").toLowerCase(Locale.ROOT);
        var url = map.path("url").asText("");
        if (type.matches("nodelist|meshviewer|hopglass|ffmap|nodes\\.?json.*")
            || (type.isEmpty() && url.endsWith(".json"))) {
          followIfThere(Fetcher.resolve(address, url));
        }
      }
    }

    /**
     * Many addresses are dead or moved, many lists are broken for a day: the others are read all
     * the same, and this one as it last came.
     */
    private void followIfThere(String address) throws NotModifiedException {
      try {
        follow(address, JsonTexts.read(fetcher.fetch(address)));
      } catch (NotModifiedException e) {
        throw e;
      } catch (IOException e) {
        var why = Reason.of(e);
        var isOld = followCopy(address);
        fetcher.notes().warning(Reason.of(isOld ? "list-old" : "list-unread", address, why));
      }
    }

    private boolean followCopy(String address) {
      if (context.lastCopy().isEmpty()) {
        return false;
      }
      try {
        var document = context.lastCopy().get().replay().fetch(address);
        var json = JsonTexts.read(document);
        if (json instanceof ObjectNode object) {
          // Its nodes are as old as the list, and go like all others when a month has passed.
          object.remove(TIMES);
        }
        follow(address, json);
        fetcher.takeOver(address, document);
        return true;
      } catch (IOException e) {
        return false; // it is not in the copy either
      }
    }

    private void list(JsonNode json) {
      lists++;
      var made = json.path("timestamp").asText(json.path("updated_at").asText(""));
      if (!made.isEmpty()) {
        rows.text("Stand: " + made);
      }
      var nodes = json.isArray() ? json : json.path("nodes");
      if (nodes.isObject()) {
        nodes.properties().forEach(entry -> node(entry.getValue(), entry.getKey(), made));
      } else {
        nodes.forEach(node -> node(node, "", made));
      }
    }

    private void node(JsonNode node, String key, String made) {
      if (node instanceof ObjectNode object) {
        if (!key.isEmpty() && !object.has("id") && !object.has("node_id")) {
          object.put("id", key);
        }
        if (!made.isEmpty()) {
          object.put("_listed", made);
        }
        var id = id(object);
        if (!id.isEmpty() && !known.add(id)) {
          rows.addBroken(Note.of("node-again", id));
          return;
        }
      }
      rows.add(node);
    }

    private static String id(ObjectNode node) {
      return node.path("nodeinfo")
          .path("node_id")
          .asText(node.path("node_id").asText(node.path("id").asText("")));
    }
  }
}
