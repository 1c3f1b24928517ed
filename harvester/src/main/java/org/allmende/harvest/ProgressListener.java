package org.allmende.harvest;

import java.util.OptionalLong;

/** Is told how far a run has come, on the thread of the run. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Called after every record.
   *
   * @param done records dealt with
   * @param total how many there are, when that is known
   */
  void progress(long done, OptionalLong total);

  /** Tells nobody. */
  static ProgressListener silent() {
    return (done, total) -> {};
  }
}
