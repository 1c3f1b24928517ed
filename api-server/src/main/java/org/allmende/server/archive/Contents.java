package org.allmende.server.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** The table of contents of a ZIP file (APPNOTE 4.3.12 to 4.3.16), one header after another. */
final class Contents {

  /** A larger table of contents is not read into memory. */
  private static final long MOST_BYTES = 8L << 20;

  /** The end of the table of contents, and the comment that may follow it. */
  private static final int END = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LONGEST_COMMENT = 65_535;

  /** The same for large archives, before the usual one. */
  private static final int LARGE_END = 56;

  private static final int LARGE_END_SIGNATURE = 0x06064b50;
  private static final int LOCATOR = 20;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;

  /** A number that does not fit stands elsewhere. */
  private static final long ELSEWHERE = 0xFFFF_FFFFL;

  private final ByteBuffer headers;
  private final long count;
  private final long shift;

  private Contents(ByteBuffer headers, long count, long shift) {
    this.headers = headers;
    this.count = count;
    this.shift = shift;
  }

  /**
   * Where the table of contents lies.
   *
   * @param at where its end is told, which is where it ends
   * @param offset where the archive says that it begins
   */
  private record End(long at, long count, long size, long offset) {}

  static Contents read(FileChannel file) throws IOException {
    var end = end(file);
    if (end.size() > MOST_BYTES || end.size() < 0) {
      throw new IOException("the archive has too many entries");
    }
    var start = end.at() - end.size();
    // What stands before the archive, as in one that unpacks itself, is not counted by it.
    return new Contents(part(file, start, (int) end.size()), end.count(), start - end.offset());
  }

  private static End end(FileChannel file) throws IOException {
    var size = (int) Math.min(file.size(), END + LONGEST_COMMENT);
    var start = file.size() - size;
    var tail = part(file, start, size);
    for (var at = size - END; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        var count = Short.toUnsignedInt(tail.getShort(at + 10));
        var bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
        var offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        var usual = new End(start + at, count, bytes, offset);
        return count == 0xFFFF || bytes == ELSEWHERE || offset == ELSEWHERE
            ? large(file, usual)
            : usual;
      }
    }
    throw new IOException("this is no ZIP file");
  }

  private static End large(FileChannel file, End usual) throws IOException {
    if (usual.at() < LOCATOR) {
      return usual;
    }
    var locator = part(file, usual.at() - LOCATOR, LOCATOR);
    if (locator.getInt(0) != LOCATOR_SIGNATURE) {
      return usual; // exactly so many entries
    }
    var at = locator.getLong(8);
    if (at < 0 || at > file.size() - LARGE_END) {
      throw new IOException("the archive is cut off");
    }
    var end = part(file, at, LARGE_END);
    if (end.getInt(0) != LARGE_END_SIGNATURE) {
      throw new IOException("the archive is cut off");
    }
    return new End(at, end.getLong(32), end.getLong(40), end.getLong(48));
  }

  /** A part of a file; less of it than that is an error. */
  static ByteBuffer part(FileChannel file, long start, int size) throws IOException {
    if (start < 0) {
      throw new IOException("the archive is cut off");
    }
    var part = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    while (part.hasRemaining()) {
      if (file.read(part, start + part.position()) < 0) {
        throw new EOFException("the archive is cut off");
      }
    }
    return part.flip();
  }

  /** How many entries the archive says that it has. */
  long count() {
    return count;
  }

  /** The next header; null after the last. */
  @Nullable Header next() throws IOException {
    return headers.remaining() < Header.SIZE ? null : Header.read(headers, shift);
  }

  /** The first header with this name; null when there is none. */
  @Nullable Header find(String name) throws IOException {
    for (var header = next(); header != null; header = next()) {
      if (header.name().equals(name)) {
        return header;
      }
    }
    return null;
  }
}
