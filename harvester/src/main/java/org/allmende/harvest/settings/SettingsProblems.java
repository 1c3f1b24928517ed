package org.allmende.harvest.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with settings, so that all of it is reported together. */
public final class SettingsProblems {

  private final Set<String> problems = new LinkedHashSet<>();

  /** Notes a problem; {@code place} such as {@code allmende.yaml, line 12}. */
  public void add(String place, String message) {
    problems.add(place + ": " + message);
  }

  /** What was noted, each once, in the order of discovery. */
  public List<String> all() {
    return List.copyOf(problems);
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * Ends the reading when anything was noted.
   *
   * @throws SettingsException with all problems
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new SettingsException(all());
    }
  }
}
