package org.allmende.harvest;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.DatasetState;
import org.allmende.harvest.source.table.ReadingNotes;

/**
 * One pass over one source, as it ended.
 *
 * @param id its id
 * @param source the source's id
 * @param isDry true when nothing was published
 * @param started when it began
 * @param finished when it ended
 * @param result how it ended
 * @param reason why it failed, was cut short or stopped; empty when it did not
 * @param counts how many records had which outcome
 * @param details the outcomes that want a look (all but unchanged), at most {@value #KEPT} a kind
 * @param tables how each table of a data source was read, by key
 * @param unreadable entries that could not be read, at most the first 20
 * @param unreadableCount how many there were
 * @param warnings what the operator should know
 * @param offPages datasets that do not stand on harvest pages, at most {@value #KEPT}
 * @param offPagesCount how many there are
 * @param leaving datasets on their way out, at most {@value #KEPT}
 * @param leavingCount how many there are
 * @param next when the source is harvested next
 */
public record HarvestRun(
    String id,
    String source,
    boolean isDry,
    Instant started,
    Instant finished,
    Result result,
    Optional<Reason> reason,
    Map<HarvestOutcome.Kind, Integer> counts,
    List<HarvestOutcome> details,
    Map<String, TableReading> tables,
    List<Reason> unreadable,
    int unreadableCount,
    List<Reason> warnings,
    List<OffPages> offPages,
    int offPagesCount,
    List<Leaving> leaving,
    int leavingCount,
    Optional<Instant> next) {

  /** How many details of one kind are kept. */
  public static final int KEPT = 20;

  public HarvestRun {
    var ordered = new EnumMap<HarvestOutcome.Kind, Integer>(HarvestOutcome.Kind.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
    details = List.copyOf(details);
    tables = Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tables));
    unreadable = List.copyOf(unreadable);
    warnings = List.copyOf(warnings);
    offPages = List.copyOf(offPages);
    leaving = List.copyOf(leaving);
  }

  /** A run that read nothing: what it tells is its outcomes. */
  HarvestRun(
      String id,
      String source,
      boolean isDry,
      Instant started,
      Instant finished,
      Result result,
      Optional<Reason> reason,
      RunTally tally) {
    this(
        id,
        source,
        isDry,
        started,
        finished,
        result,
        reason,
        tally.counts(),
        tally.details(),
        Map.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        0,
        List.of(),
        0,
        Optional.empty());
  }

  /** How a run ended. */
  public enum Result {
    /** All was read. */
    COMPLETE,
    /** The source said that nothing has changed since the last complete run. */
    UNCHANGED,
    /** The walk ended early; what came was published, nothing taken out. */
    CUT_SHORT,
    /** It would take out too much, and waits for {@code --accept-losses}. */
    STOPPED,
    /** It could not be read; nothing was taken out. */
    FAILED
  }

  /**
   * How a table was read.
   *
   * @param notes rows, encoding, repairs
   * @param stateDate the time of which the source says its data are
   */
  public record TableReading(ReadingNotes notes, Optional<Instant> stateDate) {}

  /**
   * A dataset that stays off the harvest pages.
   *
   * @param dataset its IRI
   * @param name its CKAN name
   * @param reasonsDe why, in German, for a clerk
   * @param reasonsEn the same in English
   */
  public record OffPages(
      String dataset, String name, List<String> reasonsDe, List<String> reasonsEn) {
    public OffPages {
      reasonsDe = List.copyOf(reasonsDe);
      reasonsEn = List.copyOf(reasonsEn);
    }

    /** The reasons in a language: English for {@code "en"}, German for any other. */
    public List<String> reasons(String language) {
      return language.equals("en") ? reasonsEn : reasonsDe;
    }
  }

  /**
   * A dataset that its source no longer has, and that is still shown.
   *
   * @param dataset its IRI
   * @param name its CKAN name
   * @param state which step it has reached
   * @param due when it takes the next one
   */
  public record Leaving(String dataset, String name, DatasetState state, Instant due) {}

  /** How a table of a data source was read; {@code ""} for the only one. */
  public Optional<TableReading> findTable(String key) {
    return Optional.ofNullable(tables.get(key));
  }

  /** Why it failed, was cut short or stopped, in a language; empty when it did not. */
  public String message(String language) {
    return reason.map(why -> why.text(language)).orElse("");
  }

  /** How many records had this outcome. */
  public int count(HarvestOutcome.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** True when the command line should end with 0. */
  public boolean isGood() {
    return result == Result.COMPLETE || result == Result.UNCHANGED;
  }

  /**
   * The outcome as the history of runs keeps it: {@code complete}, {@code stopped}, {@code failed}.
   */
  public String outcome() {
    return switch (result) {
      case COMPLETE, UNCHANGED -> "complete";
      case STOPPED -> "stopped";
      case CUT_SHORT, FAILED -> "failed";
    };
  }

  /** The report for people, in German or English ({@code "en"}). */
  public String text(String language) {
    return new RunReport(this, language).text();
  }

  /** The report for machines, as JSON. */
  public String json() {
    return RunJson.of(this);
  }
}
