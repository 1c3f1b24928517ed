package org.allmende.server.preview;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes by number, from 0: one record behind another in a file, and beside it where each ends. Any
 * number of threads may read one; it is written once, whole.
 */
final class RecordFile implements Closeable {

  private static final byte[] NOTHING = {};

  private final FileChannel data;
  private final FileChannel ends;
  private final long size;

  private RecordFile(FileChannel data, FileChannel ends) throws IOException {
    this.data = data;
    this.ends = ends;
    this.size = ends.size() / Long.BYTES;
  }

  /** Opens what a {@link Writer} wrote. */
  static RecordFile open(Path file) throws IOException {
    var data = FileChannel.open(file);
    try {
      return new RecordFile(data, FileChannel.open(ends(file)));
    } catch (IOException e) {
      data.close();
      throw e;
    }
  }

  private static Path ends(Path file) {
    return file.resolveSibling(file.getFileName() + ".ends");
  }

  /** The record with this number; empty when there is none. */
  byte[] read(long number) throws IOException {
    if (number >= size) {
      return NOTHING;
    }
    return read(number, 1).getFirst();
  }

  /** The records from a number on, at most so many; fewer when there are no more. */
  List<byte[]> read(long first, int count) throws IOException {
    var there = Math.clamp(size - first, 0, count);
    var records = new ArrayList<byte[]>(there);
    if (there > 0) {
      var bounds = bounds(first, there);
      var bytes = new byte[Math.toIntExact(bounds[there] - bounds[0])];
      readFully(data, ByteBuffer.wrap(bytes), bounds[0]);
      for (var i = 0; i < there; i++) {
        var from = (int) (bounds[i] - bounds[0]);
        records.add(Arrays.copyOfRange(bytes, from, (int) (bounds[i + 1] - bounds[0])));
      }
    }
    return records;
  }

  /** Where records begin, and where the last of them ends. */
  private long[] bounds(long first, int count) throws IOException {
    var before = first == 0 ? 0 : 1;
    var ends = ByteBuffer.allocate((count + before) * Long.BYTES);
    readFully(this.ends, ends, (first - before) * Long.BYTES);
    var bounds = new long[count + 1];
    for (var i = 0; i < count + before; i++) {
      bounds[i + 1 - before] = ends.getLong(i * Long.BYTES);
    }
    return bounds;
  }

  private static void readFully(FileChannel channel, ByteBuffer into, long from)
      throws IOException {
    var position = from;
    while (into.hasRemaining()) {
      var read = channel.read(into, position);
      if (read < 0) {
        throw new EOFException("a record ends behind the end of its file");
      }
      position += read;
    }
  }

  @Override
  public void close() throws IOException {
    try (data;
        ends) {
      // both are closed, whatever happens
    }
  }

  /** Writes records in the order of their numbers. */
  static final class Writer implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final BufferedOutputStream data;
    private final DataOutputStream ends;
    private long end;
    private long longest;
    private long next;

    Writer(Path file) throws IOException {
      this.data = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
      this.ends =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(RecordFile.ends(file)), BUFFER));
    }

    /** Adds a record; numbers that were left out get empty ones. */
    void add(long number, byte[] record) throws IOException {
      for (; next < number; next++) {
        ends.writeLong(end);
      }
      data.write(record);
      end += record.length;
      longest = Math.max(longest, record.length);
      ends.writeLong(end);
      next++;
    }

    /** Bytes of all records so far. */
    long size() {
      return end;
    }

    /** Bytes of the longest record so far. */
    long longest() {
      return longest;
    }

    @Override
    public void close() throws IOException {
      try (data;
          ends) {
        data.flush();
      }
    }
  }
}
