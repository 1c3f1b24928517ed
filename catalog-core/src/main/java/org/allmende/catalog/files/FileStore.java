package org.allmende.catalog.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files by content hash: the same bytes are kept once, a file never changes, and a name like {@code
 * ab/ab12…} says what is in it. A file is complete or absent: it is written beside and moved.
 *
 * <p>Who stores a content may go on to name it somewhere. A content that nobody names any more is
 * removed by those who know ({@link #release}, {@link #remove}), never under somebody who has just
 * stored the same: each store renews the time of the file, and looks once more whether it is there.
 *
 * <p>Any number of threads and processes may use one directory.
 */
public final class FileStore {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final Path directory;
  private final Clock clock;

  /** Contents that were stored and not yet named anywhere. */
  private final Map<String, Hold> holds = new ConcurrentHashMap<>();

  /**
   * @param holders how many stored the content and have not said what became of it
   * @param isNew whether it was not there before the first of them, and nobody has named it since
   * @param stored when the last of them stored it
   */
  private record Hold(int holders, boolean isNew, Instant stored) {}

  /** A store in this directory, made when the first file comes. */
  public FileStore(Path directory) {
    this(directory, Clock.systemUTC());
  }

  /**
   * The same.
   *
   * @param clock that of whoever names the files, so that one can tell what came first
   */
  public FileStore(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A file in the store.
   *
   * @param sha256 hash of its content, 64 lower-case hexadecimal digits
   * @param size bytes
   */
  public record StoredFile(String sha256, long size) {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Keeps what {@code content} writes; when it throws, nothing is kept. */
  public StoredFile store(Content content) throws IOException {
    return store(content, (hold, isNew, now) -> hold == null ? null : named(hold));
  }

  /** The same until {@link #release} tells what became of it. */
  public StoredFile hold(Content content) throws IOException {
    return store(
        content,
        (hold, isNew, now) ->
            hold == null
                ? new Hold(1, isNew, now)
                : new Hold(hold.holders() + 1, hold.isNew(), now));
  }

  /** What a store makes of the hold on the same content. */
  @FunctionalInterface
  private interface Holding {
    @Nullable Hold after(@Nullable Hold before, boolean isNew, Instant now);
  }

  private StoredFile store(Content content, Holding holding) throws IOException {
    var incoming = directory.resolve("incoming");
    Files.createDirectories(incoming);
    var temporary = Files.createTempFile(incoming, "file", ".part");
    try {
      var sha256 = sha256();
      try (var out = new DigestOutputStream(Files.newOutputStream(temporary), sha256)) {
        content.writeTo(out);
      }
      var hash = HexFormat.of().formatHex(sha256.digest());
      var stored = new StoredFile(hash, Files.size(temporary));
      changing(
          hash,
          hold -> {
            var isNew = keep(temporary, path(hash));
            return holding.after(hold, isNew, Files.getLastModifiedTime(path(hash)).toInstant());
          });
      return stored;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Whether somebody who stored this content here has not said yet what became of it. */
  public boolean isHeld(String hash) {
    return holds.containsKey(hash);
  }

  /**
   * Ends a hold.
   *
   * @param isNamed whether the content is named somewhere now; when it is not, and never was, it
   *     goes with its last holder
   */
  public void release(StoredFile file, boolean isNamed) throws IOException {
    changing(
        file.sha256(),
        hold -> {
          if (hold == null) {
            return null;
          }
          var left = isNamed ? named(hold) : hold;
          if (left.holders() > 1) {
            return new Hold(left.holders() - 1, left.isNew(), left.stored());
          }
          if (left.isNew()) {
            delete(path(file.sha256()), left.stored());
          }
          return null;
        });
  }

  /**
   * Removes a content that nobody names any more, unless somebody holds it or stored it later.
   *
   * @param lastNamed when those who named it last did so
   */
  public void remove(String hash, Instant lastNamed) throws IOException {
    changing(
        hash,
        hold -> {
          if (hold == null && find(hash).isPresent()) {
            delete(path(hash), lastNamed);
          }
          return hold;
        });
  }

  /**
   * The contents that were stored before a time, and not again since; what was half written before
   * it, by a process that died, is removed.
   */
  public Set<String> storedBefore(Instant time) throws IOException {
    var stored = new HashSet<String>();
    if (!Files.isDirectory(directory)) {
      return stored;
    }
    try (var paths = Files.walk(directory, 2)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        if (isOlder(path, time)) {
          var name = String.valueOf(path.getFileName());
          if (SHA_256.matcher(name).matches()) {
            stored.add(name);
          } else if (path.startsWith(directory.resolve("incoming"))) {
            Files.deleteIfExists(path);
          }
        }
      }
    }
    return stored;
  }

  private static boolean isOlder(Path path, Instant time) throws IOException {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(time);
    } catch (NoSuchFileException e) {
      return false; // somebody else has removed it meanwhile
    }
  }

  private static Hold named(Hold hold) {
    return new Hold(hold.holders(), false, hold.stored());
  }

  /** A step that no other one about the same content interrupts in this process. */
  @FunctionalInterface
  private interface Step {
    @Nullable Hold after(@Nullable Hold before) throws IOException;
  }

  private void changing(String hash, Step step) throws IOException {
    try {
      holds.compute(
          hash,
          (key, hold) -> {
            try {
              return step.after(hold);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Whether the content is new here; when it is not, its time is renewed. */
  private boolean keep(Path temporary, Path target) throws IOException {
    if (isRenewed(target)) {
      return false;
    }
    try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.setLastModifiedTime(temporary, FileTime.from(clock.instant()));
    Files.createDirectories(target.getParent());
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return true;
  }

  /** Another process may remove the file at this moment: it counts when it is there afterwards. */
  private boolean isRenewed(Path target) throws IOException {
    try {
      Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
      return Files.exists(target);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Takes the file aside, then looks whether another process has stored the same since. */
  private void delete(Path path, Instant lastKnown) throws IOException {
    if (Files.getLastModifiedTime(path).toInstant().isAfter(lastKnown)) {
      return;
    }
    var aside = directory.resolve("incoming").resolve(path.getFileName() + ".leaving");
    Files.createDirectories(aside.getParent());
    Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    if (Files.getLastModifiedTime(aside).toInstant().isAfter(lastKnown)) {
      Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(aside);
    }
  }

  /** Where the content with this hash lies, or empty; a text that is no hash finds nothing. */
  public Optional<Path> find(String hash) {
    if (!SHA_256.matcher(hash).matches()) {
      return Optional.empty();
    }
    var path = path(hash);
    return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
  }

  /** Opens the content with this hash; the caller closes it. */
  public InputStream open(String hash) throws IOException {
    var path = find(hash);
    if (path.isEmpty()) {
      throw new java.io.FileNotFoundException(
          "the file store has no content with the hash " + hash);
    }
    return Files.newInputStream(path.get());
  }

  private Path path(String hash) {
    return directory.resolve(hash.substring(0, 2)).resolve(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java brings SHA-256", e);
    }
  }
}
