package org.allmende.harvest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a format wants to know again when it reads the same source the next time: short texts by
 * name. Kept when the run was complete. For one thread.
 */
public final class SourceMemory {

  private static final String PREFIX = "memory:";

  private final Map<String, String> notes;
  private final Map<String, String> changes = new LinkedHashMap<>();

  private SourceMemory(Map<String, String> notes) {
    this.notes = Map.copyOf(notes);
  }

  /** Nothing is known. */
  public static SourceMemory empty() {
    return new SourceMemory(Map.of());
  }

  /** What stands in the notes about a source. */
  static SourceMemory of(Map<String, String> notes) {
    return new SourceMemory(notes);
  }

  /** What was kept under a name when the source was last read completely. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(notes.get(PREFIX + name)).filter(text -> !text.isEmpty());
  }

  /** Keeps a text; an empty one forgets. */
  public void keep(String name, String text) {
    changes.put(PREFIX + name, text);
  }

  /** What the next run will find. */
  public SourceMemory next() {
    var all = new LinkedHashMap<>(notes);
    all.putAll(changes);
    return new SourceMemory(all);
  }

  /** What is to be noted about the source. */
  Map<String, String> changes() {
    return changes;
  }
}
