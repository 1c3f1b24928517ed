package org.allmende.harvest.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.Reason;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.fetch.Validators;

/**
 * Writes down every document that another fetcher gets. A copy that cannot be written, because the
 * disk is full or the documents are too many, is told in the notes and never ends a run.
 */
public final class CopyingFetcher implements Fetcher, AutoCloseable {

  private final Fetcher fetcher;
  private Optional<CopyFile> copy;

  CopyingFetcher(Fetcher fetcher, Optional<CopyFile> copy) {
    this.fetcher = fetcher;
    this.copy = copy;
  }

  @Override
  public Fetched fetch(String location, String accept) throws IOException {
    var document = fetcher.fetch(location, accept);
    takeOver(location, document);
    return document;
  }

  @Override
  public void takeOver(String location, Fetched document) {
    if (copy.isPresent() && !copy.get().hasRoomFor(document)) {
      giveUp(Reason.of("copy-large", CopyFile.MOST_BYTES));
      return;
    }
    attempt(file -> file.add(location, document));
  }

  /** The run was good: what was written down takes the place of the last copy. */
  public void keep(Instant taken) {
    attempt(file -> file.replace(taken));
  }

  private void attempt(Step step) {
    if (copy.isEmpty()) {
      return;
    }
    try {
      step.apply(copy.get());
    } catch (IOException e) {
      giveUp(Reason.of("copy-unwritten", "" + e.getMessage()));
    }
  }

  private void giveUp(Reason why) {
    notes().warning(why);
    close();
    copy = Optional.empty();
  }

  /** Something done with the file of the copy. */
  @FunctionalInterface
  private interface Step {
    void apply(CopyFile file) throws IOException;
  }

  @Override
  public List<Path> files(String folder) throws IOException {
    return fetcher.files(folder);
  }

  @Override
  public Validators validators() {
    return fetcher.validators();
  }

  @Override
  public RunNotes notes() {
    return fetcher.notes();
  }

  @Override
  public void close() {
    if (copy.isEmpty()) {
      return;
    }
    try {
      copy.get().close();
    } catch (IOException e) {
      notes().warning(Reason.of("copy-unwritten", "" + e.getMessage()));
    }
  }
}
