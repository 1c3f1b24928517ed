package org.allmende.catalog.search.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a text as words of one language. A text of 100 kB takes about 10 ms; words that were met
 * before are remembered.
 *
 * <p>Any number of threads may share it.
 */
public abstract sealed class Language permits German, English {

  private static final int LONGEST_CHAIN = 8;

  /** The words of a text in their order, without those that find nothing ("und", "the"). */
  public List<Word> words(String text) {
    var runs = new TextScanner(text).runs();
    var words = new ArrayList<Word>();
    var position = 0;
    for (var from = 0; from < runs.size(); ) {
      var to = chainEnd(runs, from);
      addChain(words, runs.subList(from, to), position);
      position += to - from;
      from = to;
    }
    addMeant(runs, words);
    words.sort(Comparator.comparingInt(Word::position));
    return words;
  }

  /** The words of a text as somebody seeks them: what hyphens bind is one. */
  public List<Unit> units(String text) {
    var words = words(text);
    var chains = ofOrigin(words, Word.Origin.JOINED);
    var written = ofOrigin(words, Word.Origin.WRITTEN);
    var units = new ArrayList<Unit>();
    var next = 0;
    for (var chain : chains) {
      next = addSingle(units, written, next, chain.start());
      var pieces = new ArrayList<Word>();
      while (next < written.size() && written.get(next).end() <= chain.end()) {
        pieces.add(written.get(next++));
      }
      units.add(new Unit(chain, pieces));
    }
    addSingle(units, written, next, Integer.MAX_VALUE);
    return units;
  }

  private static List<Word> ofOrigin(List<Word> words, Word.Origin origin) {
    return words.stream().filter(word -> word.origin() == origin).toList();
  }

  /** Adds the words before a place in the text, each for itself; gives the first one behind. */
  private static int addSingle(List<Unit> units, List<Word> written, int from, int before) {
    var next = from;
    while (next < written.size() && written.get(next).start() < before) {
      units.add(new Unit(written.get(next++), List.of()));
    }
    return next;
  }

  private static int chainEnd(List<TextScanner.Run> runs, int from) {
    var to = from + 1;
    while (to < runs.size()
        && to - from < LONGEST_CHAIN
        && runs.get(to).before() == TextScanner.Before.HYPHEN) {
      to++;
    }
    return to;
  }

  /** Pieces between hyphens: each for itself, and all of them as one word. */
  private void addChain(List<Word> words, List<TextScanner.Run> chain, int position) {
    var all = new ArrayList<WordForms>();
    for (var i = 0; i < chain.size(); i++) {
      var run = chain.get(i);
      var forms = forms(run);
      all.add(forms);
      if (!forms.isStop()) {
        words.add(forms.at(run.start(), run.end(), position + i, Word.Origin.WRITTEN));
      }
    }
    if (chain.size() > 1 && all.stream().anyMatch(forms -> hasLetter(forms.form()))) {
      var joined = joined(all);
      words.add(
          joined.at(chain.getFirst().start(), chain.getLast().end(), position, Word.Origin.JOINED));
    }
  }

  private static boolean hasLetter(String form) {
    return form.codePoints().anyMatch(Character::isLetter);
  }

  /** Its parts are the pieces, and they are words already. */
  private static WordForms joined(List<WordForms> pieces) {
    var form = new StringBuilder();
    var stem = new StringBuilder();
    for (var piece : pieces) {
      form.append(piece.form());
      stem.append(piece.stem());
    }
    return new WordForms(form.toString(), stem.toString(), List.of(), List.of(), false);
  }

  /** Adds words that are meant without being written out; none, unless the language knows any. */
  void addMeant(List<TextScanner.Run> runs, List<Word> words) {}

  abstract WordForms forms(TextScanner.Run run);
}
