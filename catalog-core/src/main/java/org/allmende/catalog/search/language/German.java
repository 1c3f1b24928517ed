package org.allmende.catalog.search.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * German texts: inflection, compounds, spelling, abbreviations, gender forms, years. {@code
 * Straßenbaumkataster} is found by Baum, {@code Hauptstr.} by Straße, "Grün- und Freiflächen" by
 * Grünfläche, "2019-2021" by 2020.
 */
public final class German extends Language {

  private static final int WORDS_KEPT = 200_000;
  private static final int LONGEST_RANGE = 40;

  /** Letters and digits that change more often are a key, such as 2e886bb9, and say nothing. */
  private static final int MOST_SEGMENTS = 4;

  /** How many characters part the years in "2019 - 2021"; next to each other it is one. */
  private static final int SPACED_DASH = 3;

  /** Stems of first parts that say little in a town: what is the guests' or the citizens'. */
  private static final Set<String> HARDLY_NARROWING =
      Set.of("gast", "burger", "stadt", "gemeinde", "kommunal", "person", "einwohner");

  /** Stems of first parts that are about everything: alone they stand for no compound. */
  private static final Set<String> ABOUT_EVERYTHING =
      Set.of("leben", "leb", "welt", "mensch", "land", "staat", "arbeit", "kern", "teil");

  private static final Pattern STREET = Pattern.compile("(\\p{L}{3,})str");
  private static final Pattern YEAR = Pattern.compile("(?:1[6-9]|20)\\d\\d");
  private static final Pattern SHORT_YEAR = Pattern.compile("\\d\\d");
  private static final Pattern SEGMENT =
      Pattern.compile(
          "\\p{Lu}{2,}s(?!\\p{L})|\\p{Lu}+(?=\\p{Lu}\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lu}+|\\p{L}+|\\p{Nd}+");
  private static final Map<String, String> ABBREVIATIONS =
      Map.of(
          "str",
          "strasse",
          "st",
          "sankt",
          "pl",
          "platz",
          "nr",
          "nummer",
          "einw",
          "einwohner",
          "bev",
          "bevoelkerung",
          "grundst",
          "grundstueck",
          "landkr",
          "landkreis",
          "gem",
          "gemeinde");

  private final Lexicon lexicon = new Lexicon();
  private final GermanStemmer stemmer = lexicon.stemmer();
  private final CompoundSplitter splitter = new CompoundSplitter(lexicon);
  private final Set<String> stopWords = WordTable.wordsOf("stopwords.txt");

  /**
   * Asked for every word of every text: a cache that orders its entries takes three times as long.
   */
  private final Map<String, WordForms> known = new ConcurrentHashMap<>();

  /** Reads the word lists at the first question; all who read German share what was read. */
  private static final class Shared {
    static final German GERMAN = new German();
  }

  /** The one that all share. */
  public static German shared() {
    return Shared.GERMAN;
  }

  /** Made at the first question; only misspelt words need it. */
  private static final class Words {
    static final Map<String, String> BY_STEM = Shared.GERMAN.lexicon.generalWordsByStem();
  }

  /** A common word that has this stem, in small letters: {@code öffnung} for {@code offnung}. */
  public static Optional<String> wordWithStem(String stem) {
    return Optional.ofNullable(Words.BY_STEM.get(stem));
  }

  @Override
  WordForms forms(TextScanner.Run run) {
    var text = run.text();
    return known(run.isAbbreviated() ? text + "." : text);
  }

  private WordForms known(String text) {
    var forms = known.get(text);
    if (forms == null) {
      forms = read(text);
      if (known.size() >= WORDS_KEPT) {
        known.clear(); // the usual words are soon back
      }
      known.put(text, forms);
    }
    return forms;
  }

  private WordForms read(String text) {
    var isAbbreviated = text.endsWith(".");
    var bare = isAbbreviated ? text.substring(0, text.length() - 1) : text;
    var word = Normalizer.normalize(bare, Normalizer.Form.NFC);
    var written = Spelling.writtenOut(word);
    var street = STREET.matcher(written);
    if (street.matches()) {
      written = street.group(1) + "strasse";
    } else if (isAbbreviated) {
      written = ABBREVIATIONS.getOrDefault(written, written);
    }
    var segments = segments(word);
    return segments.size() > 1 ? ofSegments(written, segments) : ofWord(written);
  }

  /** The pieces of {@code OpenData}, {@code PM10}, {@code eGovernment}. */
  private static List<String> segments(String word) {
    var segments = new ArrayList<String>();
    var pieces = SEGMENT.matcher(word);
    while (pieces.find()) {
      segments.add(pieces.group());
    }
    return segments;
  }

  private WordForms ofSegments(String written, List<String> segments) {
    var parts = new LinkedHashSet<String>();
    var pieces = new ArrayList<String>();
    var stem = new StringBuilder();
    var hasDigit = written.chars().anyMatch(Character::isDigit);
    var isKey = hasDigit && segments.size() > MOST_SEGMENTS;
    for (var segment : segments) {
      var forms = ofWord(Spelling.writtenOut(segment));
      stem.append(forms.stem());
      pieces.add(forms.stem());
      if (!isKey && (segment.length() > 2 || hasDigit)) {
        parts.add(forms.stem());
        parts.addAll(forms.parts());
      }
    }
    var split = isKey ? List.<String>of() : pieces;
    return forms(Spelling.withoutUmlauts(written), stem.toString(), parts, split);
  }

  private WordForms ofWord(String written) {
    var whole = lexicon.findWhole(written);
    if (whole.isPresent()) {
      return forms(
          Spelling.withoutUmlauts(written),
          stemmer.stem(written),
          whole.get().foundBy(),
          List.of());
    }
    var parts = splitter.split(written);
    return parts.size() < 2
        ? forms(Spelling.withoutUmlauts(written), stemmer.stem(written), Set.of(), List.of())
        : ofParts(written, parts);
  }

  private WordForms ofParts(String written, List<CompoundSplitter.Part> parts) {
    var stem = new StringBuilder();
    var found = new LinkedHashSet<String>();
    var speaking = new ArrayList<String>();
    for (var part : parts) {
      var partStem = stemmer.stem(part.written());
      stem.append(partStem);
      if (!part.entry().isSilent()) {
        speaking.add(partStem);
        found.add(partStem);
        found.addAll(part.entry().foundBy());
      }
    }
    found.addAll(compoundsWithin(parts));
    return forms(
        Spelling.withoutUmlauts(written),
        stem.toString(),
        found,
        speaking.size() < 2 ? List.of() : speaking);
  }

  /** Of Straßen-baum-kataster also Straßenbaum and Baumkataster. */
  private List<String> compoundsWithin(List<CompoundSplitter.Part> parts) {
    var stems = parts.stream().map(part -> stemmer.stem(part.written())).toList();
    var within = new ArrayList<String>();
    for (var length = 2; length < stems.size(); length++) {
      for (var from = 0; from + length <= stems.size(); from++) {
        within.add(String.join("", stems.subList(from, from + length)));
      }
    }
    return within;
  }

  /**
   * The word with less said, as it was typed: a compound without its last part ({@code Baustellen}
   * for {@code Baustellenkalender}), or without a first part that hardly narrows it ({@code
   * Übernachtungen} for {@code Gästeübernachtungen}). None for a word that is whole.
   *
   * @param typed one word, letters alone
   */
  public List<String> lessSpecific(String typed) {
    var word = Normalizer.normalize(typed, Normalizer.Form.NFC);
    var written = Spelling.writtenOut(word);
    var parts = splitter.split(written);
    var whole = lexicon.findWhole(written);
    if (whole.isPresent() && !isFoundByFirst(whole.get(), parts)) {
      return List.of();
    }
    var less = new ArrayList<String>();
    if (parts.size() > 1) {
      addBeginnings(parts.subList(0, parts.size() - 1), word, written, less);
      if (HARDLY_NARROWING.contains(stemmer.stem(parts.getFirst().written()))) {
        var first =
            typedLength(word, startOf(parts.get(1), parts.getFirst().written().length(), written));
        less.add(
            word.substring(first, first + 1).toUpperCase(Locale.GERMAN)
                + word.substring(first + 1));
      }
    }
    return less;
  }

  /**
   * Friedhofsplan is known as a whole, and yet a plan about a Friedhof; Straßenbahn is no street.
   */
  private boolean isFoundByFirst(Lexicon.Entry whole, List<CompoundSplitter.Part> parts) {
    return parts.size() == 2 && whole.foundBy().contains(stemmer.stem(parts.getFirst().written()));
  }

  /** Baumarten and Baum of Baumartenliste: what says nothing alone may fall away with the last. */
  private void addBeginnings(
      List<CompoundSplitter.Part> kept, String word, String written, List<String> less) {
    if (kept.stream().noneMatch(this::saysSomething)) {
      return;
    }
    less.add(
        word.substring(
            0, typedLength(word, endOf(kept, written) - linkingLetters(kept.getLast()))));
    if (kept.getLast().entry().isSilent()) {
      addBeginnings(kept.subList(0, kept.size() - 1), word, written, less);
    }
  }

  /** 1 for the s of Friedhofs-, which is no letter of the word itself; 0 for that of Haus. */
  private int linkingLetters(CompoundSplitter.Part part) {
    var written = part.written();
    if (!written.endsWith("s")) {
      return 0;
    }
    var bare = written.substring(0, written.length() - 1);
    return lexicon.findPart(bare, false).isPresent()
            && stemmer.stem(bare).equals(stemmer.stem(written))
        ? 1
        : 0;
  }

  private boolean saysSomething(CompoundSplitter.Part part) {
    var stem = stemmer.stem(part.written());
    return !part.entry().isSilent()
        && !HARDLY_NARROWING.contains(stem)
        && !ABOUT_EVERYTHING.contains(stem);
  }

  /** Where the last of these first parts of a compound ends. */
  private static int endOf(List<CompoundSplitter.Part> parts, String written) {
    var end = parts.getFirst().written().length();
    for (var i = 1; i < parts.size(); i++) {
      end = startOf(parts.get(i), end, written) + parts.get(i).written().length();
    }
    return end;
  }

  /** Where a part begins that follows one with this end: behind a linking s, when there is one. */
  private static int startOf(CompoundSplitter.Part part, int end, String written) {
    return written.startsWith(part.written(), end) ? end : end + 1;
  }

  /** How many letters were typed for so many of {@link Spelling#writtenOut}. */
  private static int typedLength(String word, int writtenOut) {
    var length = 1;
    while (length < word.length()
        && Spelling.writtenOut(word.substring(0, length)).length() < writtenOut) {
      length++;
    }
    return length;
  }

  private WordForms forms(String form, String stem, Collection<String> parts, List<String> split) {
    return new WordForms(
        form,
        stem,
        parts.stream().filter(part -> !part.equals(stem)).distinct().toList(),
        split,
        stopWords.contains(form));
  }

  /** The two ends of a range of years, and what a hyphen at the end of a word leaves out. */
  @Override
  void addMeant(List<TextScanner.Run> runs, List<Word> words) {
    for (var i = 0; i + 1 < runs.size(); i++) {
      if (runs.get(i).isCut()) {
        addCompleted(runs, i, words);
      } else if (YEAR.matcher(runs.get(i).text()).matches()) {
        addYears(runs.get(i), runs.get(i + 1), i, words);
      }
    }
  }

  /** In "Grün- und Freiflächen" the first word lacks the last part of the second. */
  private void addCompleted(List<TextScanner.Run> runs, int cut, List<Word> words) {
    for (var i = cut + 1; i < Math.min(runs.size(), cut + 6); i++) {
      var run = runs.get(i);
      if (run.isCut() || forms(run).isStop()) {
        continue;
      }
      var tail = tail(runs, i);
      if (!tail.isEmpty()) {
        var first = runs.get(cut);
        var whole = read(first.text() + tail);
        words.add(whole.at(first.start(), run.end(), cut, Word.Origin.MEANT));
      }
      return;
    }
  }

  private String tail(List<TextScanner.Run> runs, int at) {
    if (at + 1 < runs.size() && runs.get(at + 1).before() == TextScanner.Before.HYPHEN) {
      return Spelling.writtenOut(runs.get(at + 1).text());
    }
    var parts = splitter.split(Spelling.writtenOut(runs.get(at).text()));
    return parts.size() < 2 ? "" : parts.getLast().written();
  }

  private static void addYears(
      TextScanner.Run first, TextScanner.Run second, int position, List<Word> words) {
    var between = second.start() - first.end();
    var isBound = second.before() != TextScanner.Before.SPACE;
    if (!isBound && between != SPACED_DASH) {
      return;
    }
    var from = Integer.parseInt(first.text());
    var to = year(second.text(), from);
    for (var year = from + 1; year <= to && to - from <= LONGEST_RANGE; year++) {
      var text = String.valueOf(year);
      words.add(
          new Word(
              text,
              text,
              List.of(),
              List.of(),
              first.start(),
              second.end(),
              position,
              Word.Origin.MEANT));
    }
  }

  /** The end of a range: "2019-2021", "2019/20"; 0 when it is none. */
  private static int year(String text, int from) {
    if (YEAR.matcher(text).matches()) {
      return Integer.parseInt(text);
    }
    return SHORT_YEAR.matcher(text).matches() ? from / 100 * 100 + Integer.parseInt(text) : 0;
  }
}
