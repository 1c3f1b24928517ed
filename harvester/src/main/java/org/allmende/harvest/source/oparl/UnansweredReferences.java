package org.allmende.harvest.source.oparl;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceMemory;

/** Addresses that gave nothing, with how often that was and when they are asked for again. */
final class UnansweredReferences {

  private static final String NAME = "oparl-unanswered";
  private static final Duration FIRST_WAIT = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 5;

  /** So that a nightly run is not an hour too early for what the last one noted. */
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private final Map<String, Wait> before;
  private final Instant now;
  private final Map<String, Wait> after = new LinkedHashMap<>();
  private Optional<Reason> first = Optional.empty();
  private int count;

  private record Wait(int failures, Instant until) {}

  private UnansweredReferences(Map<String, Wait> before, Instant now) {
    this.before = before;
    this.now = now;
  }

  /** What the last run noted. */
  static UnansweredReferences from(SourceMemory memory, Instant now) {
    var waits = new LinkedHashMap<String, Wait>();
    memory
        .find(NAME)
        .ifPresent(text -> text.lines().forEach(line -> parse(line.split(" ", 3), waits)));
    return new UnansweredReferences(waits, now);
  }

  private static void parse(String[] parts, Map<String, Wait> into) {
    try {
      if (parts.length == 3) {
        into.put(parts[2], new Wait(Integer.parseInt(parts[0]), Instant.parse(parts[1])));
      }
    } catch (NumberFormatException | DateTimeParseException e) {
      return; // written by another version: the address is asked for again
    }
  }

  /** Whether it is too early to ask again; the note is kept then. */
  boolean mustWait(String address) {
    var wait = before.get(address);
    if (wait == null || !wait.until().minus(TOLERANCE).isAfter(now)) {
      return false;
    }
    after.put(address, wait);
    return true;
  }

  /** An address gave nothing again. */
  void note(String address, Reason why) {
    count++;
    first = first.or(() -> Optional.of(why));
    var failures = 1 + Optional.ofNullable(before.get(address)).map(Wait::failures).orElse(0);
    var length = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    after.put(address, new Wait(failures, now.plus(length)));
  }

  /** How many gave nothing in this run. */
  int count() {
    return count;
  }

  /** Why the first of them gave nothing. */
  Optional<Reason> first() {
    return first;
  }

  void keepIn(SourceMemory memory) {
    memory.keep(
        NAME,
        after.entrySet().stream()
            .map(e -> e.getValue().failures() + " " + e.getValue().until() + " " + e.getKey())
            .collect(Collectors.joining("\n")));
  }
}
