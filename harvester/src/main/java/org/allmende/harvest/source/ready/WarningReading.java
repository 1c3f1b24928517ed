package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.NotModifiedException;
import org.allmende.harvest.source.table.Note;

/**
 * Official warnings in the JSON form of CAP 1.2 ({@code sources.md} 8.7): a list of warnings, or
 * the overview of an area that names them by id. What was seen once stays: the service forgets a
 * warning when it is over, and the archive is the dataset. Tests and exercises are never shown as
 * real.
 */
final class WarningReading implements TableReading {

  private static final String ARCHIVE = "warnings";

  @Override
  public List<Part> read(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var archive = KeptRows.of(context.memory(), ARCHIVE);
    var rows = new ObjectRows();
    ObjectFinder.listUnder("warnings", "data", "items")
        .find(
            JsonTexts.read(fetcher.fetch(source.location())),
            found -> take(found, source, fetcher, archive, rows));
    archive.keepIn(context.memory()).forEach(rows::add);
    var shape = new AliasShape(source.mapping().orElseThrow(), AliasShape.Finish.NONE);
    return List.of(
        new Part("", new ShapedRows(rows, shape), AnyDocument.shortName(source.location())));
  }

  private static void take(
      JsonNode found, HarvestSource source, Fetcher fetcher, KeptRows archive, ObjectRows rows) {
    var warning =
        found.has("info") || found.has("identifier") ? found : whole(found, source, fetcher);
    var id = warning.path("identifier").asText(warning.path("id").asText(""));
    var status = warning.path("status").asText("Actual");
    if (id.isEmpty()) {
      rows.addBroken(Note.of("no-id"));
    } else if (!status.equals("Actual")) {
      rows.addBroken(Note.of("warning-not-actual", id, status));
    } else {
      archive.put(id, flat(warning, id));
    }
  }

  /** An overview names the warning alone; where the whole cannot be had the overview must do. */
  private static JsonNode whole(JsonNode found, HarvestSource source, Fetcher fetcher) {
    var id = found.path("id").asText("");
    var isSafe = id.matches("[A-Za-z0-9._:-]{1,200}");
    if (!source.isRemote() || !isSafe) {
      return found;
    }
    var address = Fetcher.resolve(source.location(), "../warnings/" + id + ".json");
    try {
      return JsonTexts.read(fetcher.fetch(address));
    } catch (NotModifiedException e) {
      return found;
    } catch (IOException e) {
      fetcher.notes().warning(Reason.of("list-unread", address, Reason.of(e)));
      return found;
    }
  }

  private static ObjectNode flat(JsonNode warning, String id) {
    var row = JsonNodeFactory.instance.objectNode().put("id", id);
    copy(warning, row, "sender", "sender");
    copy(warning, row, "sent", "sent");
    copy(warning, row, "msgType", "message_type");
    copy(warning, row, "references", "references");
    var info = german(warning.path("info"));
    for (var name :
        List.of("event", "urgency", "severity", "certainty", "effective", "onset", "headline")) {
      copy(info, row, name, name);
    }
    Cells.plain(info.get("expires"))
        .filter(WarningReading::isPlausible)
        .ifPresent(t -> row.put("expires", t));
    if (info.path("category").isContainerNode()) {
      row.set("categories", info.path("category"));
    }
    Cells.plain(info.path("area").path(0).get("areaDesc")).ifPresent(area -> row.put("area", area));
    keys(info).ifPresent(keys -> row.put("regional_keys", keys));
    return row;
  }

  /** One language is enough: German where there is one. */
  private static JsonNode german(JsonNode infos) {
    for (var info : infos) {
      if (info.path("language").asText("de").toLowerCase(java.util.Locale.ROOT).startsWith("de")) {
        return info;
      }
    }
    return infos.path(0);
  }

  /** Some never end: they say so with the year 3021. */
  private static boolean isPlausible(String time) {
    return time.matches("20\\d\\d-.*");
  }

  private static Optional<String> keys(JsonNode info) {
    for (var parameter : info.path("parameter")) {
      if (parameter.path("valueName").asText("").equals("warnVerwaltungsbereiche")) {
        return Cells.plain(parameter.get("value")).map(text -> text.replace(",", ";"));
      }
    }
    return Optional.empty();
  }

  private static void copy(JsonNode from, ObjectNode into, String name, String as) {
    Cells.plain(from.get(name)).ifPresent(text -> into.put(as, text));
  }
}
