package org.allmende.server;

import java.util.ArrayList;
import java.util.List;
import org.allmende.catalog.Publication;

/** What became of the datasets of one file. Filled by one thread. */
final class ImportResult {
  private final List<String> problems = new ArrayList<>();
  private int added;
  private int changed;
  private int unchanged;

  /** Counts what became of a dataset. */
  void note(Publication publication) {
    switch (publication) {
      case Publication.Published published -> {
        if (published.isNew()) {
          added++;
        } else {
          changed++;
        }
      }
      case Publication.Unchanged same -> unchanged++;
      case Publication.Rejected rejected ->
          problems.add(rejected.dataset() + " was rejected: " + rejected.reason());
    }
  }

  /** Notes something that could not be read. */
  void problem(String what) {
    problems.add(what);
  }

  /** How many datasets were dealt with. */
  long done() {
    return (long) added + changed + unchanged + problems.size();
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  boolean isWell() {
    return problems.isEmpty();
  }

  /** The counts in one line. */
  String summary() {
    return "%d new, %d changed, %d unchanged, %d not brought in"
        .formatted(added, changed, unchanged, problems.size());
  }
}
