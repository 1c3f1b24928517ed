package org.allmende.catalog.search.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the inflection off a German word and nothing else: {@code Bäume} becomes {@code baum},
 * {@code Wohnungen} {@code wohnung}. Derivations stay what they are, because they mean something
 * else: {@code Schüler} is not {@code Schule}, {@code Rate} not {@code Rat}. What no rule can know
 * stands in {@code stems.txt}.
 *
 * <p>Any number of threads may share it.
 */
final class GermanStemmer {

  private static final int SHORTEST_STEM = 3;
  private static final int LONGEST_ENDING = 14;
  private static final int LONG_PLURAL = 6;
  private static final Pattern LEXICAL_UMLAUT = Pattern.compile("\\w*(ae|oe|ue)\\w*ung(en|s)?");
  private static final Pattern ADJECTIVE =
      Pattern.compile(
          "(\\w{2,}(?:isch|lich|ig|bar|sam|haft|los|end|iert|iell|uell|onell|frei|fahig))e[rm]");
  private static final Pattern FEMALE = Pattern.compile("(\\w{4,}?)(?:innen|(?<=er)in)");
  private static final Pattern PLAIN_S = Pattern.compile("\\w+(?:[bdfghklmnrt]|(?<!ch|i)p)s");
  private static final Pattern VOWEL_S = Pattern.compile("\\w*(?:[tmrhn]a|(?<!l)o|tax[i])s");

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> endings = new HashMap<>();
  private final Predicate<String> isWord;

  /**
   * A stemmer.
   *
   * @param isWord knows the words of the language, in the spelling of {@link Spelling#writtenOut}
   */
  GermanStemmer(Predicate<String> isWord) {
    this.isWord = isWord;
    WordTable.lines("stems.txt").forEach(this::read);
  }

  private void read(String line) {
    var words = WordTable.words(line);
    for (var i = 1; i < words.length; i++) {
      var pair = words[i].split(":");
      var base = Spelling.folded(pair[0]);
      switch (words[0]) {
        case "er-plural" -> addErPlural(base, Spelling.writtenOut(pair[1]));
        case "adjective" -> addAdjective(base, Spelling.writtenOut(pair[0]));
        case "ending" -> put(endings, Spelling.writtenOut(pair[0]), Spelling.folded(pair[1]));
        case "whole" -> put(this.words, Spelling.writtenOut(pair[0]), base);
        case "form" -> put(this.words, Spelling.writtenOut(pair[0]), Spelling.folded(pair[1]));
        default -> throw new IllegalStateException("stems.txt: unknown kind " + words[0]);
      }
    }
  }

  /** A long one also at the end of a compound that nobody could split. */
  private void addErPlural(String base, String plural) {
    var table = plural.length() >= LONG_PLURAL ? endings : words;
    put(table, plural, base);
    put(table, plural + "n", base);
  }

  private void addAdjective(String base, String written) {
    for (var ending : new String[] {"er", "em"}) {
      put(words, written + ending, base);
    }
  }

  /** Both as written out and with the umlaut forgotten, unless that is a word of its own. */
  private static void put(Map<String, String> table, String written, String base) {
    table.put(written, base);
    table.putIfAbsent(Spelling.withoutUmlauts(written), base);
  }

  /**
   * The stem, without umlauts unless another word would be the same.
   *
   * @param written a single word in the spelling of {@link Spelling#writtenOut}
   */
  String stem(String written) {
    if (written.length() <= SHORTEST_STEM || !Character.isLetter(written.charAt(0))) {
      return Spelling.withoutUmlauts(written);
    }
    var known = words.get(written);
    if (known == null) {
      known = byEnding(written);
    }
    if (known != null) {
      return known;
    }
    var plain = withoutInflection(Spelling.withoutUmlauts(written));
    // An umlaut before -ung is none of a plural: Förderung is not Forderung, Zählung not Zahlung.
    return LEXICAL_UMLAUT.matcher(written).matches() && isWord.test(plain)
        ? withoutInflection(written)
        : plain;
  }

  private @Nullable String byEnding(String written) {
    for (var from = Math.max(0, written.length() - LONGEST_ENDING);
        from <= written.length() - SHORTEST_STEM;
        from++) {
      var base = endings.get(written.substring(from));
      if (base != null) {
        return Spelling.withoutUmlauts(written.substring(0, from)) + base;
      }
    }
    return null;
  }

  private static String withoutInflection(String word) {
    var adjective = ADJECTIVE.matcher(word);
    if (adjective.matches()) {
      return adjective.group(1);
    }
    var female = FEMALE.matcher(word);
    return withoutPlural(withoutGenitive(female.matches() ? female.group(1) : word));
  }

  private static String withoutGenitive(String word) {
    var length = word.length();
    if (word.endsWith("nisses")) {
      return word.substring(0, length - 3);
    }
    if (word.endsWith("es")
        && length - 2 >= SHORTEST_STEM
        && isConsonant(word.charAt(length - 3))) {
      return word.substring(0, length - 2);
    }
    var isInflected =
        length > SHORTEST_STEM
            && (PLAIN_S.matcher(word).matches() || VOWEL_S.matcher(word).matches());
    return isInflected ? word.substring(0, length - 1) : word;
  }

  private static boolean isConsonant(char c) {
    return "bcdfghklmnprstvz".indexOf(c) >= 0;
  }

  private static String withoutPlural(String word) {
    if (word.endsWith("nisse") || word.endsWith("nissen")) {
      return word.substring(0, word.lastIndexOf("nis") + 3);
    }
    if (endsWithAny(word, "ern", "eln", "een") && word.length() > 4) {
      return word.substring(0, word.length() - 1);
    }
    if (word.endsWith("en")) {
      return shortened(word, 2);
    }
    return word.endsWith("e") && !word.endsWith("ee") ? shortened(word, 1) : word;
  }

  private static boolean endsWithAny(String word, String... endings) {
    for (var ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String shortened(String word, int by) {
    var stem = word.substring(0, word.length() - by);
    return stem.length() >= SHORTEST_STEM ? stem : word;
  }
}
