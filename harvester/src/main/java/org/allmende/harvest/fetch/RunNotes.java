package org.allmende.harvest.fetch;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run's report should say beside the outcomes; filled by one thread while a source is read.
 */
public final class RunNotes {

  /** How many notes of one kind are kept; the count goes on. */
  public static final int KEPT = 20;

  private final List<String> unreadable = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int unreadableCount;
  private boolean complete = true;

  /** An entry that could not be read: where, what came, what was expected. */
  public void unreadable(String what) {
    unreadableCount++;
    if (unreadable.size() < KEPT) {
      unreadable.add(what);
    }
  }

  /** Something the operator should know. */
  public void warning(String what) {
    if (warnings.size() < KEPT && !warnings.contains(what)) {
      warnings.add(what);
    }
  }

  /** The walk ended early: absence in this run proves nothing. */
  public void cutShort(String why) {
    complete = false;
    warning(why);
  }

  /** Entries that could not be read, at most {@value #KEPT}. */
  public List<String> unreadableEntries() {
    return List.copyOf(unreadable);
  }

  /** How many entries could not be read. */
  public int unreadableCount() {
    return unreadableCount;
  }

  /** Warnings, at most {@value #KEPT}. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** False when the walk was cut short. */
  public boolean isComplete() {
    return complete;
  }
}
