package org.allmende.server.ckan;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A value read from the index, kept until the index moves on. Any number of threads may ask; two
 * that ask at the same moment may both read it.
 */
final class AtPosition<T> {

  private final LongSupplier position;
  private final Supplier<T> reader;
  private volatile Optional<Kept<T>> kept = Optional.empty();

  private record Kept<T>(long position, T value) {}

  /**
   * @param position the sequence number that the index has reached
   * @param reader reads the value anew
   */
  AtPosition(LongSupplier position, Supplier<T> reader) {
    this.position = position;
    this.reader = reader;
  }

  /** The value as it is at least at the position that the index has now. */
  T get() {
    var now = position.getAsLong();
    var known = kept;
    if (known.isPresent() && known.get().position() == now) {
      return known.get().value();
    }
    var value = reader.get();
    kept = Optional.of(new Kept<>(now, value));
    return value;
  }
}
