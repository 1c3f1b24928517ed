package org.allmende.harvest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** A run's report as JSON; what the history of runs keeps. */
final class RunJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RunJson() {}

  static String of(HarvestRun run) {
    var json = MAPPER.createObjectNode();
    json.put("id", run.id());
    json.put("source", run.source());
    json.put("dry_run", run.isDry());
    json.put("started", run.started().toString());
    json.put("finished", run.finished().toString());
    json.put("result", run.result().name().toLowerCase(Locale.ROOT));
    run.reason().ifPresent(reason -> json.put("reason", reason.name()));
    json.put("message_de", run.message("de"));
    json.put("message_en", run.message("en"));
    var counts = json.putObject("counts");
    run.counts().forEach((kind, count) -> counts.put(kind.id(), count));
    run.details().forEach(outcome -> add(json, outcome));
    run.tables().forEach((key, reading) -> add(json, key, reading));
    putTexts(json, "unreadable", run.unreadable());
    json.put("unreadable_count", run.unreadableCount());
    putTexts(json, "warnings", run.warnings());
    json.put("off_pages_count", run.offPagesCount());
    run.offPages().forEach(dataset -> add(json, dataset));
    json.put("leaving_count", run.leavingCount());
    run.leaving().forEach(dataset -> add(json, dataset));
    run.next().ifPresent(next -> json.put("next", next.toString()));
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }

  private static void add(ObjectNode json, HarvestOutcome outcome) {
    json.withArrayProperty("details")
        .addObject()
        .put("outcome", outcome.kind().id())
        .put("key", outcome.key())
        .put("detail_de", outcome.detail("de"))
        .put("detail_en", outcome.detail("en"));
  }

  private static void add(ObjectNode json, String key, HarvestRun.TableReading reading) {
    var notes = reading.notes();
    var table = json.withArrayProperty("tables").addObject();
    table.put("key", key);
    table.put("rows_read", notes.rowsRead());
    table.put("rows_kept", notes.rowsKept());
    table.put("rows_skipped", notes.rowsRead() - notes.rowsKept());
    table.put("encoding", notes.encoding());
    table.put("filter", notes.filterRule().in("de").orElse(""));
    table.put("filter_en", notes.filterRule().in("en").orElse(""));
    reading.stateDate().ifPresent(date -> table.put("state_date", date.toString()));
    put(table, "skipped", notes.skipped());
    put(table, "repairs", notes.repairs());
    put(table, "warnings", notes.warnings());
  }

  private static void add(ObjectNode json, HarvestRun.OffPages dataset) {
    var object = json.withArrayProperty("off_pages").addObject();
    object.put("dataset", dataset.dataset());
    object.put("name", dataset.name());
    put(object, "reasons_de", dataset.reasonsDe());
    put(object, "reasons_en", dataset.reasonsEn());
  }

  private static void add(ObjectNode json, HarvestRun.Leaving dataset) {
    json.withArrayProperty("leaving")
        .addObject()
        .put("dataset", dataset.dataset())
        .put("name", dataset.name())
        .put("state", dataset.state().name().toLowerCase(Locale.ROOT))
        .put("due", dataset.due().toString());
  }

  /** The same reasons in both languages. */
  private static void putTexts(ObjectNode json, String name, List<Reason> reasons) {
    for (var language : List.of("de", "en")) {
      put(json, name + "_" + language, reasons.stream().map(r -> r.text(language)).toList());
    }
  }

  private static void put(ObjectNode json, String name, List<String> texts) {
    var array = json.putArray(name);
    texts.forEach(array::add);
  }
}
