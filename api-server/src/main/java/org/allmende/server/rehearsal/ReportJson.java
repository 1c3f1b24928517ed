package org.allmende.server.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.allmende.server.rehearsal.Findings.Group;
import org.allmende.server.rehearsal.Portal.Entry;

/** The complete report for programs. */
final class ReportJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportJson() {}

  static String write(Outcome outcome, String language) {
    var root = JSON.createObjectNode();
    root.put("address", outcome.plan().address());
    root.put("profile", outcome.plan().profile().id());
    root.put("mediaType", outcome.mediaType());
    root.put("pages", outcome.pages());
    root.put("endsRun", outcome.endsRun());
    root.put("lossless", !outcome.findings().hasLoss());
    writeCounts(outcome, root.putObject("counts"));
    var findings = root.putArray("findings");
    outcome.findings().groups().forEach(group -> writeGroup(group, language, findings.addObject()));
    var datasets = root.putArray("datasets");
    outcome.portal().entries().forEach(entry -> writeEntry(entry, datasets));
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** As if nothing ended the run. */
  private static void writeCounts(Outcome outcome, ObjectNode counts) {
    counts.put("read", outcome.portal().size());
    counts.put("imported", outcome.imported());
    counts.put("new", outcome.fresh());
    counts.put("rewritten", outcome.rewritten());
    counts.put("changed", outcome.changed());
    counts.put("invalid", outcome.invalid());
    counts.put("dropped", outcome.dropped());
    counts.put("deleted", outcome.deleted());
  }

  private static void writeGroup(Group group, String language, ObjectNode item) {
    item.put("effect", group.topic().effect().code());
    item.put("code", group.topic().code());
    item.put("message", group.topic().message(language));
    item.put("count", group.places().size());
    var places = item.putArray("places");
    for (var place : group.places()) {
      var one = places.addObject().put("subject", place.subject());
      var detail = place.detail().in(language);
      if (!detail.isEmpty()) {
        one.put("detail", detail);
      }
    }
  }

  private static void writeEntry(Entry entry, ArrayNode datasets) {
    var item = datasets.addObject();
    item.put("guid", entry.guid());
    item.put("title", entry.title());
    entry.identifier().ifPresent(identifier -> item.put("identifier", identifier));
    entry.modified().ifPresent(modified -> item.put("modified", modified));
    item.put("fate", entry.fate().code());
  }
}
