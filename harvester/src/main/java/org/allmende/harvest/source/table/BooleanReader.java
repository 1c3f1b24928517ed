package org.allmende.harvest.source.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the truth values of one column: ja/nein, true/false, 1/0, x/blank, wahr/falsch. */
final class BooleanReader {

  private static final Set<String> TRUE = Set.of("ja", "j", "true", "1", "x", "wahr", "yes", "y");
  private static final Set<String> FALSE = Set.of("nein", "n", "false", "0", "falsch", "no");

  private final boolean isBlankFalse;

  private BooleanReader(boolean isBlankFalse) {
    this.isBlankFalse = isBlankFalse;
  }

  /** A blank means false in a column whose only mark is one word of consent, such as {@code x}. */
  static BooleanReader forColumn(Collection<String> texts) {
    var marks = new Marks();
    texts.forEach(marks::see);
    return marks.reader();
  }

  /** Which words stand in a column whose texts are seen one after another. */
  static final class Marks {
    private final Set<String> different = new HashSet<>();

    /** Looks at one more text of the column. */
    void see(String text) {
      var mark = normal(text);
      if (!mark.isEmpty() && different.size() < 2) {
        different.add(mark);
      }
    }

    /** The reader for the column. */
    BooleanReader reader() {
      return new BooleanReader(
          different.size() == 1 && TRUE.containsAll(different) && !different.contains("1"));
    }
  }

  /** What a blank cell says; empty: nothing. */
  Optional<Boolean> blank() {
    return isBlankFalse ? Optional.of(false) : Optional.empty();
  }

  /** The truth value, or empty when the text is none. */
  Optional<Boolean> read(String text) {
    var normal = normal(text);
    if (TRUE.contains(normal)) {
      return Optional.of(true);
    }
    return FALSE.contains(normal) ? Optional.of(false) : Optional.empty();
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
