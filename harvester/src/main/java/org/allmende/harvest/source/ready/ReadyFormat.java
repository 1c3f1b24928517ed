package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.Submission;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.table.TableReader;

/** The format of a ready-made type: its documents, read by the type's own mapping. */
final class ReadyFormat implements SourceFormat {

  private final String id;
  private final TableReading reading;

  ReadyFormat(String id, TableReading reading) {
    this.id = id;
    this.reading = reading;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<String> check(HarvestSource source) {
    return source.mapping().isEmpty()
        ? List.of("name it as \"type: " + id + "\", which brings its mapping")
        : List.of();
  }

  @Override
  public boolean dependsOnTime() {
    return reading.dependsOnTime();
  }

  @Override
  public Stream<SourceRecord> open(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var entries = new ArrayList<TableEntry>();
    for (var part : reading.read(source, context, fetcher)) {
      var table =
          TableReader.read(part.rows(), part.place(), source.mapping().orElseThrow(), context);
      var written = table.isCalendar() ? table.alsoAs("ics") : table;
      entries.add(new TableEntry(part.key(), written, List.of(), part.attached().apply(table)));
    }
    return entries.stream()
        .map(SourceRecord.class::cast)
        .onClose(() -> entries.forEach(entry -> entry.table().close()));
  }

  @Override
  public Submission map(SourceRecord record, HarvestContext context) throws MappingException {
    if (!(record instanceof TableEntry entry)) {
      throw new MappingException(Reason.of("other-record", record.key(), id));
    }
    return reading.describe(entry, context);
  }
}
