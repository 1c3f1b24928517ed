package org.allmende.server.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.catalog.validate.Violation;

/** All that was noticed, by topic. For one thread. */
final class Findings {

  /**
   * Where something was noticed.
   *
   * @param subject guid of the dataset, or address of the page
   * @param detail the value concerned
   */
  record Place(String subject, Detail detail) {}

  /** All places of one topic. */
  record Group(Topic topic, List<Place> places) {}

  private static final Comparator<Group> WORST_FIRST =
      Comparator.comparing(group -> group.topic().effect());

  private final Map<Check, Topic> ofChecks = new EnumMap<>(Check.class);
  private final Map<Topic, List<Place>> places = new LinkedHashMap<>();

  void note(Check check, String subject, Detail detail) {
    note(ofChecks.computeIfAbsent(check, Topic::of), subject, detail);
  }

  void note(Check check, String subject, String value) {
    note(check, subject, Detail.of(value));
  }

  void note(Check check, String subject) {
    note(check, subject, Detail.NONE);
  }

  void note(Violation violation, String subject, String value) {
    note(Topic.of(violation), subject, Detail.of(value));
  }

  private void note(Topic topic, String subject, Detail detail) {
    places.computeIfAbsent(topic, t -> new ArrayList<>()).add(new Place(subject, detail));
  }

  /** The topics with their places, the worst effect first, then in the order of their discovery. */
  List<Group> groups() {
    return places.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .sorted(WORST_FIRST)
        .toList();
  }

  /** True when there is a finding with this effect. */
  boolean has(Effect effect) {
    return places.keySet().stream().anyMatch(topic -> topic.effect() == effect);
  }

  /** True when something does not reach the portal, or leaves it. */
  boolean hasLoss() {
    return places.keySet().stream().anyMatch(topic -> topic.effect().isLoss());
  }

  /** The subjects of an effect, each once. */
  Stream<String> subjects(Effect effect) {
    return places.entrySet().stream()
        .filter(entry -> entry.getKey().effect() == effect)
        .flatMap(entry -> entry.getValue().stream())
        .map(Place::subject)
        .distinct();
  }
}
