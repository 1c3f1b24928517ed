package org.allmende.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.model.Identity;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.Wording;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.copy.RawCopy;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.Fetchers;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.fetch.Validators;
import org.allmende.harvest.fetch.Waiter;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.table.MappedSourceFormat;
import org.allmende.harvest.source.table.Row;
import org.allmende.harvest.source.table.Table;

/** Tries a source and tells what came of it, in a table and in sentences. */
final class TrialReport {

  static final int MOST_ROWS = 1_000;

  private static final int USUAL_WIDTH = 120;

  private final TriedSource tried;
  private final int rows;
  private final String language;
  private final Wording words;

  private final boolean isOfCopy;

  /**
   * A report.
   *
   * @param rows how many are shown
   * @param isOfCopy whether the copy of the last good run is read instead of the source
   */
  TrialReport(TriedSource tried, int rows, String language, boolean isOfCopy) {
    this.isOfCopy = isOfCopy;
    this.tried = tried;
    this.rows = rows;
    this.language = language;
    this.words = Wording.of("server.trial", language);
  }

  /** Reads and prints; false when no row is left. */
  boolean print(Console console) throws IOException {
    var source = tried.source();
    var format = SourceFormats.all().require(source.format());
    var complaints = format.check(source);
    if (!complaints.isEmpty()) {
      throw SourceException.of("unusable", source.id(), String.join("; ", complaints));
    }
    var copy = isOfCopy ? Optional.of(copy()) : Optional.<RawCopy>empty();
    var fetcher = copy.isPresent() ? copy.get().replay() : fetcher();
    // What a source was asked for may depend on the day: a copy is read as on its own.
    var now = copy.map(RawCopy::taken).orElseGet(Instant::now);
    var hasRows = false;
    try (var records = records(format, context(now), fetcher)) {
      for (var all = records.limit(rows).iterator(); all.hasNext(); ) {
        hasRows |= print(all.next(), console);
      }
    }
    print(fetcher.notes(), console.out());
    console.out().flush();
    return hasRows;
  }

  /** Prints a table, or the name of an entry; false for a table without rows. */
  private boolean print(SourceRecord record, Console console) {
    if (!(record instanceof SourceRecord.TableEntry entry)) {
      console.out().println(record.key());
      return true;
    }
    if (!entry.key().isEmpty()) {
      console.out().println("== " + entry.key());
    }
    print(entry.table(), console);
    return !entry.table().rows().isEmpty();
  }

  /** What is told of the source as a whole. */
  private void print(RunNotes notes, PrintWriter out) {
    lines(out, "unreadable", texts(notes.unreadableEntries()));
    lines(out, "warnings", texts(notes.warnings()));
    notes.whyCutShort().ifPresent(why -> line(out, "cut", why.text(language)));
  }

  private List<String> texts(List<Reason> reasons) {
    return reasons.stream().map(reason -> reason.text(language)).toList();
  }

  private HarvestContext context(Instant now) {
    var catalog = tried.catalog().withLanguage(language);
    var town = catalog.municipality();
    return new HarvestContext(
            tried.source(), new Identity(catalog.url(), catalog.url()), catalog, now)
        .within(town.flatMap(Gazetteer.in(tried.data())::boundaryOf));
  }

  private Stream<SourceRecord> records(SourceFormat format, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var source = tried.source();
    if (format instanceof MappedSourceFormat mapped) {
      var table = mapped.first(source, context, fetcher, rows);
      return Stream.of(new SourceRecord.TableEntry("", table, List.of()));
    }
    return format.open(source, context, fetcher);
  }

  private Fetcher fetcher() throws IOException {
    return Fetchers.standard(Clock.systemUTC(), Waiter.sleeping())
        .open(tried.source(), Validators.none());
  }

  private RawCopy copy() {
    var id = tried.source().id();
    var copy = RawCopies.in(tried.data()).find(id);
    if (copy.isEmpty()) {
      throw new WrongCallException(
          "No copy of the source \"" + id + "\" is kept below " + tried.data() + ".");
    }
    return copy.get();
  }

  private void print(Table table, Console console) {
    var out = console.out();
    new TextTable(titles(table), table.rows().stream().limit(rows).map(this::cells).toList())
        .print(out, width(console));
    out.println();
    var notes = table.notes();
    out.println(words.get("counts", notes.rowsRead(), notes.rowsKept()));
    line(out, "encoding", notes.encoding());
    line(out, "rule", notes.filterRule().in(language).orElse(""));
    table.stateDate().ifPresent(date -> line(out, "state", date.toString()));
    line(out, "outputs", String.join(", ", table.outputs()));
    lines(out, "skipped", notes.skipped());
    lines(out, "repairs", notes.repairs());
    lines(out, "warnings", notes.warnings());
  }

  private void line(PrintWriter out, String name, String value) {
    if (!value.isEmpty()) {
      out.println(words.get(name, value));
    }
  }

  private void lines(PrintWriter out, String name, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println(words.get(name));
      lines.forEach(line -> out.println("  " + line));
    }
  }

  private static int width(Console console) {
    var columns = console.environment().getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  private List<String> titles(Table table) {
    var titles = new ArrayList<String>();
    titles.add(words.get("key"));
    table
        .columns()
        .forEach(c -> titles.add(c.name() + " (" + c.type().name().toLowerCase(Locale.ROOT) + ")"));
    if (table.hasGeometry()) {
      titles.add(words.get("place"));
    }
    return titles;
  }

  private List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    cells.add(row.key());
    row.values().forEach(value -> cells.add(value == null ? "" : shown(value)));
    row.geometry().ifPresent(place -> cells.add(place.type() + " " + place.coordinates()));
    return cells;
  }

  private static String shown(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
        : value.toString();
  }
}
