package org.allmende.harvest.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.SourceException;

/**
 * Gets files from a folder, or the one file that a source names and what lies beside it; nothing
 * else.
 */
public final class FileFetcher implements Fetcher {

  private final Path root;
  private final FetchPolicy policy;
  private final Validators known;
  private final RunNotes notes = new RunNotes();
  private Validators seen = Validators.none();
  private int documents;

  /**
   * A fetcher for one source.
   *
   * @param root the source's file or folder
   */
  public FileFetcher(Path root, FetchPolicy policy) {
    this(root, policy, Validators.none());
  }

  /**
   * The same for a source that was read before.
   *
   * @param known the file as it was when the source was last read completely
   */
  public FileFetcher(Path root, FetchPolicy policy, Validators known) {
    this.root = root.toAbsolutePath().normalize();
    this.policy = policy;
    this.known = known;
  }

  @Override
  public Fetched fetch(String location, String accept) throws IOException {
    var path = inside(location);
    var size = Files.size(path);
    if (size > policy.maxBytes()) {
      throw SourceException.of("file-large", path.toString(), size, policy.maxBytes());
    }
    var body = Files.readAllBytes(path);
    documents++;
    if (documents == 1 && known.isSame(path.toString(), body)) {
      throw new NotModifiedException(path.toString());
    }
    seen =
        new Validators(
            path.toString(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Validators.hash(body)));
    return new Fetched(path.toString(), "", "", body, List.of());
  }

  /** Of a source that is one file: a folder may have others tomorrow. */
  @Override
  public Validators validators() {
    return documents == 1 && Files.isRegularFile(root) ? seen : Validators.none();
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

  /** What a file names, such as the tables of an index, may lie beside it. */
  private Path folder() throws IOException {
    var real = root.toRealPath();
    var parent = real.getParent();
    return Files.isRegularFile(real) && parent != null ? parent : real;
  }

  private Path inside(String location) throws IOException {
    if (location.startsWith("http://") || location.startsWith("https://")) {
      throw SourceException.of("file-only", location);
    }
    try {
      var real = root.resolve(location).toRealPath();
      if (!real.startsWith(folder())) {
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
