package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Objects in a temporary file, by number in the order in which they came. In memory is only where
 * each lies: a council has a hundred thousand objects and more, a small server little memory. The
 * file goes when this is closed.
 */
final class ObjectFile implements AutoCloseable {

  /** In ASCII alone, so that half a surrogate pair is written as it came. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final int BUFFER = 1 << 16;
  private static final int GONE = 0;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long written;
  private long[] begins = new long[64];
  private int[] lengths = new int[64];
  private int count;

  private ObjectFile(FileChannel file) {
    this.file = file;
  }

  static ObjectFile create() throws IOException {
    var path = Files.createTempFile("allmende-oparl", ".json");
    return new ObjectFile(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** How many numbers there are, with those of objects that are gone. */
  int count() {
    return count;
  }

  /** Takes an object, and answers its number. */
  int add(ObjectNode object) {
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    write(count, object);
    return count++;
  }

  /** Takes an object in place of the one that has this number. */
  void replace(int number, ObjectNode object) {
    write(number, object);
  }

  void remove(int number) {
    lengths[number] = GONE;
  }

  boolean has(int number) {
    return lengths[number] != GONE;
  }

  /** The object with this number, which must be there; a copy of its own each time. */
  ObjectNode read(int number) {
    var bytes = ByteBuffer.allocate(lengths[number]);
    try {
      if (begins[number] + bytes.capacity() > written) {
        flush();
      }
      while (bytes.hasRemaining()) {
        if (file.read(bytes, begins[number] + bytes.position()) < 0) {
          throw new IOException("the temporary file of the archive ends before object " + number);
        }
      }
      return JSON.readValue(bytes.array(), ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(int number, ObjectNode object) {
    try {
      var bytes = JSON.writeValueAsBytes(object);
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
