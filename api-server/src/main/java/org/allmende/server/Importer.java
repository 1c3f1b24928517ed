package org.allmende.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.ckan.CkanDescriptions;
import org.allmende.harvest.source.dcat.DcatDocuments;

/** Brings the datasets of files into the catalog; a bad one never stops the others. */
final class Importer {
  private static final int BATCH = 200;

  private final Catalog catalog;
  private final Progress progress;

  Importer(Catalog catalog, Progress progress) {
    this.catalog = catalog;
    this.progress = progress;
  }

  /** Brings one file in. */
  ImportResult bringIn(Path file) throws IOException {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    var result = new ImportResult();
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      try (var lines = Files.newBufferedReader(file)) {
        bringInLines(lines, result);
      }
    } else {
      bringInGraph(file, result);
    }
    return result;
  }

  private void bringInGraph(Path file, ImportResult result) throws IOException {
    var notes = new RunNotes();
    var graph = Documents.read(file.toString(), notes);
    var entries = DcatDocuments.split(graph, notes);
    notes.unreadableEntries().forEach(entry -> result.problem(entry.text("en")));
    for (var from = 0; from < entries.size(); from += BATCH) {
      var batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
      var submissions =
          batch.stream()
              .map(entry -> DcatDocuments.describe(entry, "", catalog.identity()))
              .map(description -> Submission.of(description, record()))
              .toList();
      publish(submissions, OptionalLong.of(entries.size()), result);
    }
  }

  private void bringInLines(BufferedReader lines, ImportResult result) throws IOException {
    var batch = new ArrayList<Submission>();
    var number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        submission(line, number, result).ifPresent(batch::add);
      }
      if (batch.size() == BATCH) {
        publish(batch, OptionalLong.empty(), result);
        batch.clear();
      }
    }
    publish(batch, OptionalLong.empty(), result);
  }

  private Optional<Submission> submission(String line, int number, ImportResult result) {
    try {
      return Optional.of(CkanDescriptions.describe(line, catalog.identity().base(), record()));
    } catch (MappingException e) {
      result.problem("line " + number + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private void publish(List<Submission> batch, OptionalLong total, ImportResult result) {
    catalog.publish(batch, Optional.empty()).forEach(result::note);
    progress.progress(result.done(), total);
  }

  private CatalogRecord record() {
    return CatalogRecord.own(catalog.clock().instant());
  }
}
