package org.allmende.server.files;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, 14).
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, included
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  /** What a {@code Range} header asks for. */
  sealed interface Wish {
    /** Everything: no header, several ranges at once, or none that can be read. */
    record Whole() implements Wish {}

    /** One part. */
    record Part(ByteRange range) implements Wish {}

    /** A part that begins behind the end. */
    record Unsatisfiable() implements Wish {}
  }

  /** Reads the header for a file of this size. */
  static Wish parse(Optional<String> header, long size) {
    var match = ONE.matcher(header.orElse(""));
    if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
      return new Wish.Whole();
    }
    if (match.group(1).isEmpty()) {
      return suffix(Long.parseLong(match.group(2)), size);
    }
    var first = Long.parseLong(match.group(1));
    var last = match.group(2).isEmpty() ? size - 1 : Long.parseLong(match.group(2));
    if (!match.group(2).isEmpty() && last < first) {
      return new Wish.Whole();
    }
    return first >= size
        ? new Wish.Unsatisfiable()
        : new Wish.Part(new ByteRange(first, Math.min(last, size - 1)));
  }

  private static Wish suffix(long length, long size) {
    return length == 0 || size == 0
        ? new Wish.Unsatisfiable()
        : new Wish.Part(new ByteRange(Math.max(0, size - length), size - 1));
  }

  /** How many bytes. */
  long length() {
    return last - first + 1;
  }
}
