package org.allmende.harvest.copy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.harvest.SourceException;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.RunNotes;

/** Gives out the documents of a copy. */
final class ReplayingFetcher implements Fetcher {

  private final RawCopy copy;
  private final Map<String, JsonNode> entries;
  private final RunNotes notes = new RunNotes();

  ReplayingFetcher(RawCopy copy, Map<String, JsonNode> entries) {
    this.copy = copy;
    this.entries = entries;
  }

  @Override
  public Fetched fetch(String location, String accept) throws IOException {
    var entry = entries.get(RawCopy.withoutLogin(location));
    if (entry == null) {
      throw SourceException.of(
          "copy-missing", RawCopy.withoutLogin(location), copy.taken().toString());
    }
    return copy.document(entry);
  }

  @Override
  public List<Path> files(String folder) {
    return entries.keySet().stream().map(Path::of).sorted().toList();
  }

  @Override
  public RunNotes notes() {
    return notes;
  }
}
