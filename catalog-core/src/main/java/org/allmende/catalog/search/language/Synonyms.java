package org.allmende.catalog.search.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words that mean the same or nearly so: what people say and what offices write. A line of the file
 * is a group:
 *
 * <pre>
 * Müll, Abfall                     each finds the others
 * Kita > Krippe, Hort              Kita finds the others, they do not find Kita
 * 0.5: Grün, Natur                 less sure: counts half
 * ÖPNV, öffentlicher Nahverkehr    several words are one thing
 * </pre>
 *
 * What stands behind {@code #} is a remark. Immutable.
 */
public final class Synonyms {

  /** No word means what another does. */
  public static final Synonyms NONE = new Synonyms(Map.of(), 1);

  private static final Pattern WEIGHT = Pattern.compile("(0?\\.\\d+|1(?:\\.0)?)\\s*:\\s*(.*)");
  private static final int MOST_WORDS = 5;

  /**
   * What may stand instead of a word.
   *
   * @param text as the file writes it
   * @param stems the stems of its words, one or more
   * @param weight how sure it is, above 0 and up to 1
   */
  public record Synonym(String text, List<String> stems, float weight) {
    public Synonym {
      stems = List.copyOf(stems);
    }
  }

  private final Map<String, List<Synonym>> groups;
  private final int longest;
  private final Map<String, String> words;

  private Synonyms(Map<String, List<Synonym>> groups, int longest) {
    this.groups = Map.copyOf(groups);
    this.longest = longest;
    this.words = words(groups.values());
  }

  private static Map<String, String> words(Collection<List<Synonym>> groups) {
    var words = new HashMap<String, String>();
    for (var group : groups) {
      for (var synonym : group) {
        if (synonym.stems().size() == 1) {
          words.putIfAbsent(Spelling.folded(synonym.text()), synonym.text());
        }
      }
    }
    return Map.copyOf(words);
  }

  /** Our own, of the field. */
  public static Synonyms ofTowns() {
    return Towns.SYNONYMS;
  }

  private static final class Towns {
    static final Synonyms SYNONYMS = parse(WordTable.lines("synonyms.txt"), German.shared());
  }

  /**
   * The synonyms in the lines of a file.
   *
   * @throws IllegalArgumentException naming each line that is none
   */
  public static Synonyms parse(List<String> lines, German german) {
    var reading = new Reading(german);
    lines.forEach(reading::line);
    return reading.result();
  }

  /** These and those. */
  public Synonyms and(Synonyms others) {
    var all = new HashMap<>(groups);
    others.groups.forEach(
        (word, more) ->
            all.merge(
                word,
                more,
                (one, other) -> {
                  var both = new ArrayList<>(other);
                  one.stream().filter(known -> isNew(known, other)).forEach(both::add);
                  return List.copyOf(both);
                }));
    return new Synonyms(all, Math.max(longest, others.longest));
  }

  private static boolean isNew(Synonym synonym, List<Synonym> known) {
    return known.stream().noneMatch(other -> other.stems().equals(synonym.stems()));
  }

  /** What may stand instead of these words, given by their stems; none when nothing may. */
  public List<Synonym> of(List<String> stems) {
    return groups.getOrDefault(String.join(" ", stems), List.of());
  }

  /** The single words that have any, by their spelling as {@link Spelling#folded} has it. */
  public Map<String, String> words() {
    return words;
  }

  /** How many words the longest entry has. */
  public int longest() {
    return longest;
  }

  /** How many words have any. */
  public int size() {
    return groups.size();
  }

  /** The lines of a file, one by one. */
  private static final class Reading {
    private final German german;
    private final Map<String, List<Synonym>> groups = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int longest = 1;
    private int number;

    Reading(German german) {
      this.german = german;
    }

    void line(String raw) {
      number++;
      for (var line : WordTable.content(List.of(raw))) {
        var weighted = WEIGHT.matcher(line);
        var weight = weighted.matches() ? Float.parseFloat(weighted.group(1)) : 1;
        var sides = (weighted.matches() ? weighted.group(2) : line).split(">", -1);
        var left = words(sides[0], weight);
        var right = sides.length > 1 ? words(sides[1], weight) : left;
        if (sides.length > 2
            || left.isEmpty()
            || right.isEmpty()
            || (left.equals(right) && left.size() < 2)) {
          problems.add("line " + number + ": expected \"a, b\" or \"a > b\", got \"" + raw + "\"");
        }
        left.forEach(word -> add(word, right));
      }
    }

    private List<Synonym> words(String side, float weight) {
      var words = new ArrayList<Synonym>();
      for (var text : side.split(",")) {
        var stems = german.units(text).stream().map(unit -> unit.word().stem()).toList();
        if (!stems.isEmpty() && stems.size() <= MOST_WORDS) {
          words.add(new Synonym(text.strip(), stems, weight));
        } else if (!text.isBlank()) {
          problems.add("line " + number + ": expected 1 to 5 words, got \"" + text.strip() + "\"");
        }
      }
      return words;
    }

    private void add(Synonym word, List<Synonym> others) {
      longest = Math.max(longest, word.stems().size());
      var known =
          groups.computeIfAbsent(String.join(" ", word.stems()), stems -> new ArrayList<>());
      for (var other : others) {
        if (!other.stems().equals(word.stems()) && isNew(other, known)) {
          known.add(other);
        }
      }
    }

    Synonyms result() {
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", problems));
      }
      groups.values().removeIf(List::isEmpty);
      return new Synonyms(groups, longest);
    }
  }
}
