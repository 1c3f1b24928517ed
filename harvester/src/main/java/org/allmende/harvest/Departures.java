package org.allmende.harvest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.model.DatasetUri;

/**
 * Takes out what a source no longer has ({@code sources.md} 2.7): what was absent in two complete
 * runs is withdrawn. More than a fifth (and more than 5) at once needs somebody's word.
 */
final class Departures {

  private static final String ABSENT = "absent:";
  private static final int RUNS = 2;
  private static final int ALWAYS_ALLOWED = 5;
  private static final int SHARE = 5;

  private final Catalog catalog;
  private final String source;
  private final Optional<String> run;

  Departures(Catalog catalog, String source, Optional<String> run) {
    this.catalog = catalog;
    this.source = source;
    this.run = run;
  }

  /** What became of those that are absent. */
  sealed interface Result {}

  /** Counted, or withdrawn. */
  record Gone(List<HarvestOutcome> outcomes) implements Result {}

  /** So many would go that nothing was done. */
  record TooMany(int losses, int all) implements Result {}

  /**
   * Counts a complete run and withdraws what is absent for the second time.
   *
   * @param seen the keys that the source has
   * @param acceptLosses somebody said that the losses are right
   */
  Result settle(Set<String> seen, boolean acceptLosses) {
    var all = catalog.ledger().read(snapshot -> snapshot.datasetsOf(source));
    var notes = catalog.ledger().read(snapshot -> snapshot.notes(source));
    var absent = new LinkedHashMap<DatasetUri, String>();
    var changes = new LinkedHashMap<String, String>();
    var outcomes = new ArrayList<HarvestOutcome>();
    var leaving = new LinkedHashMap<DatasetUri, String>();
    all.forEach(
        (uri, key) -> {
          if (seen.contains(key)) {
            forget(uri, notes, changes);
          } else {
            absent.put(uri, key);
          }
        });
    absent.forEach(
        (uri, key) -> {
          var runs = Math.min(RUNS, count(notes.get(ABSENT + uri)) + 1);
          changes.put(ABSENT + uri, Integer.toString(runs));
          if (runs < RUNS) {
            outcomes.add(new HarvestOutcome.Missing(key, uri));
          } else {
            leaving.put(uri, key);
          }
        });
    remember(changes);
    var losses = leaving.size();
    if (!acceptLosses && losses > ALWAYS_ALLOWED && losses * SHARE > all.size()) {
      return new TooMany(losses, all.size());
    }
    withdraw(List.copyOf(leaving.keySet()));
    leaving.forEach((uri, key) -> outcomes.add(new HarvestOutcome.Withdrawn(key, uri)));
    return new Gone(outcomes);
  }

  private static void forget(DatasetUri uri, Map<String, String> notes, Map<String, String> into) {
    if (notes.containsKey(ABSENT + uri)) {
      into.put(ABSENT + uri, "");
    }
  }

  private static int count(@org.jspecify.annotations.Nullable String note) {
    return note == null || !note.matches("\\d{1,3}") ? 0 : Integer.parseInt(note);
  }

  private void remember(Map<String, String> notes) {
    if (!notes.isEmpty()) {
      catalog
          .ledger()
          .write(
              transaction -> {
                notes.forEach((key, value) -> transaction.note(source, key, value));
                return true;
              });
    }
  }

  /** Takes datasets out, and forgets what was noted about them. */
  void withdraw(List<DatasetUri> uris) {
    catalog.withdraw(uris, run);
    var notes = new LinkedHashMap<String, String>();
    uris.forEach(uri -> notes.put(ABSENT + uri, ""));
    remember(notes);
  }
}
