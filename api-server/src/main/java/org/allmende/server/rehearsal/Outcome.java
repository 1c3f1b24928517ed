package org.allmende.server.rehearsal;

import java.util.stream.Collectors;
import org.allmende.server.rehearsal.Portal.Entry;
import org.allmende.server.rehearsal.Portal.Fate;

/**
 * What came out, for the reports.
 *
 * @param plan what was played
 * @param pages how many pages were read
 * @param mediaType by which they were read
 * @param findings all that was noticed
 * @param portal what became of the datasets
 */
record Outcome(Rehearsal.Plan plan, int pages, String mediaType, Findings findings, Portal portal) {

  /** True when the run ends with an error, so that nothing happens at all. */
  boolean endsRun() {
    return findings.has(Effect.ENDS_RUN);
  }

  long fresh() {
    return portal.count(Fate.NEW);
  }

  long rewritten() {
    return portal.count(Fate.REWRITTEN);
  }

  long imported() {
    return fresh() + rewritten();
  }

  long dropped() {
    return portal.count(Fate.DROPPED);
  }

  /** Known by name; what an early end of the walk deletes is not. */
  long deleted() {
    return findings.groups().stream()
        .filter(group -> isDeletion(group.topic()))
        .mapToLong(group -> group.places().size())
        .sum();
  }

  private static boolean isDeletion(Topic topic) {
    return topic.code().equals(Check.VANISHED.code())
        || topic.code().equals(Check.DUPLICATE_REPLACED.code());
  }

  /** Imported datasets of which something is changed. */
  long changed() {
    return imported(Effect.CHANGED);
  }

  /** Imported datasets that the validation says no to. */
  long invalid() {
    return imported(Effect.INVALID);
  }

  private long imported(Effect effect) {
    var there =
        portal.entries().stream()
            .filter(entry -> entry.fate().isThere())
            .map(Entry::guid)
            .collect(Collectors.toSet());
    return findings.subjects(effect).filter(there::contains).count();
  }
}
