package org.allmende.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.allmende.server.archive.Archive.Packing;

/**
 * What the table of contents says of an entry (APPNOTE 4.3.12).
 *
 * @param name its path
 * @param flags bit 0: encrypted; bit 11: the name is UTF-8
 * @param method 0: as it is; 8: deflated
 * @param packed bytes in the archive
 * @param size bytes unpacked
 * @param offset where its own header lies
 */
record Header(String name, int flags, int method, long packed, long size, long offset) {

  /** Bytes before the name. */
  static final int SIZE = 46;

  private static final int SIGNATURE = 0x02014b50;
  private static final int ENCRYPTED = 1;
  private static final int UTF8 = 1 << 11;
  private static final int LARGE = 0x0001;
  private static final long ELSEWHERE = 0xFFFF_FFFFL;

  static final int STORED = 0;
  static final int DEFLATED = 8;

  /**
   * Reads the next one.
   *
   * @param shift what stands before the archive and is not counted by it
   */
  static Header read(ByteBuffer in, long shift) throws IOException {
    var start = in.position();
    if (in.getInt(start) != SIGNATURE) {
      throw new IOException("the table of contents of the archive is broken");
    }
    var flags = Short.toUnsignedInt(in.getShort(start + 8));
    var name = new byte[Short.toUnsignedInt(in.getShort(start + 28))];
    var extra = new byte[Short.toUnsignedInt(in.getShort(start + 30))];
    var comment = Short.toUnsignedInt(in.getShort(start + 32));
    if (in.remaining() < SIZE + name.length + extra.length + comment) {
      throw new IOException("the table of contents of the archive is broken");
    }
    in.get(start + SIZE, name);
    in.get(start + SIZE + name.length, extra);
    in.position(start + SIZE + name.length + extra.length + comment);
    var large = large(extra);
    // In this order, and only those that did not fit (APPNOTE 4.5.3).
    var size = number(in, start + 24, large);
    var packed = number(in, start + 20, large);
    var offset = number(in, start + 42, large);
    return new Header(
        EntryNames.read(name, (flags & UTF8) != 0),
        flags,
        Short.toUnsignedInt(in.getShort(start + 10)),
        packed,
        size,
        offset + shift);
  }

  private static long number(ByteBuffer in, int at, ByteBuffer large) {
    var number = Integer.toUnsignedLong(in.getInt(at));
    return number == ELSEWHERE && large.remaining() >= Long.BYTES
        ? Math.max(0, large.getLong())
        : number;
  }

  /** The numbers that did not fit. */
  private static ByteBuffer large(byte[] extra) {
    var fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
    while (fields.remaining() >= 4) {
      var id = Short.toUnsignedInt(fields.getShort());
      var length = Math.min(Short.toUnsignedInt(fields.getShort()), fields.remaining());
      if (id == LARGE) {
        return fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      }
      fields.position(fields.position() + length);
    }
    return ByteBuffer.allocate(0);
  }

  boolean isFolder() {
    return name.endsWith("/") || name.endsWith("\\");
  }

  Archive.Entry entry(boolean isRepeated) {
    return new Archive.Entry(name, size, packing(), isRepeated);
  }

  private Packing packing() {
    if ((flags & ENCRYPTED) != 0) {
      return Packing.ENCRYPTED;
    }
    return method == STORED || method == DEFLATED ? Packing.READABLE : Packing.UNKNOWN;
  }
}
