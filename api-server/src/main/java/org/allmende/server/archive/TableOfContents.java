package org.allmende.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.allmende.harvest.SourceException;

/** What is known of the table of contents of a ZIP file before it is read into memory. */
final class TableOfContents {

  /** So long it may be: some 10,000 entries, which take some 6 MB of memory. */
  private static final long MOST_BYTES = 1L << 20;

  /** The end of the table of contents (APPNOTE 4.3.16), and the comment that may follow it. */
  private static final int END = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LONGEST_COMMENT = 65_535;

  private TableOfContents() {}

  /**
   * How many entries it says that it has, 65,535 for that many or more.
   *
   * @throws SourceException when there is no table, or one that is too long; a length that is told
   *     elsewhere (APPNOTE 4.4.23) is
   */
  static int count(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var tail = tail(channel);
      for (var at = tail.limit() - END; at >= 0; at--) {
        if (tail.getInt(at) == END_SIGNATURE) {
          if (Integer.toUnsignedLong(tail.getInt(at + 12)) > MOST_BYTES) {
            throw SourceException.of("archive-many");
          }
          return Short.toUnsignedInt(tail.getShort(at + 10));
        }
      }
    }
    throw SourceException.of("archive-broken");
  }

  private static ByteBuffer tail(FileChannel file) throws IOException {
    var size = (int) Math.min(file.size(), END + LONGEST_COMMENT);
    var tail = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    var start = file.size() - size;
    while (tail.hasRemaining() && file.read(tail, start + tail.position()) >= 0) {
      // a file may be read in pieces
    }
    return tail.flip();
  }
}
