package org.allmende.catalog.search.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.catalog.search.IndexEntry;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.IndexText;
import org.allmende.catalog.search.language.Word;

/**
 * By which terms a dataset is found, and how strongly each: the one field that a person's words are
 * sought in. A strength says where a word stands (title above keyword above text) and how (itself
 * above a part of a compound); it is computed here, once, so that a search looks up a word once
 * instead of in each field.
 *
 * <p>Terms: a stem as it is; {@code =} and a word as written; {@code en:} and an English stem; two
 * stems with a blank between them that follow each other in the title.
 */
final class MatchTerms {

  /** The strength of a word that is the whole title; what counts as certain. */
  static final int WHOLE_TITLE = 100;

  private static final int KEYWORD = 42;
  private static final int DESCRIPTION = 22;
  private static final int DISTRIBUTION = 14;
  private static final int ORIGIN = 32;
  private static final int FURTHER = 9;
  private static final int THEME = 5;

  /** A part of a compound counts so much of the word itself. */
  private static final double PART = 0.62;

  /** How much of a title's strength a word keeps in a very long title. */
  private static final double LONG_TITLE = 0.7;

  private final Map<String, Integer> strengths = new HashMap<>();

  private final ReadTexts german;

  private MatchTerms(ReadTexts german) {
    this.german = german;
  }

  static String exact(String form) {
    return "=" + form;
  }

  static String english(String stem) {
    return "en:" + stem;
  }

  static String pair(String first, String second) {
    return first + " " + second;
  }

  /**
   * The terms of a dataset with their strengths, 1 to 100 and a little more.
   *
   * @param german reads the German texts
   */
  static Map<String, Integer> of(IndexEntry entry, ReadTexts german) {
    var terms = new MatchTerms(german);
    terms.addTitle(entry.title(), entry.language());
    terms.addText(entry.description(), entry.language(), DESCRIPTION);
    for (var keyword : entry.exact().getOrDefault(IndexField.KEYWORD, List.of())) {
      terms.addText(keyword, "", KEYWORD);
    }
    for (var text : entry.words()) {
      terms.add(text);
    }
    return terms.strengths;
  }

  private void add(IndexText text) {
    switch (text.role()) {
      case TITLE -> addTitle(text.text(), text.language());
      case DESCRIPTION -> addText(text.text(), text.language(), DESCRIPTION);
      case DISTRIBUTION, COLUMN -> addText(text.text(), text.language(), DISTRIBUTION);
      case PUBLISHER, PLACE -> addText(text.text(), text.language(), ORIGIN);
      case FORMAT, NAME, EXTRA -> addText(text.text(), text.language(), FURTHER);
      case THEME -> addText(firstWord(text.text()), text.language(), THEME);
      case LICENSE -> {}
    }
  }

  /** Of "Bildung, Kultur und Sport" only the first: else Sport would find all of education. */
  private static String firstWord(String label) {
    return label.split("[\\s,]", 2)[0];
  }

  private static boolean isEnglish(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("en");
  }

  private List<Word> words(String text, String tag) {
    return isEnglish(tag) ? GermanAnalysis.ENGLISH.words(text) : german.words(text);
  }

  private void addTitle(String title, String tag) {
    var words = words(title, tag);
    var length = Math.max(1, words.size());
    var strength = (int) (WHOLE_TITLE * (LONG_TITLE + (1 - LONG_TITLE) / Math.sqrt(length)));
    add(words, strength, tag);
    addPairs(words, strength);
  }

  private void addText(String text, String tag, int strength) {
    add(words(text, tag), strength, tag);
  }

  private void add(List<Word> words, int strength, String tag) {
    var isEnglish = isEnglish(tag);
    for (var word : words) {
      var full = word.origin() == Word.Origin.MEANT ? (int) (strength * PART) : strength;
      note(word.stem(), full);
      note(exact(word.form()), full);
      word.parts().forEach(part -> note(part, (int) (full * PART)));
      if (isEnglish) {
        noteEnglish(word, full);
      }
    }
  }

  /** Beside its English stem a word has its German one, by which whoever types it as it is asks. */
  private void noteEnglish(Word word, int strength) {
    note(english(word.stem()), strength);
    GermanAnalysis.GERMAN.words(word.form()).forEach(same -> note(same.stem(), strength));
  }

  private void addPairs(List<Word> words, int strength) {
    for (var i = 0; i + 1 < words.size(); i++) {
      note(pair(words.get(i).stem(), words.get(i + 1).stem()), strength);
    }
  }

  private void note(String term, int strength) {
    strengths.merge(term, Math.max(1, strength), MatchTerms::together);
  }

  /** Standing in several places is a little more than standing in the best one. */
  private static int together(int one, int other) {
    var most = Math.max(one, other);
    return Math.min(most + Math.max(1, Math.min(one, other) / 20), most + most / 5 + 1);
  }
}
