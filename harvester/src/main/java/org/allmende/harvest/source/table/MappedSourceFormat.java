package org.allmende.harvest.source.table;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.Submission;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.SourceFormat;

/**
 * What the formats have in common whose columns a mapping explains: one table, of one document or
 * of what a service gives.
 */
public abstract class MappedSourceFormat implements SourceFormat {

  private final String id;

  /** A format of this name. */
  protected MappedSourceFormat(String id) {
    this.id = id;
  }

  /**
   * What a format reads from.
   *
   * @param source the source that is harvested
   * @param mapping what its columns mean
   * @param fetcher gets its documents
   * @param now the time of the run
   */
  public record Reading(HarvestSource source, Mapping mapping, Fetcher fetcher, Instant now) {}

  /**
   * The rows of a source.
   *
   * @param place name of the source in messages
   * @param rows its rows
   */
  public record Opened(String place, RowSource rows) {}

  /** Opens the source, up to its columns where they stand in front. */
  protected abstract Opened open(Reading reading) throws IOException;

  /** Whether a list of this format may come in pages. */
  protected abstract boolean hasPages();

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final List<String> check(HarvestSource source) {
    if (source.mapping().isEmpty()) {
      return List.of("the format " + id + " needs a \"mapping\" that says what the columns mean");
    }
    var mapping = source.mapping().get();
    if (mapping.reader().isPresent() && !mapping.reader().get().equals(id)) {
      return List.of(
          "its mapping is for the reader " + mapping.reader().get() + ", its format is " + id);
    }
    if (mapping.paging().isPresent() && !hasPages()) {
      return List.of("its mapping has \"paging\", but the format " + id + " has no pages");
    }
    if (mapping.fields().isEmpty() && !mapping.passthrough()) {
      return List.of("its mapping names no fields. Name some, or say passthrough: true");
    }
    return problems(source, mapping);
  }

  /** What a mapping lacks for this format, each in one sentence; empty if nothing. */
  protected List<String> problems(HarvestSource source, Mapping mapping) {
    return List.of();
  }

  @Override
  public final Stream<SourceRecord> open(
      HarvestSource source, HarvestContext context, Fetcher fetcher) throws IOException {
    var reading = reading(source, context, fetcher);
    var opened = open(reading);
    var table = TableReader.read(opened.rows(), opened.place(), reading.mapping(), context);
    return Stream.<SourceRecord>of(new SourceRecord.TableEntry("", table, List.of()))
        .onClose(table::close);
  }

  /** The table of the first rows alone, for a look at what a mapping makes of them. */
  public final Table first(HarvestSource source, HarvestContext context, Fetcher fetcher, int rows)
      throws IOException {
    var reading = reading(source, context, fetcher);
    var opened = open(reading);
    return TableReader.readFirst(opened.rows(), opened.place(), reading.mapping(), context, rows);
  }

  private Reading reading(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException {
    var mapping =
        source
            .mapping()
            .orElseThrow(
                () -> SourceException.of("unusable", source.id(), check(source).getFirst()));
    return new Reading(source, mapping, fetcher, context.now());
  }

  /** The rows of a source; for types whose documents come in several formats. */
  public final Opened rowsOf(Reading reading) throws IOException {
    return open(reading);
  }

  /** The last part of an address or path. */
  protected static String shortName(String location) {
    var path = location.replaceFirst("[?#].*$", "").replaceFirst("[/\\\\]+$", "");
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  @Override
  public final Submission map(SourceRecord record, HarvestContext context) throws MappingException {
    if (!(record instanceof SourceRecord.TableEntry entry)) {
      throw new MappingException(Reason.of("other-record", record.key(), id));
    }
    return new TableDescriber(context).describe(entry);
  }
}
