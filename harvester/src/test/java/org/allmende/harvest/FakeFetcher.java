package org.allmende.harvest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.fetch.RunNotes;

/** A fetcher over a map: what is not in it cannot be had. */
public final class FakeFetcher implements Fetcher {

  private final Map<String, byte[]> bodies = new HashMap<>();
  private final RunNotes notes = new RunNotes();

  public FakeFetcher with(String location, byte[] body) {
    bodies.put(location, body);
    return this;
  }

  @Override
  public Fetched fetch(String location, String accept) throws IOException {
    var body = bodies.get(location);
    if (body == null) {
      throw new IOException(location + ": answered 404 Not Found");
    }
    return new Fetched(location, "", "", body, List.of());
  }

  @Override
  public List<Path> files(String folder) {
    return List.of();
  }

  @Override
  public RunNotes notes() {
    return notes;
  }
}
