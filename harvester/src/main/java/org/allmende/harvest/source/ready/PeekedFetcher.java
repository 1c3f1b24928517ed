package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.RunNotes;

/** A fetcher whose first document was looked at already, and is handed out once without asking. */
final class PeekedFetcher implements Fetcher {

  private final String location;
  private final Fetched peeked;
  private final Fetcher fetcher;
  private Optional<Fetched> atHand;

  private PeekedFetcher(String location, Fetched peeked, Fetcher fetcher) {
    this.location = location;
    this.peeked = peeked;
    this.fetcher = fetcher;
    this.atHand = Optional.of(peeked);
  }

  /** Fetches a document for a look. */
  static PeekedFetcher at(String location, Fetcher fetcher) throws IOException {
    return new PeekedFetcher(location, fetcher.fetch(location), fetcher);
  }

  /** The document. */
  Fetched peeked() {
    return peeked;
  }

  @Override
  public Fetched fetch(String asked, String accept) throws IOException {
    if (asked.equals(location) && atHand.isPresent()) {
      atHand = Optional.empty();
      return peeked;
    }
    return fetcher.fetch(asked, accept);
  }

  @Override
  public List<Path> files(String folder) throws IOException {
    return fetcher.files(folder);
  }

  @Override
  public RunNotes notes() {
    return fetcher.notes();
  }
}
