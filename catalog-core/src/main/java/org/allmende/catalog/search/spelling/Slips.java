package org.allmende.catalog.search.spelling;

import java.util.List;

/**
 * How likely a slip of finger or ear is, as a cost: 1 for an arbitrary letter, less for what
 * happens often. The keyboard is QWERTZ.
 */
final class Slips {

  static final float ARBITRARY = 1f;
  static final float LEFT_OUT = 0.9f;
  static final float NEIGHBORING_KEY = 0.7f;
  static final float SWAPPED = 0.7f;
  static final float SOUNDS_ALIKE = 0.5f;
  static final float DOUBLED = 0.4f;

  private static final int LETTERS = 26;

  private static final List<String> ROWS = List.of("qwertzuiop", "asdfghjkl", "yxcvbnm");

  /** Letters that German ears confuse, each group by itself. */
  private static final List<String> ALIKE =
      List.of("bp", "dt", "gk", "ck", "kq", "fv", "vw", "sz", "cz", "iy", "ij", "ae", "mn");

  /** The cost of one letter instead of another. */
  private static final float[][] SUBSTITUTION = substitutions();

  private Slips() {}

  private static float[][] substitutions() {
    var costs = new float[LETTERS][LETTERS];
    for (var row : costs) {
      java.util.Arrays.fill(row, ARBITRARY);
    }
    for (var row = 0; row < ROWS.size(); row++) {
      for (var column = 0; column < ROWS.get(row).length(); column++) {
        addNeighbors(costs, row, column);
      }
    }
    ALIKE.forEach(pair -> set(costs, pair.charAt(0), pair.charAt(1), SOUNDS_ALIKE));
    for (var letter = 0; letter < LETTERS; letter++) {
      costs[letter][letter] = 0;
    }
    return costs;
  }

  /** To its right, and the two below: each row is moved by half a key. */
  private static void addNeighbors(float[][] costs, int row, int column) {
    var key = ROWS.get(row).charAt(column);
    addNeighbor(costs, key, row, column + 1);
    addNeighbor(costs, key, row + 1, column - 1);
    addNeighbor(costs, key, row + 1, column);
  }

  private static void addNeighbor(float[][] costs, char key, int row, int column) {
    if (row < ROWS.size() && column >= 0 && column < ROWS.get(row).length()) {
      set(costs, key, ROWS.get(row).charAt(column), NEIGHBORING_KEY);
    }
  }

  private static void set(float[][] costs, char one, char other, float cost) {
    costs[one - 'a'][other - 'a'] = cost;
    costs[other - 'a'][one - 'a'] = cost;
  }

  /** What it costs to have typed {@code typed} for {@code meant}; letters a to z. */
  static float substitution(byte typed, byte meant) {
    return SUBSTITUTION[typed - 'a'][meant - 'a'];
  }
}
