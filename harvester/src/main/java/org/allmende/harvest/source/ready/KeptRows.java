package org.allmende.harvest.source.ready;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.harvest.SourceMemory;

/**
 * Rows that a service forgets after a while and that stay here: history, no deletions. What was
 * seen last stands at the end; the oldest go when there are too many.
 */
final class KeptRows {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST = 20_000;

  private final String name;
  private final Map<String, JsonNode> rows = new LinkedHashMap<>();

  private KeptRows(String name) {
    this.name = name;
  }

  /** What was kept under a name; each row has its {@code id}. */
  static KeptRows of(SourceMemory memory, String name) throws IOException {
    var kept = new KeptRows(name);
    var text = memory.find(name);
    if (text.isPresent()) {
      MAPPER.readTree(text.get()).forEach(row -> kept.put(row.path("id").asText(), row));
    }
    return kept;
  }

  /** Puts a row in the place of the one with its id. */
  void put(String id, JsonNode row) {
    rows.remove(id);
    rows.put(id, row);
    if (rows.size() > MOST) {
      rows.remove(rows.keySet().iterator().next());
    }
  }

  /** All of them, and keeps them for the next run. */
  Collection<JsonNode> keepIn(SourceMemory memory) throws IOException {
    memory.keep(name, MAPPER.writeValueAsString(rows.values()));
    return rows.values();
  }
}
