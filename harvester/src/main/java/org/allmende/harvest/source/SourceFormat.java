package org.allmende.harvest.source;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.Submission;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.fetch.Fetcher;

/**
 * How a kind of source is written. Every implementation passes {@code SourceFormatContract}.
 *
 * <p>Free of state: one instance serves all sources, also at the same time.
 */
public interface SourceFormat {

  /** The name used in the configuration, such as {@code "oparl"}. */
  String id();

  /**
   * What is wrong with a source's own settings for this format, each in one sentence; empty if
   * nothing.
   */
  List<String> check(HarvestSource source);

  /**
   * Streams the records of the source, in its order; the caller closes the stream. Entries that
   * cannot be read are told to {@code fetcher.notes()} and left out; they never end the stream.
   *
   * @throws IOException when the source as a whole cannot be read; the message says where, what was
   *     expected, what came
   */
  Stream<SourceRecord> open(HarvestSource source, HarvestContext context, Fetcher fetcher)
      throws IOException;

  /** True when the same document gives other records tomorrow: it is then read in every run. */
  default boolean dependsOnTime() {
    return false;
  }

  /**
   * Describes one record. Does no I/O, so that every mapping can be tested with two strings.
   *
   * @throws MappingException when the record cannot become a dataset
   */
  Submission map(SourceRecord record, HarvestContext context) throws MappingException;
}
