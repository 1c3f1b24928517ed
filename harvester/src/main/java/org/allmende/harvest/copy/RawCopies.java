package org.allmende.harvest.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.allmende.harvest.fetch.Fetcher;

/**
 * The raw documents of every source as its last good run got them: one ZIP a source, with the
 * documents and an {@code index.json} that says where each came from. A copy is replaced by the
 * next good run, at once and whole; a run that failed, was cut short or stopped leaves it alone.
 *
 * <pre>{@code
 * var copies = RawCopies.in(dataDirectory);
 * try (var recorder = copies.record("wlan", fetcher)) {
 *   read(recorder);
 *   recorder.keep(now);
 * }
 * copies.find("wlan").orElseThrow().replay();
 * }</pre>
 *
 * One run at a time writes the copy of a source; any number of threads may read.
 */
public final class RawCopies {

  private final Optional<Path> folder;

  private RawCopies(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The copies in a data directory: {@code raw/}. */
  public static RawCopies in(Path dataDirectory) {
    return new RawCopies(Optional.of(dataDirectory.resolve("raw")));
  }

  /** No copies are kept. */
  public static RawCopies none() {
    return new RawCopies(Optional.empty());
  }

  /** The copy of a source's last good run; empty before the first, or when it is damaged. */
  public Optional<RawCopy> find(String source) {
    return folder.map(f -> file(f, source)).filter(Files::isRegularFile).flatMap(RawCopy::find);
  }

  /** A fetcher that writes down what comes through it; to be closed. */
  public CopyingFetcher record(String source, Fetcher fetcher) throws IOException {
    if (folder.isEmpty()) {
      return new CopyingFetcher(fetcher, Optional.empty());
    }
    Files.createDirectories(folder.get());
    return new CopyingFetcher(
        fetcher, Optional.of(new CopyFile(source, file(folder.get(), source))));
  }

  private static Path file(Path folder, String source) {
    return folder.resolve(source + ".zip");
  }
}
