package org.allmende.harvest.source.table;

import java.util.Arrays;

/**
 * Small numbers by text, of which only a hash of 64 bits is kept: 24 bytes or so for each, however
 * long the text. Of a million texts two share a hash once in forty million archives.
 */
public final class HashIndex {

  /** In place of a number that a text has not. */
  public static final int NONE = -1;

  private static final int EMPTY = -2;

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long[] hashes = new long[64];
  private int[] values = empty(64);
  private int size;

  /** The number of a text; {@link #NONE} when it has none. */
  public int get(String text) {
    return Math.max(NONE, values[slot(hash(text))]);
  }

  /** Gives a text this number, in place of the one that it had. */
  public void put(String text, int value) {
    var hash = hash(text);
    var slot = slot(hash);
    if (values[slot] == EMPTY) {
      size++;
      hashes[slot] = hash;
    }
    values[slot] = value;
    if (size * 2 > values.length) {
      grow();
    }
  }

  private void grow() {
    var oldHashes = hashes;
    var oldValues = values;
    hashes = new long[oldHashes.length * 2];
    values = empty(hashes.length);
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] != EMPTY) {
        var slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        values[slot] = oldValues[i];
      }
    }
  }

  private int slot(long hash) {
    var mask = values.length - 1;
    var slot = (int) (hash >>> 32) & mask;
    while (values[slot] != EMPTY && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** FNV-1a over the characters, its bits then mixed once more. */
  private static long hash(String text) {
    var hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }

  private static int[] empty(int length) {
    var values = new int[length];
    Arrays.fill(values, EMPTY);
    return values;
  }
}
