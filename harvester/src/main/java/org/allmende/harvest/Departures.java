package org.allmende.harvest;

import static org.apache.jena.graph.NodeFactory.createURI;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.ADMS;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;

/**
 * Takes out what a source no longer has, slowly ({@code DESIGN} 2 and 6, {@code dcat-ap-de.md}
 * 2.4): absent in two complete runs, then deprecated for 30 days, withdrawn for 7, then gone. More
 * than a fifth (and more than 5) at once needs somebody's word.
 */
final class Departures {

  private static final Duration DEPRECATED = Duration.ofDays(30);
  private static final Duration WITHDRAWN = Duration.ofDays(7);
  private static final String ABSENT = "absent:";
  private static final String LEAVING = "leaving:";
  private static final int RUNS = 2;
  private static final int ALWAYS_ALLOWED = 5;
  private static final int SHARE = 5;
  private static final String STATUS =
      "http://publications.europa.eu/resource/authority/distribution-status/";

  private final Catalog catalog;
  private final String source;
  private final Instant now;
  private final Optional<String> run;

  Departures(Catalog catalog, String source, Instant now, Optional<String> run) {
    this.catalog = catalog;
    this.source = source;
    this.now = now;
    this.run = run;
  }

  /** What became of those that are absent. */
  sealed interface Result {}

  /** Each went one step. */
  record Gone(List<HarvestOutcome> outcomes) implements Result {}

  /** So many would go that nothing was done. */
  record TooMany(int losses, int all) implements Result {}

  /**
   * Counts a complete run and takes the next step for what is absent.
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
    var losses =
        (int) leaving.keySet().stream().filter(u -> !notes.containsKey(LEAVING + u)).count();
    remember(changes);
    if (!acceptLosses && losses > ALWAYS_ALLOWED && losses * SHARE > all.size()) {
      return new TooMany(losses, all.size());
    }
    leaving.forEach((uri, key) -> outcomes.add(step(uri, key, notes.get(LEAVING + uri))));
    return new Gone(outcomes);
  }

  private static void forget(DatasetUri uri, Map<String, String> notes, Map<String, String> into) {
    for (var note : List.of(ABSENT + uri, LEAVING + uri)) {
      if (notes.containsKey(note)) {
        into.put(note, "");
      }
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

  private HarvestOutcome step(
      DatasetUri uri, String key, @org.jspecify.annotations.Nullable String since) {
    var entry = catalog.find(uri);
    if (entry.isEmpty()) {
      return new HarvestOutcome.Withdrawn(key, uri);
    }
    if (since == null && entry.get().isPublic()) {
      mark(entry.get(), "DEPRECATED");
      remember(Map.of(LEAVING + uri, now.toString()));
      return new HarvestOutcome.Leaving(key, uri);
    }
    var age =
        since == null ? DEPRECATED.plus(WITHDRAWN) : Duration.between(Instant.parse(since), now);
    if (age.compareTo(DEPRECATED) < 0) {
      return new HarvestOutcome.Leaving(key, uri);
    }
    if (age.compareTo(DEPRECATED.plus(WITHDRAWN)) < 0) {
      mark(entry.get(), "WITHDRAWN");
      return new HarvestOutcome.Leaving(key, uri);
    }
    withdraw(List.of(uri));
    return new HarvestOutcome.Withdrawn(key, uri);
  }

  /** Publishes the last description again with this status on every distribution. */
  private void mark(CatalogEntry entry, String status) {
    var description = entry.description();
    var graph = description.copyOfGraph();
    var distributions =
        graph
            .find(description.node(), DCAT.distribution.asNode(), Node.ANY)
            .mapWith(Triple::getObject)
            .toList();
    for (var distribution : distributions) {
      graph.remove(distribution, ADMS.status, Node.ANY);
      graph.add(Triple.create(distribution, ADMS.status, createURI(STATUS + status)));
    }
    var submission =
        new Submission(
            DatasetDescription.owning(entry.uri(), graph),
            entry.record().withState(DatasetState.DEPRECATED),
            Optional.empty(),
            Optional.empty(),
            isOwnData(entry));
    catalog.publish(List.of(submission), run);
  }

  private boolean isOwnData(CatalogEntry entry) {
    var key = entry.record().sourceKey().orElse("");
    var identity = catalog.identity();
    return identity.datasetUri(identity.sourceDatasetId(source, key)).equals(entry.uri());
  }

  /** Takes datasets out at once, and forgets what was noted about them. */
  void withdraw(List<DatasetUri> uris) {
    catalog.withdraw(uris, run);
    var notes = new LinkedHashMap<String, String>();
    uris.forEach(
        uri -> {
          notes.put(ABSENT + uri, "");
          notes.put(LEAVING + uri, "");
        });
    remember(notes);
  }
}
