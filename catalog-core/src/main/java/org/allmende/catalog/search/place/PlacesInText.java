package org.allmende.catalog.search.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for places among the words of a search: {@code Ladesäulen Hagenow}, {@code Kitas in
 * Frankfurt am Main}, {@code Kita 19230}. What is quoted, excluded or a beginning of a word is left
 * alone.
 */
public final class PlacesInText {

  private static final int MOST_WORDS = 20;
  private static final int LONGEST_NAME = 5;
  private static final Set<String> PREPOSITIONS =
      Set.of("in", "im", "aus", "bei", "um", "nahe", "für", "von", "nach", "near", "of");
  private static final Set<String> KINDS =
      Set.of("stadt", "gemeinde", "hansestadt", "kreisstadt", "ort", "landeshauptstadt", "der");
  private static final Pattern AT_THE_END = Pattern.compile("[,;:!?]+$");
  private static final Pattern LEFT_ALONE = Pattern.compile("^[+-].*|.*[\"*].*");

  private final Gazetteer gazetteer;

  public PlacesInText(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** What may be meant, names of several words first, else in the order of the text. */
  public List<PlaceInText> find(String text) {
    var words = Arrays.asList(text.strip().split("\\s+"));
    if (words.size() > MOST_WORDS || text.indexOf('"') >= 0) {
      return List.of();
    }
    var found = new ArrayList<PlaceInText>();
    for (var length = Math.min(LONGEST_NAME, words.size()); length >= 1; length--) {
      for (var from = 0; from + length <= words.size(); from++) {
        add(found, words, from, from + length);
      }
    }
    return found;
  }

  private void add(List<PlaceInText> found, List<String> words, int from, int to) {
    var span = words.subList(from, to);
    if (span.stream().anyMatch(word -> LEFT_ALONE.matcher(word).matches())) {
      return;
    }
    var name = AT_THE_END.matcher(String.join(" ", span)).replaceFirst("");
    if (name.length() < 3) {
      return;
    }
    var isCertain =
        span.size() > 1
            || name.chars().anyMatch(c -> Character.isDigit(c) || "/([".indexOf(c) >= 0);
    for (var place : gazetteer.named(name)) {
      found.add(new PlaceInText(place, name, rest(words, from, to), isCertain));
    }
  }

  /** What is left, without what stands before the place for its sake: "in der Stadt". */
  private static String rest(List<String> words, int from, int to) {
    var end = from;
    while (end > 0 && isOneOf(KINDS, words.get(end - 1))) {
      end--;
    }
    if (end > 0 && isOneOf(PREPOSITIONS, words.get(end - 1))) {
      end--;
    } else if (end < from && isOneOf(Set.of("der"), words.get(end))) {
      end = from; // "Liste der Stadt Hagenow" without a preposition: keep the words
    }
    var rest = new ArrayList<>(words.subList(0, end));
    rest.addAll(words.subList(to, words.size()));
    return String.join(" ", rest);
  }

  private static boolean isOneOf(Set<String> set, String word) {
    return set.contains(word.toLowerCase(Locale.GERMAN));
  }
}
