package org.allmende.harvest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.jspecify.annotations.Nullable;

/**
 * Takes out what a source no longer has ({@code sources.md} 2.7): what was absent in two complete
 * runs is deprecated, some time later withdrawing, then gone (dcat-ap-de.md 2.4). More than a fifth
 * (and more than 5) at once needs somebody's word. What comes back is active again at once.
 */
final class Departures {

  private static final String ABSENT = "absent:";
  private static final String LEAVING = "leaving:";
  private static final int RUNS = 2;
  private static final int ALWAYS_ALLOWED = 5;
  private static final int SHARE = 5;

  private final Catalog catalog;
  private final String source;
  private final Optional<String> run;
  private final DeparturePeriods periods;

  Departures(Catalog catalog, String source, Optional<String> run, DeparturePeriods periods) {
    this.catalog = catalog;
    this.source = source;
    this.run = run;
    this.periods = periods;
  }

  /** What became of those that are absent. */
  sealed interface Result {}

  /** Counted, or sent on their way. */
  record Gone(List<HarvestOutcome> outcomes) implements Result {}

  /** So many would go that nothing was done. */
  record TooMany(int losses, int all) implements Result {}

  /**
   * Counts a complete run, and sends on its way what is absent for the second time.
   *
   * @param seen the keys that the source has
   * @param acceptLosses somebody said that the losses are right
   */
  Result settle(Set<String> seen, boolean acceptLosses) {
    var all = catalog.ledger().read(snapshot -> snapshot.datasetsOf(source));
    var notes = notes();
    var changes = new LinkedHashMap<String, String>();
    var outcomes = new ArrayList<HarvestOutcome>();
    var leaving = new LinkedHashMap<DatasetUri, String>();
    all.forEach(
        (uri, key) -> {
          if (seen.contains(key)) {
            forget(uri, notes, changes);
          } else if (!notes.containsKey(LEAVING + uri)) {
            var runs = Math.min(RUNS, count(notes.get(ABSENT + uri)) + 1);
            changes.put(ABSENT + uri, Integer.toString(runs));
            if (runs < RUNS) {
              outcomes.add(new HarvestOutcome.Missing(key, uri));
            } else {
              leaving.put(uri, key);
            }
          }
        });
    remember(changes);
    var losses = leaving.size();
    if (!acceptLosses && losses > ALWAYS_ALLOWED && losses * SHARE > all.size()) {
      return new TooMany(losses, all.size());
    }
    outcomes.addAll(sendOff(leaving));
    return new Gone(outcomes);
  }

  private Map<String, String> notes() {
    return catalog.ledger().read(snapshot -> snapshot.notes(source));
  }

  /**
   * The source has it. A record that could not be published again leaves the dataset as it was; it
   * waits then, and does not go.
   */
  private void forget(DatasetUri uri, Map<String, String> notes, Map<String, String> into) {
    if (notes.containsKey(ABSENT + uri)) {
      into.put(ABSENT + uri, "");
    }
    if (notes.containsKey(LEAVING + uri)) {
      var isLeaving = catalog.find(uri).filter(e -> e.record().state().isLeaving()).isPresent();
      into.put(LEAVING + uri, isLeaving ? catalog.clock().instant().toString() : "");
    }
  }

  private static int count(@Nullable String note) {
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

  /** The first step; what nobody could see goes at once. */
  private List<HarvestOutcome> sendOff(Map<DatasetUri, String> leaving) {
    var announced = announce(List.copyOf(leaving.keySet()), DatasetState.DEPRECATED);
    var hidden = leaving.keySet().stream().filter(uri -> !announced.contains(uri)).toList();
    withdraw(hidden);
    var outcomes = new ArrayList<HarvestOutcome>();
    leaving.forEach(
        (uri, key) ->
            outcomes.add(
                announced.contains(uri)
                    ? new HarvestOutcome.Announced(key, uri)
                    : new HarvestOutcome.Withdrawn(key, uri)));
    return outcomes;
  }

  /** Takes a step; answers the datasets that took it. */
  private List<DatasetUri> announce(List<DatasetUri> uris, DatasetState step) {
    if (uris.isEmpty()) {
      return List.of();
    }
    var entries = catalog.announceDeparture(uris, step, run);
    var now = catalog.clock().instant().toString();
    var notes = new LinkedHashMap<String, String>();
    entries.forEach(entry -> notes.put(LEAVING + entry.uri(), now));
    remember(notes);
    return entries.stream().map(CatalogEntry::uri).toList();
  }

  /** Takes datasets out, and forgets what was noted about them. */
  void withdraw(List<DatasetUri> uris) {
    if (uris.isEmpty()) {
      return;
    }
    catalog.withdraw(uris, run);
    var notes = new LinkedHashMap<String, String>();
    uris.forEach(
        uri -> {
          notes.put(ABSENT + uri, "");
          notes.put(LEAVING + uri, "");
        });
    remember(notes);
  }

  /**
   * A dataset on its way out.
   *
   * @param entry its current state
   * @param due when it takes the next step
   */
  record Leaving(CatalogEntry entry, Instant due) {}

  /**
   * The datasets on their way out. What somebody took out or brought back meanwhile is forgotten.
   */
  List<Leaving> leaving() {
    var leaving = new ArrayList<Leaving>();
    var changes = new LinkedHashMap<String, String>();
    notes()
        .forEach(
            (note, since) -> {
              if (note.startsWith(LEAVING) && !since.isEmpty()) {
                var uri = new DatasetUri(note.substring(LEAVING.length()));
                catalog
                    .find(uri)
                    .filter(entry -> entry.record().state().isLeaving())
                    .ifPresentOrElse(
                        entry -> leaving.add(new Leaving(entry, due(entry, since))),
                        () -> changes.put(note, ""));
              }
            });
    remember(changes);
    return leaving;
  }

  private Instant due(CatalogEntry entry, String since) {
    return begun(entry, since).plus(periods.of(entry.record().state()));
  }

  private static Instant begun(CatalogEntry entry, String since) {
    try {
      return Instant.parse(since);
    } catch (DateTimeParseException e) {
      return entry.revision().at(); // a note that was damaged: the revision knows it too
    }
  }

  /**
   * Takes the steps whose time has come. Each state is shown for its whole period, however late the
   * step before was taken.
   */
  List<HarvestOutcome> advance() {
    var now = catalog.clock().instant();
    var outcomes = new ArrayList<HarvestOutcome>();
    for (var due = due(now); !due.isEmpty(); due = due(now)) {
      var deprecated = due.stream().filter(e -> e.record().state() == DatasetState.DEPRECATED);
      var last = due.stream().filter(e -> e.record().state() == DatasetState.WITHDRAWING).toList();
      var withdrawing = deprecated.toList();
      announce(withdrawing.stream().map(CatalogEntry::uri).toList(), DatasetState.WITHDRAWING);
      withdraw(last.stream().map(CatalogEntry::uri).toList());
      withdrawing.forEach(e -> outcomes.add(new HarvestOutcome.Withdrawing(key(e), e.uri())));
      last.forEach(e -> outcomes.add(new HarvestOutcome.Withdrawn(key(e), e.uri())));
    }
    return outcomes;
  }

  private List<CatalogEntry> due(Instant now) {
    return leaving().stream()
        .filter(leaving -> !leaving.due().isAfter(now))
        .map(Leaving::entry)
        .toList();
  }

  private static String key(CatalogEntry entry) {
    return entry.record().sourceKey().orElse("");
  }
}
