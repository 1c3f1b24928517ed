package org.allmende.catalog.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.allmende.catalog.search.Match;
import org.allmende.catalog.search.Match.How;
import org.allmende.catalog.search.Match.Where;
import org.allmende.catalog.search.language.English;
import org.allmende.catalog.search.language.Synonyms;
import org.allmende.catalog.search.language.Unit;
import org.allmende.catalog.search.language.Word;

/**
 * Tells why a dataset was found: reads its texts once more as they were indexed and compares them
 * with what was typed. Done for the hits of a page alone.
 */
final class Matches {

  private static final int MOST_WORDS = 12;

  /** A page waits for it: what stands farther behind is told as standing somewhere. */
  private static final int LONGEST_TEXT = 4_000;

  private final Supplier<Synonyms> synonyms;

  Matches(Supplier<Synonyms> synonyms) {
    this.synonyms = synonyms;
  }

  /** A text of a dataset with its place. */
  record Text(Where where, String text) {}

  /**
   * The closest match of each word that was typed, in the order of the words.
   *
   * @param typed a person's words
   * @param texts the texts of the dataset, the most telling first
   */
  List<Match> of(String typed, List<Text> texts) {
    var beginning = typed.substring(0, Math.min(typed.length(), WordQueries.LONGEST_TEXT));
    var sought = GermanAnalysis.GERMAN.units(beginning);
    var read = texts.stream().map(Matches::read).toList();
    return sought.stream()
        .limit(MOST_WORDS)
        .map(unit -> best(unit, typed.substring(unit.word().start(), unit.word().end()), read))
        .toList();
  }

  /** A text with its words. */
  private record Read(Text text, List<Word> words) {
    /** The word as it stands there; of columns, the whole name of the one it stands in. */
    String at(Word word) {
      var all = text.text();
      if (text.where() != Where.COLUMN) {
        return all.substring(word.start(), word.end());
      }
      var end = all.indexOf('\n', word.end());
      return all.substring(all.lastIndexOf('\n', word.start()) + 1, end < 0 ? all.length() : end);
    }
  }

  private static Read read(Text text) {
    var looked =
        text.text().length() <= LONGEST_TEXT ? text.text() : text.text().substring(0, LONGEST_TEXT);
    return new Read(text, GermanAnalysis.GERMAN.words(looked));
  }

  /** The name of a column tells least: it counts where no other text has the word at all. */
  private Match best(Unit unit, String typed, List<Read> texts) {
    return closest(unit, typed, texts, false)
        .or(() -> closest(unit, typed, texts, true))
        .orElseGet(() -> new Match(typed, How.WRITTEN, "", Where.FURTHER));
  }

  private Optional<Match> closest(Unit unit, String typed, List<Read> texts, boolean isOfColumns) {
    var looked =
        texts.stream().filter(it -> isOfColumns == (it.text().where() == Where.COLUMN)).toList();
    return List.of(How.values()).stream()
        .flatMap(how -> looked.stream().map(text -> match(unit, typed, how, text)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Match> match(Unit unit, String typed, How how, Read text) {
    var found =
        how == How.APART
            ? apart(unit, text)
            : first(unit, how, text).map(List::of).orElse(List.of());
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Match(
                typed,
                how,
                String.join(" … ", found.stream().map(text::at).toList()),
                text.text().where()));
  }

  private Optional<Word> first(Unit unit, How how, Read text) {
    return text.words().stream().filter(word -> fits(unit.word(), how, word)).findFirst();
  }

  private boolean fits(Word sought, How how, Word word) {
    return switch (how) {
      case WRITTEN -> word.form().equals(sought.form());
      case INFLECTED ->
          word.stem().equals(sought.stem())
              || English.stem(word.form()).equals(English.stem(sought.form()));
      case PART -> word.parts().contains(sought.stem());
      case SYNONYM -> isSynonym(sought, word);
      case APART -> false;
    };
  }

  private boolean isSynonym(Word sought, Word word) {
    return synonyms.get().of(List.of(sought.stem())).stream()
        .anyMatch(
            synonym ->
                synonym.stems().contains(word.stem())
                    || (synonym.stems().size() == 1
                        && word.parts().contains(synonym.stems().getFirst())));
  }

  /** A word for each part or piece of what was typed; none when one of them is missing. */
  private List<Word> apart(Unit unit, Read text) {
    var parts =
        unit.pieces().isEmpty()
            ? unit.word().split()
            : unit.pieces().stream().map(Word::stem).toList();
    var found = new ArrayList<Word>();
    for (var part : parts) {
      text.words().stream()
          .filter(word -> word.stem().equals(part) || word.parts().contains(part))
          .findFirst()
          .ifPresent(found::add);
    }
    return found.size() < parts.size() || parts.isEmpty() ? List.of() : found;
  }
}
