package org.allmende.harvest.guess;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.source.table.Sample;

/**
 * Looks at a source and proposes an entry of the settings for it, mapping included, that runs as it
 * is: format, header, key, names and types of columns, where a row is, a title.
 *
 * <p>It says nothing about the license, which only the publisher knows; without one the dataset is
 * a draft.
 */
public final class SourceGuess {

  /** Rows that are looked at. */
  private static final int ROWS = 2_000;

  private final HarvestSource source;
  private final Fetcher fetcher;
  private final Instant now;

  private SourceGuess(HarvestSource source, Fetcher fetcher, Instant now) {
    this.source = source;
    this.fetcher = fetcher;
    this.now = now;
  }

  /**
   * The proposal, as YAML.
   *
   * @param source where it is; its format and mapping do not count
   * @throws IOException when it cannot be had, or is nothing that a mapping can explain
   */
  public static String propose(HarvestSource source, Fetcher fetcher, Instant now)
      throws IOException {
    return new SourceGuess(source, new OnceFetcher(fetcher), now).propose();
  }

  private String propose() throws IOException {
    var form = SourceForm.ofAddress(source.location());
    if (form.isPresent()) {
      return described(new Selection(form.get(), List.of(), Optional.empty(), Optional.empty()));
    }
    var document = fetcher.fetch(source.location());
    return described(GuessedRows.select(document));
  }

  private String described(Selection selection) throws IOException {
    var rows = GuessedRows.rows(source, selection, fetcher, now);
    var sample = Sample.of(rows, ROWS);
    if (sample.rows().isEmpty()) {
      throw SourceException.of("guess-empty", source.location());
    }
    return new ProposalWriter(source.location(), selection, sample).write();
  }
}
