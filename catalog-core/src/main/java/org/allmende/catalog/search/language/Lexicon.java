package org.allmende.catalog.search.language;

import de.danielnaber.jwordsplitter.EmbeddedGermanDictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.vocab.codelist.Municipalities;

/**
 * The words of which compounds are made: a general list, in which most lexicalised compounds
 * ({@code Bahnhof}, {@code Haushalt}) stand as words of their own, and {@code compounds.txt} with
 * those of towns.
 */
final class Lexicon {

  /** The general list has many short forms that are no parts of anything; these are. */
  private static final Set<String> SHORT =
      Set.of(
          "amt", "aal", "aue", "bad", "bau", "bus", "erz", "gas", "hof", "hub", "hut", "kuh", "lkw",
          "lok", "öl", "oel", "obst", "ort", "pkw", "rad", "rat", "see", "tal", "tor", "tee", "tod",
          "uhr", "weg", "zoo", "zug", "kfz", "abi");

  private static final int SHORTEST = 4;
  private static final int LONG_NAME = 6;
  private static final Pattern BEHIND_NAME = Pattern.compile("[ ,/(-]");

  /** What a word is good for in a compound. */
  enum Role {
    /** It finds the compound. */
    SPEAKING,
    /** It says nothing alone. */
    SILENT,
    /** It says nothing alone and stands at the beginning only. */
    SILENT_BEGINNING,
    /** A word whose umlaut was left out; a last resort. */
    UNDOTTED
  }

  /**
   * A word that stays whole.
   *
   * @param foundBy stems of the words that find it beside its own
   * @param role what it is good for in a compound
   */
  record Entry(List<String> foundBy, Role role) {
    Entry {
      foundBy = List.copyOf(foundBy);
    }

    boolean isSilent() {
      return role == Role.SILENT || role == Role.SILENT_BEGINNING;
    }
  }

  private static final Entry PLAIN = new Entry(List.of(), Role.SPEAKING);
  private static final Entry UNDOTTED = new Entry(List.of(), Role.UNDOTTED);

  private final Set<String> general = new HashSet<>(100_000);
  private final Set<String> undotted = new HashSet<>(20_000);
  private final GermanStemmer stemmer;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> noParts = new HashSet<>();

  Lexicon() {
    EmbeddedGermanDictionary.getWords().stream()
        .map(Spelling::writtenOut)
        .filter(word -> word.length() >= SHORTEST || SHORT.contains(word))
        .forEach(general::add);
    stemmer = new GermanStemmer(Set.copyOf(general)::contains);
    general.stream().map(Spelling::withoutUmlauts).forEach(undotted::add);
    undotted.removeAll(general);
    WordTable.lines("compounds.txt").forEach(this::read);
    addTowns();
  }

  /** Names of towns are whole: {@code Brandenburg} is no fire. */
  private void addTowns() {
    for (var town : Municipalities.all()) {
      var name = BEHIND_NAME.split(town.name(), 2)[0];
      if (name.length() >= LONG_NAME && name.chars().allMatch(Character::isLetter)) {
        put(name, PLAIN);
      }
    }
  }

  /** The shortest word of the general list with each stem, as that list writes it. */
  Map<String, String> generalWordsByStem() {
    var words = new HashMap<String, String>();
    for (var word : EmbeddedGermanDictionary.getWords()) {
      if (word.length() >= SHORTEST) {
        words.merge(
            stemmer.stem(Spelling.writtenOut(word)),
            word,
            (one, other) -> one.length() <= other.length() ? one : other);
      }
    }
    return words;
  }

  GermanStemmer stemmer() {
    return stemmer;
  }

  private void read(String line) {
    var words = WordTable.words(line);
    if (words.length > 2 && words[1].equals("=")) {
      var foundBy = new ArrayList<String>();
      for (var i = 2; i < words.length; i++) {
        foundBy.add(stemmer.stem(Spelling.writtenOut(words[i])));
      }
      put(words[0], new Entry(foundBy, Role.SPEAKING));
      return;
    }
    for (var word : words) {
      readPlain(words[0], word);
    }
  }

  private void readPlain(String mark, String word) {
    if (word.equals(mark) && "-~_".contains(mark)) {
      return;
    }
    switch (mark) {
      case "-" -> noParts.add(Spelling.writtenOut(word));
      case "~" -> put(word, new Entry(List.of(), Role.SILENT_BEGINNING));
      case "_" -> put(word, new Entry(List.of(), Role.SILENT));
      default -> put(word, PLAIN);
    }
  }

  private void put(String word, Entry entry) {
    var stem = stemmer.stem(Spelling.writtenOut(word));
    if (entry.foundBy().isEmpty()) {
      entries.putIfAbsent(stem, entry);
    } else {
      entries.put(stem, entry);
    }
  }

  /** The whole word, when it is known; it is then not split. */
  Optional<Entry> findWhole(String written) {
    var entry = entries.get(stemmer.stem(written));
    return entry != null && !entry.isSilent() ? Optional.of(entry) : findGeneral(written);
  }

  private Optional<Entry> findGeneral(String written) {
    if (general.contains(written)) {
      return Optional.of(PLAIN);
    }
    return undotted.contains(written) ? Optional.of(UNDOTTED) : Optional.empty();
  }

  /** The word as a part of a compound, when it can be one. */
  Optional<Entry> findPart(String written, boolean isLast) {
    if (noParts.contains(written)) {
      return Optional.empty();
    }
    var entry = entries.get(stemmer.stem(written));
    return entry != null && isUsable(entry, written, isLast)
        ? Optional.of(entry)
        : findGeneral(written);
  }

  private static boolean isUsable(Entry entry, String written, boolean isLast) {
    return switch (entry.role()) {
      case SILENT -> true;
      case SILENT_BEGINNING -> !isLast;
      case SPEAKING, UNDOTTED -> written.length() >= SHORTEST || SHORT.contains(written);
    };
  }
}
