package org.allmende.harvest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's report that a clerk can read ({@code sources.md} 2.8). */
final class RunReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Berlin"));

  private final HarvestRun run;
  private final String language;
  private final Wording texts;
  private final List<String> lines = new ArrayList<>();

  RunReport(HarvestRun run, String language) {
    this.run = run;
    this.language = language;
    this.texts = Wording.report(language);
  }

  String text() {
    head();
    counts();
    run.tables().forEach(this::table);
    list("unreadable", texts(run.unreadable()), run.unreadableCount());
    list("warnings", texts(run.warnings()), run.warnings().size());
    details();
    offPages();
    leaving();
    run.next().ifPresent(next -> add("next", time(next)));
    return String.join("\n", lines) + "\n";
  }

  private void head() {
    var result = texts.get("result." + run.result().name().toLowerCase(Locale.ROOT));
    lines.add(texts.get("head", run.source(), result));
    run.reason().ifPresent(reason -> lines.add("  " + reason.text(language)));
    if (run.isDry()) {
      add("dry");
    }
    add("time", time(run.started()), seconds());
  }

  private String seconds() {
    var millis = Duration.between(run.started(), run.finished()).toMillis();
    return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
  }

  private void counts() {
    var parts = new ArrayList<String>();
    run.counts().forEach((kind, count) -> parts.add(count + " " + texts.get("kind." + kind.id())));
    if (!parts.isEmpty()) {
      add("datasets", String.join(", ", parts));
    }
  }

  private void table(String key, HarvestRun.TableReading reading) {
    var notes = reading.notes();
    if (!key.isEmpty()) {
      add("table", key);
    }
    add("rows", notes.rowsRead(), notes.rowsKept(), notes.rowsRead() - notes.rowsKept());
    if (!notes.encoding().isEmpty()) {
      add("encoding", notes.encoding());
    }
    notes.filterRule().in(language).ifPresent(rule -> add("filter", rule));
    reading.stateDate().ifPresent(date -> add("state", time(date).substring(0, 10)));
    list("skipped", notes.skipped(), notes.skipped().size());
    list("repairs", notes.repairs(), notes.repairs().size());
    list("warnings", notes.warnings(), notes.warnings().size());
  }

  private void details() {
    for (var outcome : run.details()) {
      var name = outcome.key().isEmpty() ? run.source() : outcome.key();
      lines.add(
          "  "
              + texts.get("kind." + outcome.kind().id())
              + ": "
              + name
              + " ("
              + outcome.detail(language)
              + ")");
    }
  }

  private List<String> texts(List<Reason> reasons) {
    return reasons.stream().map(reason -> reason.text(language)).toList();
  }

  private void offPages() {
    if (run.offPagesCount() == 0) {
      return;
    }
    add("off-pages", run.offPagesCount());
    for (var dataset : run.offPages()) {
      lines.add("  " + dataset.name() + ":");
      dataset.reasons(language).forEach(reason -> lines.add("    " + reason));
    }
  }

  private void leaving() {
    if (run.leavingCount() == 0) {
      return;
    }
    add("leaving", run.leavingCount());
    for (var dataset : run.leaving()) {
      var step = dataset.state().name().toLowerCase(Locale.ROOT);
      lines.add(
          "    "
              + texts.get("leaving." + step, dataset.name(), time(dataset.due()).substring(0, 10)));
    }
  }

  private void list(String title, List<String> items, int count) {
    if (items.isEmpty()) {
      return;
    }
    add(title, count);
    items.forEach(item -> lines.add("    " + item));
  }

  private void add(String text, Object... values) {
    lines.add("  " + texts.get(text, values));
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
