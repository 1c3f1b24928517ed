package org.allmende.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.files.FileStore;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.OutputFile;
import org.allmende.harvest.source.table.TableFiles;

/**
 * What happens to a table between reading and describing: compared with the last run's, then
 * written as files.
 */
final class TableSteps {

  private final HarvestSource source;
  private final RunOptions options;
  private final RunTally tally;
  private final Map<String, String> notes;
  private final Map<String, String> toRemember;

  /**
   * The steps of one run.
   *
   * @param notes what the last run noted about the source
   * @param toRemember what is noted when this one is complete
   */
  TableSteps(
      HarvestSource source,
      RunOptions options,
      RunTally tally,
      Map<String, String> notes,
      Map<String, String> toRemember) {
    this.source = source;
    this.options = options;
    this.tally = tally;
    this.notes = notes;
    this.toRemember = toRemember;
  }

  /** Fewer than half of the rows of last time: the old table stays (DESIGN 2). */
  boolean isTooSmall(SourceRecord.TableEntry entry) {
    tally.noteTable(entry.key(), entry.table());
    var note = "rows:" + entry.key();
    var before = number(notes.getOrDefault(note, "0"));
    var rows = entry.table().rows().size();
    if (!options.acceptLosses() && 2L * rows < before) {
      tally.note(
          new HarvestOutcome.Held(entry.key(), Reason.of("shrunk", rows, before, source.id())));
      return true;
    }
    toRemember.put(note, Integer.toString(rows));
    noteEncoding(entry);
    return false;
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private void noteEncoding(SourceRecord.TableEntry entry) {
    var note = "encoding:" + entry.key();
    var now = entry.table().notes().encoding();
    var before = notes.getOrDefault(note, now);
    if (!before.equals(now)) {
      tally.warn(Reason.of("recoded", before, now));
    }
    toRemember.put(note, now);
  }

  /** Writes a table's files; in a dry run to see that it can be done, and for nothing else. */
  SourceRecord withFiles(SourceRecord.TableEntry entry, FileStore files) throws IOException {
    var style = source.mapping().map(Mapping::csv).orElse(TableFiles.CsvStyle.STANDARD);
    if (!options.dryRun()) {
      return entry.withFiles(stored(entry, style, files));
    }
    var folder = Files.createTempDirectory("allmende-dry-run");
    try {
      return entry.withFiles(stored(entry, style, new FileStore(folder)));
    } finally {
      delete(folder);
    }
  }

  private static List<OutputFile> stored(
      SourceRecord.TableEntry entry, TableFiles.CsvStyle style, FileStore files)
      throws IOException {
    var stored = new ArrayList<>(TableFiles.store(entry.table(), style, files));
    for (var attachment : entry.attachments()) {
      var file = files.store(out -> out.write(attachment.body()));
      var rows = entry.table().rows().size();
      stored.add(new OutputFile(attachment.output(), file.sha256(), file.size(), rows));
    }
    return stored;
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
