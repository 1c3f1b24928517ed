package org.allmende.harvest.source.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Pieces of bytes in a temporary file, by number in the order in which they came. In memory is only
 * where each lies, 12 bytes for each. Pieces read one after another cost one access to the file for
 * many. For one thread; the file goes when this is closed.
 */
public final class ByteFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int GONE = -1;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final ByteBuffer window = ByteBuffer.allocate(BUFFER).limit(0);
  private long windowBegin;
  private long written;
  private long[] begins = new long[64];
  private int[] lengths = new int[64];
  private int count;

  private ByteFile(FileChannel file) {
    this.file = file;
  }

  /** An empty one. */
  public static ByteFile create() throws IOException {
    var path = Files.createTempFile("allmende", ".rows");
    return new ByteFile(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** How many numbers there are, with those of pieces that are gone. */
  public int count() {
    return count;
  }

  /** Takes a piece, and answers its number. */
  public int add(byte[] piece) {
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    write(count, piece);
    return count++;
  }

  /** Takes a piece in place of the one that has this number. */
  public void replace(int number, byte[] piece) {
    write(number, piece);
  }

  /** Takes a piece out; its number stays. */
  public void remove(int number) {
    lengths[number] = GONE;
  }

  /** Whether the piece with this number was not taken out. */
  public boolean has(int number) {
    return lengths[number] != GONE;
  }

  /** The piece with this number, which must be there. */
  public byte[] read(int number) {
    var bytes = new byte[lengths[number]];
    try {
      if (begins[number] + bytes.length > written) {
        flush();
      }
      if (bytes.length > BUFFER) {
        fill(ByteBuffer.wrap(bytes), begins[number]);
      } else {
        show(begins[number], bytes.length);
        window.get((int) (begins[number] - windowBegin), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  /** Has this part of the file in the window. */
  private void show(long begin, int length) throws IOException {
    if (begin >= windowBegin && begin + length <= windowBegin + window.limit()) {
      return;
    }
    window.clear().limit((int) Math.min(BUFFER, written - begin));
    windowBegin = begin;
    fill(window, begin);
    window.flip();
  }

  private void fill(ByteBuffer bytes, long begin) throws IOException {
    while (bytes.hasRemaining()) {
      if (file.read(bytes, begin + bytes.position()) < 0) {
        throw new IOException("a temporary file ends too early");
      }
    }
  }

  private void write(int number, byte[] bytes) {
    try {
      if (bytes.length > buffer.remaining()) {
        flush();
      }
      begins[number] = written + buffer.position();
      lengths[number] = bytes.length;
      if (bytes.length > buffer.remaining()) {
        append(ByteBuffer.wrap(bytes));
      } else {
        buffer.put(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() throws IOException {
    append(buffer.flip());
    buffer.clear();
  }

  private void append(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      written += file.write(bytes, written);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
