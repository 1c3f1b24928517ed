package org.allmende.harvest.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the known name that was probably meant. */
public final class Nearest {

  private Nearest() {}

  /** The known name nearest to {@code text}, if any is near: one letter in three may differ. */
  public static Optional<String> to(String text, Collection<String> known) {
    var tolerance = Math.max(2, text.length() / 3);
    return known.stream()
        .filter(name -> distance(text, name) <= Math.min(tolerance, name.length() - 1))
        .min(Comparator.comparingInt((String name) -> distance(text, name)).thenComparing(n -> n));
  }

  /** A sentence that helps: the nearest known name, or all of them. */
  public static String hint(String text, Collection<String> known) {
    return to(text, known)
        .map(near -> "Did you mean \"" + near + "\"?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "Nothing may stand here."
                    : "Known: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
  }

  /** How many letters must be put in, taken out or changed (Levenshtein), ignoring case. */
  private static int distance(String from, String to) {
    var a = from.toLowerCase(java.util.Locale.ROOT);
    var b = to.toLowerCase(java.util.Locale.ROOT);
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        var changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
