package org.allmende.server.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What lies in a ZIP file, by its table of contents (APPNOTE 4.3.12): nothing is unpacked to make
 * the list, so no bomb goes off. An archive inside the archive is an entry like any other.
 *
 * @param entries the first {@value #MOST} files in it
 * @param count how many entries there are, folders included
 * @param isCut whether it has more files than these
 */
public record Archive(List<Entry> entries, long count, boolean isCut) {

  private static final int MOST = 500;

  public Archive {
    entries = List.copyOf(entries);
  }

  /**
   * A file in the archive.
   *
   * @param name its path there
   * @param size bytes unpacked as the archive says, which may be wrong
   * @param packing how it can be had
   * @param isRepeated whether an entry before it has the same name; only the first can be opened
   */
  public record Entry(String name, long size, Packing packing, boolean isRepeated) {}

  /** How the bytes of an entry are written. */
  public enum Packing {
    /** As they are, or deflated: they can be read. */
    READABLE,
    /** With a password. */
    ENCRYPTED,
    /** In a way that hardly any program uses. */
    UNKNOWN
  }

  /**
   * Reads the table of contents.
   *
   * @throws IOException when the file is no ZIP file, or one with too many entries
   */
  public static Archive of(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var contents = Contents.read(channel);
      var entries = new ArrayList<Entry>();
      var names = new HashSet<String>();
      var files = 0L;
      for (var header = contents.next(); header != null; header = contents.next()) {
        if (!header.isFolder() && files++ < MOST) {
          entries.add(header.entry(!names.add(header.name())));
        }
      }
      return new Archive(entries, contents.count(), files > MOST);
    }
  }

  /** The first entry with this name; empty when there is none. */
  public static Optional<Entry> find(Path file, String name) throws IOException {
    try (var channel = FileChannel.open(file)) {
      return Optional.ofNullable(Contents.read(channel).find(name))
          .map(header -> header.entry(false));
    }
  }

  /**
   * Unpacks the first entry with this name while it is read; the caller closes the stream and
   * counts what comes, for nothing that the archive says of its size need be true.
   *
   * @throws IOException when there is no such entry, or none that can be read
   */
  public static InputStream open(Path file, String name) throws IOException {
    var channel = FileChannel.open(file);
    try {
      var header = Contents.read(channel).find(name);
      if (header == null || header.entry(false).packing() != Packing.READABLE) {
        throw new IOException("the archive has no entry \"" + name + "\" that can be read");
      }
      return Unpacking.of(channel, header);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
