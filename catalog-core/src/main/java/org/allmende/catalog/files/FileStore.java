package org.allmende.catalog.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files by content hash: the same bytes are kept once, a file never changes, and a name like {@code
 * ab/ab12…} says what is in it. A file is complete or absent: it is written beside and moved.
 *
 * <p>Any number of threads and processes may use one directory.
 */
public final class FileStore {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final Path directory;

  /** A store in this directory, made when the first file comes. */
  public FileStore(Path directory) {
    this.directory = directory;
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
      keep(temporary, path(hash));
      return stored;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void keep(Path temporary, Path target) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    try (var channel =
        java.nio.channels.FileChannel.open(temporary, java.nio.file.StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.createDirectories(target.getParent());
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
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
