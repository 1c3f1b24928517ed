package org.allmende.harvest.source.oparl;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one of equal values: a table of forty thousand papers says the same kind, committee and
 * license over and over. Only the first thousands are known, since most values come once.
 */
final class SameValues {

  private static final int KNOWN = 4_096;

  private final Map<Object, Object> known = new HashMap<>();

  /** The value, or one like it that came before. */
  Object of(Object value) {
    var first = known.get(value);
    if (first != null) {
      return first;
    }
    if (known.size() < KNOWN) {
      known.put(value, value);
    }
    return value;
  }
}
