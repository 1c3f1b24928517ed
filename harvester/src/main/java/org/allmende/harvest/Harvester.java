package org.allmende.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.model.Uuids;
import org.allmende.harvest.copy.CopyingFetcher;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.enrich.Enrichment;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetchers;
import org.allmende.harvest.fetch.NotModifiedException;
import org.allmende.harvest.fetch.Validators;
import org.allmende.harvest.fetch.Waiter;
import org.allmende.harvest.place.Boundary;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormats;

/**
 * Harvests sources: each record becomes a dataset in the catalog, or a line in the run's report.
 *
 * <pre>{@code
 * var harvester = Harvester.standard(catalog, periods, Gazetteer.in(dataDirectory), RawCopies.in(dataDirectory));
 * var run = harvester.run(source, RunOptions.usual(), ProgressListener.silent());
 * String report = run.text("de");
 * }</pre>
 *
 * One bad record never ends a run, and a run never ends with an exception: what went wrong stands
 * in the {@link HarvestRun}. Any number of threads may run different sources; the same source is
 * harvested by one run at a time, also across processes.
 */
public final class Harvester {

  /** Part of what validators are valid for: raise it when the same input gives other datasets. */
  private static final String RULES = "2";

  private static final Set<HarvestOutcome.Kind> UNSETTLED =
      Set.of(
          HarvestOutcome.Kind.REJECTED,
          HarvestOutcome.Kind.FAILED,
          HarvestOutcome.Kind.HELD,
          HarvestOutcome.Kind.MISSING);

  private static final String FINGERPRINT = "validators.for";

  private final Catalog catalog;
  private final SourceFormats formats;
  private final Enrichment enrichment;
  private final Fetchers fetchers;
  private final DeparturePeriods periods;
  private final Gazetteer gazetteer;
  private final RawCopies copies;
  private final Clock clock;
  private final RunLog log;

  /** A harvester made of these parts. */
  public Harvester(
      Catalog catalog,
      SourceFormats formats,
      Enrichment enrichment,
      Fetchers fetchers,
      DeparturePeriods periods) {
    this(catalog, formats, enrichment, fetchers, periods, Gazetteer.empty(), RawCopies.none());
  }

  private Harvester(
      Catalog catalog,
      SourceFormats formats,
      Enrichment enrichment,
      Fetchers fetchers,
      DeparturePeriods periods,
      Gazetteer gazetteer,
      RawCopies copies) {
    this.gazetteer = gazetteer;
    this.copies = copies;
    this.periods = periods;
    this.catalog = catalog;
    this.formats = formats;
    this.enrichment = enrichment;
    this.fetchers = fetchers;
    this.clock = catalog.clock();
    this.log = new RunLog(catalog.ledger());
  }

  /** The same without boundaries, and without copies of what was read. */
  public static Harvester standard(Catalog catalog, DeparturePeriods periods) {
    return standard(catalog, periods, Gazetteer.empty(), RawCopies.none());
  }

  /** The harvester of the product: all formats, files and HTTP. */
  public static Harvester standard(
      Catalog catalog, DeparturePeriods periods, Gazetteer gazetteer, RawCopies copies) {
    return new Harvester(
        catalog,
        SourceFormats.all(),
        Enrichment.standard(),
        Fetchers.standard(catalog.clock(), Waiter.sleeping()),
        periods,
        gazetteer,
        copies);
  }

  /**
   * Takes the steps of departures whose time has come, without a run: what a source no longer has
   * goes on its way also when the source is not harvested. Nothing while a run goes on.
   */
  public List<HarvestOutcome> advanceDepartures(String source) {
    if (departures(source, Optional.empty()).leaving().isEmpty()) {
      return List.of();
    }
    var lease = SourceLease.take(catalog.ledger(), source, clock);
    if (lease.isEmpty()) {
      return List.of();
    }
    try {
      return departures(source, Optional.empty()).advance();
    } finally {
      lease.get().close();
    }
  }

  private Departures departures(String source, Optional<String> run) {
    return new Departures(catalog, source, run, periods);
  }

  /** One pass over one source. */
  public HarvestRun run(HarvestSource source, RunOptions options, ProgressListener progress) {
    if (options.dryRun()) {
      return new Pass(source, options, progress).run();
    }
    var lease = SourceLease.take(catalog.ledger(), source.id(), clock);
    if (lease.isEmpty()) {
      var pass = new Pass(source, options, progress);
      return pass.ended(
          HarvestRun.Result.FAILED, Optional.of(Reason.of("busy", clock.instant().toString())));
    }
    try {
      return new Pass(source, options, progress).run();
    } finally {
      lease.get().close();
    }
  }

  /**
   * Takes out all datasets of a source that is no longer configured: at once, since a person says
   * so. Without {@code acceptLosses} nothing is done but counting.
   */
  public HarvestRun withdrawAll(String source, RunOptions options) {
    var started = clock.instant();
    var id = UUID.randomUUID().toString();
    var all = catalog.ledger().read(snapshot -> snapshot.datasetsOf(source));
    var tally = new RunTally();
    var isAccepted = options.acceptLosses() && !options.dryRun();
    if (isAccepted) {
      departures(source, Optional.of(id)).withdraw(List.copyOf(all.keySet()));
      all.forEach((uri, key) -> tally.note(new HarvestOutcome.Withdrawn(key, uri)));
    } else {
      all.forEach((uri, key) -> tally.note(new HarvestOutcome.Missing(key, uri)));
    }
    var run =
        new HarvestRun(
            id,
            source,
            options.dryRun(),
            started,
            clock.instant(),
            isAccepted ? HarvestRun.Result.COMPLETE : HarvestRun.Result.STOPPED,
            Optional.of(Reason.of("losses", all.size(), all.size(), source))
                .filter(losses -> !isAccepted),
            tally);
    if (!options.dryRun()) {
      log.end(run);
    }
    return run;
  }

  /** Records that a run which was asked for under this id will never be. */
  public HarvestRun abandon(String source, String id) {
    var now = clock.instant();
    var why = Optional.of(Reason.of("aborted"));
    var run =
        new HarvestRun(id, source, false, now, now, HarvestRun.Result.FAILED, why, new RunTally());
    log.end(run);
    return run;
  }

  /** Whether a run of this source goes on, in whatever process. */
  public boolean isHarvesting(String source) {
    return SourceLease.isTaken(catalog.ledger(), source, clock);
  }

  private static HarvestRun.Leaving shown(Departures.Leaving leaving) {
    var entry = leaving.entry();
    return new HarvestRun.Leaving(
        entry.uri().value(),
        entry.addresses().name().value(),
        entry.record().state(),
        leaving.due());
  }

  /** One run while it goes on. */
  private final class Pass {
    private final HarvestSource source;
    private final RunOptions options;
    private final ProgressListener progress;
    private final String id;
    private final Instant started = clock.instant();
    private final Optional<Boundary> boundary;
    private final HarvestContext context;
    private final RunTally tally = new RunTally();
    private final Set<String> seen = new HashSet<>();
    private final HarvestBatch batch;
    private final Map<String, String> toRemember = new LinkedHashMap<>();
    private final Map<String, String> notes;
    private final SourceMemory memory;
    private final TableSteps tables;
    private Optional<CopyingFetcher> fetcher = Optional.empty();
    private boolean isHeld;

    Pass(HarvestSource source, RunOptions options, ProgressListener progress) {
      this.source = source;
      this.options = options;
      this.progress = progress;
      this.id = options.id().orElseGet(() -> UUID.randomUUID().toString());
      this.notes = catalog.ledger().read(snapshot -> snapshot.notes(source.id()));
      this.memory = SourceMemory.of(notes);
      this.boundary = catalog.settings().municipality().flatMap(gazetteer::boundaryOf);
      this.context =
          new HarvestContext(source, catalog.identity(), catalog.settings(), started, memory)
              .within(boundary)
              .reportedIn(options.language())
              .withCopy(options.acceptLosses() ? Optional.empty() : copies.find(source.id()));
      this.batch = new HarvestBatch(catalog, options, tally, id);
      this.tables = new TableSteps(source, options, tally, notes, toRemember);
    }

    HarvestRun run() {
      if (!options.dryRun()) {
        log.begin(id, source.id(), started);
      }
      var run = harvested();
      fetcher.ifPresent(CopyingFetcher::close);
      if (!options.dryRun()) {
        log.end(run);
      }
      return run;
    }

    private HarvestRun harvested() {
      try {
        readAll();
        batch.flush();
      } catch (NotModifiedException e) {
        batch.noteUnchanged(source.id());
        advance();
        return ended(HarvestRun.Result.UNCHANGED, Optional.empty());
      } catch (IOException | UncheckedIOException e) {
        return failed(Reason.of(e));
      } catch (RuntimeException e) {
        // Whatever a document made a library throw: the run fails, the process and the others live.
        return failed(Reason.of(e));
      }
      return settled();
    }

    private HarvestRun failed(Reason reason) {
      try {
        batch.flush();
      } catch (RuntimeException e) {
        tally.warn(Reason.of(e));
      }
      return ended(HarvestRun.Result.FAILED, Optional.of(reason));
    }

    private void readAll() throws IOException {
      var format = formats.require(source.format());
      var complaints = format.check(source);
      if (!complaints.isEmpty()) {
        throw SourceException.of("unusable", source.id(), String.join("; ", complaints));
      }
      var asked = fetchers.open(source, format.dependsOnTime() ? Validators.none() : known());
      var opened = (options.dryRun() ? RawCopies.none() : copies).record(source.id(), asked);
      fetcher = Optional.of(opened);
      try (var records = format.open(source, context, opened)) {
        for (var all = records.iterator(); all.hasNext() && isWithinLimits(opened); ) {
          harvest(format, all.next());
          progress.progress(tally.nextRecord(), OptionalLong.empty());
        }
      }
    }

    /** Whatever the format, a run ends at the source's limits. */
    private boolean isWithinLimits(Fetcher opened) {
      var limits = source.fetchPolicy().limits();
      if (tally.records() >= limits.maxRecords()) {
        opened.notes().cutShort(Reason.of("too-many-records", limits.maxRecords()));
      } else if (Duration.between(started, clock.instant()).compareTo(limits.maxTime()) > 0) {
        opened
            .notes()
            .cutShort(Reason.of("too-long", source.location(), limits.maxTime().toMinutes()));
      } else {
        return true;
      }
      return false;
    }

    /** What the server said last, when source and rules are the same and its datasets are there. */
    private Validators known() {
      var isSame = fingerprint().equals(notes.get(FINGERPRINT));
      var hasDatasets = !catalog.ledger().read(s -> s.datasetsOf(source.id())).isEmpty();
      var mayAsk = isSame && hasDatasets && !options.dryRun() && !options.acceptLosses();
      return mayAsk ? Validators.fromNotes(notes) : Validators.none();
    }

    private String fingerprint() {
      var line = boundary.map(Boundary::toString).orElse("");
      return Uuids.v5(Uuids.URL, RULES + source + catalog.settings() + line).toString();
    }

    private void harvest(SourceFormat format, SourceRecord record) throws IOException {
      seen.add(record.key());
      if (record instanceof SourceRecord.TableEntry table && tables.isTooSmall(table)) {
        isHeld = true;
        return;
      }
      try {
        var ready =
            record instanceof SourceRecord.TableEntry table
                ? tables.withFiles(table, catalog.files())
                : record;
        var submission = enrichment.apply(format.map(ready, context), context);
        batch.add(record.key(), submission);
      } catch (MappingException e) {
        tally.note(new HarvestOutcome.Failed(record.key(), e.reason()));
      } catch (RuntimeException e) {
        // One bad record never stops a run; a fault of ours shows with its name.
        tally.note(new HarvestOutcome.Failed(record.key(), Reason.of(e)));
      }
      batch.flushIfFull();
    }

    /** All was read: what is absent is counted, what is known is remembered. */
    private HarvestRun settled() {
      var runNotes = fetcher.map(Fetcher::notes);
      var isComplete = runNotes.map(n -> n.isComplete()).orElse(true);
      if (options.dryRun() || !isComplete) {
        return ended(
            isComplete ? HarvestRun.Result.COMPLETE : HarvestRun.Result.CUT_SHORT,
            runNotes.flatMap(n -> n.whyCutShort()));
      }
      if (runNotes.map(n -> n.unreadableCount()).orElse(0) > 0) {
        tally.warn(Reason.of("unreadable-kept"));
        remember();
        return ended(HarvestRun.Result.COMPLETE, Optional.empty());
      }
      runNotes.ifPresent(n -> holdBack(n.kept()));
      return depart();
    }

    private HarvestRun depart() {
      switch (departures().settle(seen, options.acceptLosses())) {
        case Departures.TooMany many -> {
          return ended(
              HarvestRun.Result.STOPPED,
              Optional.of(Reason.of("losses", many.losses(), many.all(), source.id())));
        }
        case Departures.Gone gone -> gone.outcomes().forEach(tally::note);
      }
      advance();
      remember();
      return ended(
          isHeld ? HarvestRun.Result.STOPPED : HarvestRun.Result.COMPLETE, Optional.empty());
    }

    private Departures departures() {
      return Harvester.this.departures(source.id(), Optional.of(id));
    }

    private void advance() {
      if (!options.dryRun()) {
        departures().advance().forEach(tally::note);
      }
    }

    /** What the source neither brought nor took back stays, until somebody says it may go. */
    private void holdBack(Set<String> keys) {
      if (options.acceptLosses() || keys.isEmpty()) {
        return;
      }
      var known = catalog.ledger().read(snapshot -> snapshot.datasetsOf(source.id())).values();
      keys.stream()
          .filter(known::contains)
          .forEach(
              key -> {
                seen.add(key);
                isHeld = true;
                tally.note(new HarvestOutcome.Held(key, Reason.of("emptied", source.id())));
              });
    }

    /**
     * Validators are only good for a run in which every record made it into the catalog and nothing
     * is on its way out: an answer "not modified" would leave all that as it is.
     */
    private void remember() {
      if (!isHeld) {
        fetcher.ifPresent(opened -> opened.keep(started));
      }
      var isFlawless =
          !isHeld
              && fetcher.map(f -> f.notes().unreadableCount()).orElse(0) == 0
              && Collections.disjoint(tally.counts().keySet(), UNSETTLED);
      var validators =
          fetcher.map(Fetcher::validators).filter(v -> isFlawless).orElse(Validators.none());
      toRemember.putAll(memory.changes());
      toRemember.putAll(validators.toNotes());
      toRemember.put(FINGERPRINT, fingerprint());
      catalog
          .ledger()
          .write(
              transaction -> {
                toRemember.forEach((key, value) -> transaction.note(source.id(), key, value));
                return true;
              });
    }

    HarvestRun ended(HarvestRun.Result result, Optional<Reason> reason) {
      var runNotes = fetcher.map(Fetcher::notes);
      var warnings = new ArrayList<>(runNotes.map(n -> n.warnings()).orElse(List.of()));
      warnings.addAll(tally.warnings());
      var leaving = departures().leaving();
      return new HarvestRun(
          id,
          source.id(),
          options.dryRun(),
          started,
          clock.instant(),
          result,
          reason,
          tally.counts(),
          tally.details(),
          tally.tables(),
          runNotes.map(n -> n.unreadableEntries()).orElse(List.of()),
          runNotes.map(n -> n.unreadableCount()).orElse(0),
          warnings,
          tally.offPages(),
          tally.offPagesCount(),
          leaving.stream().limit(HarvestRun.KEPT).map(Harvester::shown).toList(),
          leaving.size(),
          source
              .schedule()
              .flatMap(
                  schedule -> NextRun.after(schedule, started, catalog.settings().timeZone())));
    }
  }
}
