package org.allmende.server.preview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What lies in a ZIP file, by its table of contents: nothing is unpacked, so no bomb goes off.
 *
 * @param entries the first {@value #MOST} files in it
 * @param count how many entries there are, folders included
 */
public record ArchiveList(List<Entry> entries, long count) {

  private static final int MOST = 500;

  /** A larger table of contents is not read into memory. */
  private static final long MOST_CONTENTS = 16L << 20;

  /** The end of the table of contents (APPNOTE 4.3.16), and the comment that may follow it. */
  private static final int END = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LONGEST_COMMENT = 65_535;

  public ArchiveList {
    entries = List.copyOf(entries);
  }

  /**
   * A file in the archive.
   *
   * @param name its path there
   * @param size bytes unpacked as the archive says; -1 when it does not
   */
  public record Entry(String name, long size) {}

  /**
   * Reads the table of contents.
   *
   * @throws IOException when the file is no ZIP file, or one with too many entries
   */
  public static ArchiveList of(Path file) throws IOException {
    requireModest(file);
    try (var zip = new ZipFile(file.toFile())) {
      var entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .limit(MOST)
              .map(ArchiveList::entry)
              .toList();
      return new ArchiveList(entries, zip.size());
    } catch (IllegalArgumentException e) {
      throw new IOException("names in the archive cannot be read", e);
    }
  }

  private static Entry entry(ZipEntry entry) {
    return new Entry(entry.getName(), entry.getSize());
  }

  private static void requireModest(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var size = (int) Math.min(channel.size(), END + LONGEST_COMMENT);
      var tail = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(tail, channel.size() - size);
      for (var at = size - END; at >= 0; at--) {
        if (tail.getInt(at) == END_SIGNATURE) {
          var contents = Integer.toUnsignedLong(tail.getInt(at + 12));
          if (contents > MOST_CONTENTS) {
            throw new IOException("the archive has too many entries");
          }
          return;
        }
      }
    }
    throw new IOException("this is no ZIP file");
  }
}
