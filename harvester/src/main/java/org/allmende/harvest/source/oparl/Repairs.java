package org.allmende.harvest.source.oparl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was mended while a source was read: each kind once, with how often and where first. */
final class Repairs {

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, String> first = new LinkedHashMap<>();

  void note(String what, String where) {
    counts.merge(what, 1, Integer::sum);
    first.putIfAbsent(what, where);
  }

  List<String> lines() {
    return counts.entrySet().stream()
        .map(e -> e.getKey() + ", " + e.getValue() + " times, first: " + first.get(e.getKey()))
        .toList();
  }
}
