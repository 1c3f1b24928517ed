package org.allmende.catalog.search.spelling;

/**
 * The weighted distance between two words: letters replaced, left out, added, or swapped with their
 * neighbor (Damerau-Levenshtein, each place edited once), each as dear as {@link Slips} say. One
 * thread at a time: it keeps its rows.
 */
final class SlipDistance {

  /** More than any word may be away. */
  static final float TOO_FAR = Float.MAX_VALUE;

  private final byte[] typed;
  private float[] beforeLast;
  private float[] last;
  private float[] row;

  SlipDistance(byte[] typed) {
    this.typed = typed;
    this.beforeLast = new float[typed.length + 1];
    this.last = new float[typed.length + 1];
    this.row = new float[typed.length + 1];
  }

  /**
   * The distance to a word.
   *
   * @param words holds the word from {@code from} to before {@code to}
   * @param limit beyond it the answer is {@link #TOO_FAR}
   */
  float to(byte[] words, int from, int to, float limit) {
    fillFirstRow();
    for (var at = from; at < to; at++) {
      var least = fillRow(words, from, at);
      if (least > limit) {
        return TOO_FAR;
      }
      var free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[typed.length] > limit ? TOO_FAR : last[typed.length];
  }

  private void fillFirstRow() {
    last[0] = 0;
    for (var i = 1; i <= typed.length; i++) {
      last[i] = last[i - 1] + added(i);
    }
  }

  private float fillRow(byte[] words, int from, int at) {
    var meant = words[at];
    var isDouble = at > from && words[at - 1] == meant;
    var leftOut = isDouble ? Slips.DOUBLED : Slips.LEFT_OUT;
    row[0] = last[0] + leftOut;
    var least = row[0];
    for (var i = 1; i <= typed.length; i++) {
      var cost =
          Math.min(
              last[i - 1] + Slips.substitution(typed[i - 1], meant),
              Math.min(last[i] + leftOut, row[i - 1] + added(i)));
      if (i > 1 && at > from && typed[i - 1] == words[at - 1] && typed[i - 2] == meant) {
        cost = Math.min(cost, beforeLast[i - 2] + Slips.SWAPPED);
      }
      row[i] = cost;
      least = Math.min(least, cost);
    }
    return least;
  }

  /** A letter typed twice instead of once is the most frequent of what is too much. */
  private float added(int i) {
    return i > 1 && typed[i - 1] == typed[i - 2] ? Slips.DOUBLED : Slips.LEFT_OUT;
  }
}
