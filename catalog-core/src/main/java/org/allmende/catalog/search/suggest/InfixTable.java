package org.allmende.catalog.search.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Finds texts by a piece of them, wherever it stands: the whole before the beginning of a word,
 * that before the middle of one, and among equals the heavier. All beginnings of all texts lie
 * sorted, so that a question costs two binary searches and a look at what lies between. Immutable.
 */
final class InfixTable {

  /** Of a longer text only so much is found. */
  private static final int LONGEST = 80;

  /** What lies between is looked at so far; a piece that stands in more places says little. */
  private static final int MOST_LOOKED_AT = 20_000;

  private static final char END = '\u0000';

  private final List<Suggestion> suggestions;

  /** The folded texts one after the other, each with an end. */
  private final char[] letters;

  /** Which text a letter belongs to. */
  private final int[] owner;

  /** Where pieces begin, in the order of the pieces. */
  private final int[] sorted;

  InfixTable(List<Suggestion> suggestions) {
    this.suggestions = List.copyOf(suggestions);
    var folded = suggestions.stream().map(it -> cut(Folding.fold(it.text()))).toList();
    letters = new char[folded.stream().mapToInt(text -> text.length() + 1).sum()];
    owner = new int[letters.length];
    var at = 0;
    for (var i = 0; i < folded.size(); i++) {
      var text = folded.get(i);
      text.getChars(0, text.length(), letters, at);
      Arrays.fill(owner, at, at + text.length() + 1, i);
      at += text.length();
      letters[at++] = END;
    }
    sorted = sorted();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private int[] sorted() {
    var begins = new ArrayList<Integer>();
    for (var i = 0; i < letters.length; i++) {
      if (letters[i] != END && letters[i] != ' ') {
        begins.add(i);
      }
    }
    begins.sort(this::compare);
    return begins.stream().mapToInt(Integer::intValue).toArray();
  }

  private int compare(int one, int other) {
    var i = one;
    var j = other;
    while (letters[i] == letters[j] && letters[i] != END) {
      i++;
      j++;
    }
    return Character.compare(letters[i], letters[j]);
  }

  private record Found(Suggestion suggestion, int rank) {}

  /**
   * The suggestions whose text has this piece, the best first.
   *
   * @param piece folded; of 2 letters or more
   */
  List<Suggestion> with(String piece, int most) {
    var first = firstNotBelow(piece);
    var seen = new HashSet<Integer>();
    var found = new ArrayList<Found>();
    for (var i = first; i < sorted.length && i - first < MOST_LOOKED_AT; i++) {
      if (!begins(sorted[i], piece)) {
        break;
      }
      var text = owner[sorted[i]];
      var rank = rank(sorted[i]);
      if (rank > 0 || seen.add(text)) {
        found.add(new Found(suggestions.get(text), rank));
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparingInt(Found::rank)
                .thenComparingInt(it -> it.suggestion().count())
                .reversed()
                .thenComparing(it -> it.suggestion().text()))
        .map(Found::suggestion)
        .distinct()
        .limit(most)
        .toList();
  }

  /** 2 at the beginning of the text, 1 at that of a word, 0 within a word. */
  private int rank(int at) {
    if (at == 0 || letters[at - 1] == END) {
      return 2;
    }
    return letters[at - 1] == ' ' ? 1 : 0;
  }

  private int firstNotBelow(String piece) {
    var low = 0;
    var high = sorted.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (isBelow(sorted[middle], piece)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isBelow(int at, String piece) {
    for (var i = 0; i < piece.length(); i++) {
      var difference = Character.compare(letters[at + i], piece.charAt(i));
      if (difference != 0) {
        return difference < 0; // the end of a text is below every letter
      }
    }
    return false;
  }

  private boolean begins(int at, String piece) {
    for (var i = 0; i < piece.length(); i++) {
      if (letters[at + i] != piece.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
