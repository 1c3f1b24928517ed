package org.allmende.harvest.source.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * A list that may be longer than the memory: the first thousands stand in it, all others in a
 * temporary file. To be read from front to back; for one thread. The file goes when this is closed,
 * and with it all but the first.
 *
 * @param <T> what is in the list
 */
final class RowFile<T> extends AbstractList<T> implements RandomAccess, AutoCloseable {

  private static final int IN_MEMORY = 5_000;

  private final Form<T> form;
  private final int inMemory;
  private final List<T> first = new ArrayList<>();
  private Optional<ByteFile> others = Optional.empty();
  private boolean isClosed;

  /** An empty list. */
  RowFile(Form<T> form) {
    this(form, IN_MEMORY);
  }

  /** The same that keeps so many in memory. */
  RowFile(Form<T> form, int inMemory) {
    this.form = form;
    this.inMemory = inMemory;
  }

  /** How something is written as bytes, and read again. */
  interface Form<T> {
    void write(T element, DataOutputStream out) throws IOException;

    T read(DataInputStream in) throws IOException;
  }

  @Override
  public boolean add(T element) {
    if (first.size() < inMemory) {
      return first.add(element);
    }
    try {
      var bytes = new ByteArrayOutputStream(256);
      form.write(element, new DataOutputStream(bytes));
      if (others.isEmpty()) {
        others = Optional.of(ByteFile.create());
      }
      others.get().add(bytes.toByteArray());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public T get(int index) {
    if (index < first.size()) {
      return first.get(index);
    }
    if (index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    if (isClosed) {
      throw new IllegalStateException("the rows in the temporary file were let go");
    }
    var bytes = others.orElseThrow().read(index - first.size());
    try {
      return form.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int size() {
    return first.size() + others.map(ByteFile::count).orElse(0);
  }

  @Override
  public void close() {
    others.ifPresent(ByteFile::close);
    isClosed = true;
  }
}
