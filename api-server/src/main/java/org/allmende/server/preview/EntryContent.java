package org.allmende.server.preview;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.allmende.harvest.SourceException;
import org.allmende.server.archive.Archive;

/**
 * A file in an archive of ours, unpacked while it is read.
 *
 * @param archive hash of the archive's bytes
 * @param path where the archive lies
 * @param entry what the archive says of the file
 */
public record EntryContent(String archive, Path path, Archive.Entry entry) implements Content {

  @Override
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((archive + '/' + entry.name()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The last part of its path. */
  @Override
  public String name() {
    var slash = Math.max(entry.name().lastIndexOf('/'), entry.name().lastIndexOf('\\'));
    return entry.name().substring(slash + 1);
  }

  @Override
  public long size() {
    return entry.size();
  }

  @Override
  public InputStream open() throws IOException {
    try {
      return new Told(Archive.open(path, entry.name()), name());
    } catch (IOException e) {
      throw broken(e, name());
    }
  }

  private static SourceException broken(IOException e, String name) {
    return SourceException.causedBy(e, "broken-entry", name);
  }

  /** Says of which file it is that the bytes cannot be unpacked. */
  private static final class Told extends FilterInputStream {
    private final String name;

    Told(InputStream in, String name) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw broken(e, name);
      }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return super.read(into, from, length);
      } catch (IOException e) {
        throw broken(e, name);
      }
    }
  }
}
