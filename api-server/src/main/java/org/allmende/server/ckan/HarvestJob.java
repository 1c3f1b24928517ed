package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.ledger.RunEntry;
import org.allmende.catalog.model.Uuids;
import org.allmende.harvest.schedule.RunRequest;

/**
 * A harvest run as CKAN's job.
 *
 * @param source the id by which the harvester knows the source
 * @param created when it was asked for, or began
 * @param finished when it ended
 * @param report what the run told, as the history keeps it
 */
record HarvestJob(
    String id,
    String source,
    Status status,
    Instant created,
    Optional<Instant> finished,
    JsonNode report) {

  private static final Set<String> ERRORS = Set.of("rejected", "failed", "held");

  /** CKAN's words for how far a job is. */
  enum Status {
    NEW("New"),
    RUNNING("Running"),
    FINISHED("Finished"),
    ABORTED("Aborted");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** Whether more will come of it. */
    boolean isOpen() {
      return this == NEW || this == RUNNING;
    }
  }

  /** A run that was asked for. */
  static HarvestJob of(RunRequest request) {
    return new HarvestJob(
        request.run(),
        request.source(),
        Status.NEW,
        request.since(),
        Optional.empty(),
        CkanJson.MAPPER.createObjectNode());
  }

  /**
   * A run that began.
   *
   * @param isHarvesting whether a run of its source goes on now: one that says so and does not,
   *     died
   */
  static HarvestJob of(RunEntry run, boolean isHarvesting) {
    var report = read(run.report());
    return new HarvestJob(
        run.id(),
        run.source(),
        status(run, report, isHarvesting),
        run.started(),
        run.finished(),
        report);
  }

  private static Status status(RunEntry run, JsonNode report, boolean isHarvesting) {
    if (run.finished().isEmpty()) {
      return isHarvesting ? Status.RUNNING : Status.ABORTED;
    }
    return report.path("reason").asText().equals("aborted") ? Status.ABORTED : Status.FINISHED;
  }

  private static JsonNode read(String report) {
    try {
      return CkanJson.MAPPER.readTree(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the history holds a report that is no JSON", e);
    }
  }

  /** The object of {@code harvest_job_show}. */
  ObjectNode json(ShownSource shown) {
    var json = CkanJson.MAPPER.createObjectNode();
    json.put("id", id);
    json.put("created", CkanJson.time(created));
    var began = status == Status.NEW ? Optional.<Instant>empty() : Optional.of(created);
    json.put("gather_started", began.map(CkanJson::time).orElse(null));
    json.put("gather_finished", finished.map(CkanJson::time).orElse(null));
    json.put("finished", finished.map(CkanJson::time).orElse(null));
    json.put("source_id", shown.id());
    json.put("status", status.word());
    json.set("stats", stats());
    json.set(
        "object_error_summary",
        summary(objectErrors().stream().map(ObjectError::message).toList()));
    json.set("gather_error_summary", summary(gatherErrors()));
    return json;
  }

  private ObjectNode stats() {
    return CkanJson.MAPPER
        .createObjectNode()
        .put("added", count("added"))
        .put("updated", count("changed"))
        .put("not modified", count("unchanged"))
        .put("errored", ERRORS.stream().mapToInt(this::count).sum())
        .put("deleted", count("withdrawn"));
  }

  private int count(String outcome) {
    return report.path("counts").path(outcome).asInt();
  }

  /** How often each message stands there, the most frequent first. */
  private static ArrayNode summary(List<String> messages) {
    var counts = new LinkedHashMap<String, Integer>();
    messages.forEach(message -> counts.merge(message, 1, Integer::sum));
    var summary = CkanJson.MAPPER.createArrayNode();
    counts.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(
            count ->
                summary
                    .addObject()
                    .put("message", count.getKey())
                    .put("error_count", count.getValue()));
    return summary;
  }

  /** The object of {@code harvest_job_report}. */
  ObjectNode errors(ShownSource shown) {
    var json = CkanJson.MAPPER.createObjectNode();
    var gather = json.putArray("gather_errors");
    gatherErrors().forEach(message -> gather.addObject().put("message", message));
    var objects = json.putObject("object_errors");
    for (var error : objectErrors()) {
      var key = Uuids.v5(Uuids.URL, id + "/" + error.key()).toString();
      objects
          .putObject(key)
          .put("guid", error.key())
          .put("original_url", shown.url())
          .putArray("errors")
          .addObject()
          .put("message", error.message())
          .putNull("line")
          .put("type", "Import");
    }
    return json;
  }

  /** What is wrong with one record. */
  private record ObjectError(String key, String message) {}

  private List<ObjectError> objectErrors() {
    var errors = new ArrayList<ObjectError>();
    for (var detail : report.path("details")) {
      if (ERRORS.contains(detail.path("outcome").asText())) {
        errors.add(new ObjectError(detail.path("key").asText(), detail.path("detail_en").asText()));
      }
    }
    return errors;
  }

  /** What is wrong with the whole, or with what could not even be told apart. */
  private List<String> gatherErrors() {
    var errors = new ArrayList<String>();
    var message = message();
    if (!message.isEmpty()) {
      errors.add(message);
    }
    report.path("unreadable_en").forEach(entry -> errors.add(entry.asText()));
    return errors;
  }

  /** Why it failed, was cut short or stopped; empty when it did not. */
  String message() {
    return report.path("message_en").asText();
  }

  /** One line for the log. */
  String line(ShownSource shown) {
    var text = new StringBuilder(shown.name()).append(": ").append(status.word());
    report
        .path("counts")
        .properties()
        .forEach(
            count -> text.append(", ").append(count.getValue()).append(' ').append(count.getKey()));
    return (message().isEmpty() ? text : text.append(". ").append(message())).toString();
  }
}
