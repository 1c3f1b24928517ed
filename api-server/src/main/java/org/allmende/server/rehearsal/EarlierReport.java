package org.allmende.server.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.server.rehearsal.Portal.Entry;
import org.allmende.server.rehearsal.Portal.Fate;

/**
 * What the portal has according to the JSON of an earlier rehearsal: its {@code datasets} whose
 * {@code fate} is {@code new} or {@code rewritten}, each with {@code guid}, {@code title}, and
 * where they have them {@code identifier} and {@code modified}.
 */
final class EarlierReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> THERE = Set.of(Fate.NEW.code(), Fate.REWRITTEN.code());

  private EarlierReport() {}

  /**
   * The datasets that are there; none without a report.
   *
   * @throws IllegalArgumentException when it is no report, or one of a run that ended early
   */
  static List<Entry> portal(Optional<String> report) {
    return report.map(EarlierReport::read).orElse(List.of());
  }

  private static List<Entry> read(String report) {
    var root = parse(report);
    if (!root.path("datasets").isArray()) {
      throw new IllegalArgumentException(
          "expected the JSON of an earlier rehearsal (--format json), got one without"
              + " \"datasets\"");
    }
    if (root.path("endsRun").asBoolean()) {
      throw new IllegalArgumentException(
          "the run of the earlier rehearsal would have ended with an error and changed nothing."
              + " Take the last report of a run that came to its end.");
    }
    var there = new ArrayList<Entry>();
    for (var dataset : root.path("datasets")) {
      if (THERE.contains(dataset.path("fate").asText())) {
        there.add(entry(dataset));
      }
    }
    return there;
  }

  private static JsonNode parse(String report) {
    try {
      return JSON.readTree(report);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "expected the JSON of an earlier rehearsal: " + e.getOriginalMessage(), e);
    }
  }

  private static Entry entry(JsonNode dataset) {
    return new Entry(
        dataset.path("guid").asText(),
        dataset.path("title").asText(),
        text(dataset, "identifier"),
        text(dataset, "modified"),
        Fate.REWRITTEN);
  }

  private static Optional<String> text(JsonNode dataset, String name) {
    return Optional.of(dataset.path(name).asText()).filter(text -> !text.isEmpty());
  }
}
