package org.allmende.harvest.settings;

import java.util.List;

/** Settings that cannot be used; the message lists every problem, one a line. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // an unmodifiable list of strings is serializable
  private final List<String> problems;

  public SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each problem in one sentence that begins with its place. */
  public List<String> problems() {
    return problems;
  }
}
