package org.allmende.catalog.search.suggest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared while somebody types: without case, diacritics and signs. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folding() {}

  /** {@code Straßenbäume}, {@code strassenbaeume} and {@code STRASSENBAUME} are the same. */
  static String fold(String text) {
    var plain = Normalizer.normalize(text.toLowerCase(Locale.GERMAN), Normalizer.Form.NFD);
    var letters = MARKS.matcher(plain).replaceAll("").replace("ß", "ss");
    var umlauts = letters.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    return SIGNS.matcher(umlauts).replaceAll(" ").strip();
  }
}
