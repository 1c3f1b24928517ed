package org.allmende.harvest.source.oparl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.allmende.harvest.source.table.ByteFile;

/**
 * Objects in a temporary file, by number in the order in which they came: a council has a hundred
 * thousand objects and more, a small server little memory. The file goes when this is closed.
 */
final class ObjectFile implements AutoCloseable {

  /** In ASCII alone, so that half a surrogate pair is written as it came. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ByteFile file;

  private ObjectFile(ByteFile file) {
    this.file = file;
  }

  static ObjectFile create() throws IOException {
    return new ObjectFile(ByteFile.create());
  }

  /** How many numbers there are, with those of objects that are gone. */
  int count() {
    return file.count();
  }

  /** Takes an object, and answers its number. */
  int add(ObjectNode object) {
    return file.add(bytes(object));
  }

  /** Takes an object in place of the one that has this number. */
  void replace(int number, ObjectNode object) {
    file.replace(number, bytes(object));
  }

  void remove(int number) {
    file.remove(number);
  }

  boolean has(int number) {
    return file.has(number);
  }

  /** The object with this number, which must be there; a copy of its own each time. */
  ObjectNode read(int number) {
    try {
      return JSON.readValue(file.read(number), ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ObjectNode object) {
    try {
      return JSON.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
