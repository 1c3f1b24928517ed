package org.allmende.server.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The bytes of one entry as they lie in the archive; closes the archive with itself. */
final class Unpacking extends InputStream {

  /** Bytes of an entry's own header before its name (APPNOTE 4.3.7). */
  private static final int SIZE = 30;

  private static final int SIGNATURE = 0x04034b50;

  private final FileChannel file;
  private long position;
  private long left;

  private Unpacking(FileChannel file, long position, long left) {
    this.file = file;
    this.position = position;
    this.left = left;
  }

  /** The bytes of an entry, unpacked while they are read. */
  static InputStream of(FileChannel file, Header header) throws IOException {
    var own = Contents.part(file, header.offset(), SIZE);
    if (own.getInt(0) != SIGNATURE) {
      throw new IOException("the archive has no entry where it says");
    }
    var start =
        header.offset()
            + SIZE
            + Short.toUnsignedInt(own.getShort(26))
            + Short.toUnsignedInt(own.getShort(28));
    var packed = new Unpacking(file, start, header.packed());
    return header.method() == Header.STORED ? packed : new Inflating(packed);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (left == 0 || length == 0) {
      return length == 0 ? 0 : -1;
    }
    var most = (int) Math.min(length, left);
    var read = file.read(ByteBuffer.wrap(into, from, most), position);
    if (read > 0) {
      position += read;
      left -= read;
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Gives the memory of its inflater back when it is closed. */
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream packed) {
      super(packed, new Inflater(true), 64 * 1024);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }
}
