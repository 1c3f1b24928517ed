package org.allmende.catalog.search.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The synonyms of towns with an operator's own, which stand in a file. A change of the file holds
 * within seconds, without a new index and without a restart; a file that cannot be understood any
 * more is told in the log, and the last good one stays.
 *
 * <p>Any number of threads may ask.
 */
public final class SynonymFile implements Supplier<Synonyms> {

  private static final Logger LOG = LoggerFactory.getLogger(SynonymFile.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Path file;
  private final long pauseNanos;
  private volatile State state;

  private record State(Synonyms synonyms, FileTime written, long lookedNanos) {}

  private SynonymFile(Path file, Duration pause) throws IOException {
    this.file = file;
    this.pauseNanos = pause.toNanos();
    this.state = new State(read(file), Files.getLastModifiedTime(file), System.nanoTime());
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException with what is wrong, line by line
   */
  public static SynonymFile open(Path file) {
    return open(file, PAUSE);
  }

  static SynonymFile open(Path file, Duration pause) {
    try {
      return new SynonymFile(file, pause);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot be read as UTF-8 text: " + file + " (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static Synonyms read(Path file) throws IOException {
    var own = Synonyms.parse(Files.readAllLines(file), German.shared());
    return Synonyms.ofTowns().and(own);
  }

  @Override
  public Synonyms get() {
    var now = state;
    if (System.nanoTime() - now.lookedNanos() >= pauseNanos) {
      now = lookAgain();
    }
    return now.synonyms();
  }

  private synchronized State lookAgain() {
    var last = state;
    var looked = System.nanoTime();
    if (looked - last.lookedNanos() < pauseNanos) {
      return last;
    }
    var next = new State(last.synonyms(), last.written(), looked);
    try {
      var written = Files.getLastModifiedTime(file);
      if (!written.equals(last.written())) {
        next = new State(last.synonyms(), written, looked);
        next = new State(read(file), written, looked);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("The synonyms in {} stay as they were: {}", file, e.getMessage());
    }
    state = next;
    return next;
  }
}
