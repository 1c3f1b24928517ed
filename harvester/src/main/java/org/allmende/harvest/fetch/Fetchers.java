package org.allmende.harvest.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.allmende.harvest.HarvestSource;

/** Chooses the fetcher for a source. */
@FunctionalInterface
public interface Fetchers {

  /**
   * The fetcher for one run of a source.
   *
   * @param known what the server said when the source was last read completely
   */
  Fetcher open(HarvestSource source, Validators known) throws IOException;

  /** HTTP for addresses, files for paths. */
  static Fetchers standard(Clock clock, Waiter waiter) {
    return (source, known) ->
        source.isRemote()
            ? new HttpFetcher(source.location(), source.fetchPolicy(), known, clock, waiter)
            : new FileFetcher(Path.of(source.location()), source.fetchPolicy(), known);
  }
}
