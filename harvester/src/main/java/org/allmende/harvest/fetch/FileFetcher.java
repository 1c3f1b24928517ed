package org.allmende.harvest.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.allmende.harvest.SourceException;

/** Gets files from a folder, or the one file that a source names; nothing outside of it. */
public final class FileFetcher implements Fetcher {

  private final Path root;
  private final FetchPolicy policy;
  private final RunNotes notes = new RunNotes();

  /**
   * A fetcher for one source.
   *
   * @param root the source's file or folder
   */
  public FileFetcher(Path root, FetchPolicy policy) {
    this.root = root.toAbsolutePath().normalize();
    this.policy = policy;
  }

  @Override
  public Fetched fetch(String location, String accept) throws IOException {
    var path = inside(location);
    var size = Files.size(path);
    if (size > policy.maxBytes()) {
      throw SourceException.of("file-large", path.toString(), size, policy.maxBytes());
    }
    return new Fetched(path.toString(), "", "", Files.readAllBytes(path), List.of());
  }

  @Override
  public List<Path> files(String folder) throws IOException {
    try (var paths = Files.walk(inside(folder))) {
      // Links are not followed: they may lead out of the folder.
      return paths
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private Path inside(String location) throws IOException {
    if (location.startsWith("http://") || location.startsWith("https://")) {
      throw SourceException.of("file-only", location);
    }
    try {
      var real = root.resolve(location).toRealPath();
      if (!real.startsWith(root.toRealPath())) {
        throw SourceException.of("outside", location, root.toString());
      }
      return real;
    } catch (NoSuchFileException e) {
      throw SourceException.causedBy(e, "no-file", location);
    }
  }

  @Override
  public RunNotes notes() {
    return notes;
  }
}
