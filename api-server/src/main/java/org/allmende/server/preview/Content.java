package org.allmende.server.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.allmende.harvest.SourceException;

/** Bytes that a preview is made of: those of a file of ours, or of a file in an archive of ours. */
public interface Content {

  /** Says which bytes these are: 64 hexadecimal digits, equal for equal bytes of equal name. */
  String hash();

  /** What they are called; the ending says how they are read. */
  String name();

  /** How many there are said to be; what {@link #open} gives may be more or less. */
  long size() throws IOException;

  /** The bytes from the first; the caller closes the stream. */
  InputStream open() throws IOException;

  /** The ending of the name, in lower case. */
  default String extension() {
    return name().substring(name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * All bytes.
   *
   * @throws SourceException when there are more than so many
   */
  default byte[] bytes(long most) throws IOException {
    if (size() > most) {
      throw SourceException.of("file-large", name(), size(), most);
    }
    try (var in = open()) {
      var bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > most) {
        throw SourceException.of("file-large", name(), bytes.length, most);
      }
      return bytes;
    }
  }

  /**
   * The whole of a file.
   *
   * @param hash of its bytes
   * @param path where it lies
   */
  record OfFile(String hash, Path path, String name) implements Content {
    @Override
    public long size() throws IOException {
      return Files.size(path);
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }
}
