package org.allmende.harvest.fetch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.harvest.Reason;

/**
 * What a run's report should say beside the outcomes; filled by one thread while a source is read.
 */
public final class RunNotes {

  /** How many notes of one kind are kept; the count goes on. */
  public static final int KEPT = 20;

  private final List<Reason> unreadable = new ArrayList<>();
  private final List<Reason> warnings = new ArrayList<>();
  private final Set<String> kept = new LinkedHashSet<>();
  private int unreadableCount;
  private Optional<Reason> cut = Optional.empty();

  /** An entry that could not be read: where, what came, what was expected. */
  public void unreadable(Reason what) {
    unreadableCount++;
    if (unreadable.size() < KEPT) {
      unreadable.add(what);
    }
  }

  /** Something the operator should know. */
  public void warning(Reason what) {
    if (warnings.size() < KEPT && !warnings.contains(what)) {
      warnings.add(what);
    }
  }

  /** The walk ended early: absence in this run proves nothing. */
  public void cutShort(Reason why) {
    if (cut.isEmpty()) {
      cut = Optional.of(why);
    } else {
      warning(why);
    }
  }

  /** Why the walk ended early: the first reason; others stand among the warnings. */
  public Optional<Reason> whyCutShort() {
    return cut;
  }

  /**
   * A record that this run does not bring although nobody said that it is gone: its dataset stays
   * until somebody says that the absence is right.
   */
  public void keep(String key) {
    kept.add(key);
  }

  /** The keys of records that are not brought and not gone. */
  public Set<String> kept() {
    return Set.copyOf(kept);
  }

  /** Entries that could not be read, at most {@value #KEPT}. */
  public List<Reason> unreadableEntries() {
    return List.copyOf(unreadable);
  }

  /** How many entries could not be read. */
  public int unreadableCount() {
    return unreadableCount;
  }

  /** Warnings, at most {@value #KEPT}. */
  public List<Reason> warnings() {
    return List.copyOf(warnings);
  }

  /** False when the walk was cut short. */
  public boolean isComplete() {
    return cut.isEmpty();
  }
}
