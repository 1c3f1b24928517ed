package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.allmende.catalog.search.language.English;
import org.allmende.catalog.search.language.German;
import org.allmende.catalog.search.language.Spelling;
import org.allmende.catalog.search.language.Word;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How text becomes words of the index, with the positions that phrases need. */
final class GermanAnalysis extends Analyzer {

  /** Loading the word lists takes a moment; all indexes of a process share them. */
  static final German GERMAN = German.shared();

  static final English ENGLISH = new English();

  private final Function<String, List<WordTokens.Token>> analysis;

  private GermanAnalysis(Function<String, List<WordTokens.Token>> analysis) {
    this.analysis = analysis;
  }

  /** Words by their stem and by their parts: {@code Baum} finds {@code Straßenbäume}. */
  static Analyzer stemmed() {
    return new GermanAnalysis(text -> stemmed(GERMAN.words(text)));
  }

  /** The same of words that were read already. */
  static List<WordTokens.Token> stemmed(List<Word> words) {
    return tokens(words, GermanAnalysis::stems);
  }

  /** Words as written, umlauts aside. */
  static Analyzer exact() {
    return new GermanAnalysis(text -> exact(GERMAN.words(text)));
  }

  /** The same of words that were read already. */
  static List<WordTokens.Token> exact(List<Word> words) {
    return tokens(
        words, word -> word.origin() == Word.Origin.MEANT ? List.of() : List.of(word.form()));
  }

  /** All by which a word may have been found, to mark it. */
  static Analyzer marking() {
    return new GermanAnalysis(
        text -> tokens(GERMAN.words(text), GermanAnalysis::stemsOfBothLanguages));
  }

  private static List<String> stems(Word word) {
    return word.parts().isEmpty() ? List.of(word.stem()) : stemsWithParts(word);
  }

  private static List<String> stemsWithParts(Word word) {
    var stems = new ArrayList<String>();
    stems.add(word.stem());
    stems.addAll(word.parts());
    return stems;
  }

  private static List<String> stemsOfBothLanguages(Word word) {
    var stems = stemsWithParts(word);
    stems.add(MatchTerms.english(English.stem(word.form())));
    return stems;
  }

  private static List<WordTokens.Token> tokens(
      List<Word> words, Function<Word, List<String>> terms) {
    var tokens = new ArrayList<WordTokens.Token>();
    for (var word : words) {
      var all = terms.apply(word);
      for (var term : all.size() < 2 ? all : new LinkedHashSet<>(all)) {
        tokens.add(new WordTokens.Token(term, word.start(), word.end(), word.position()));
      }
    }
    return tokens;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var stream = new WordTokens();
    return new TokenStreamComponents(
        reader -> {
          var text = read(reader);
          stream.take(analysis.apply(text), text.length());
        },
        stream);
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new Folding(in);
  }

  private static String read(Reader reader) {
    try {
      var text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return WordTokens.GAP;
  }

  /** Spelling alone, for a piece of a word. */
  private static final class Folding extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Folding(TokenStream in) {
      super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      var folded = Spelling.folded(term.toString());
      term.setEmpty().append(folded);
      return true;
    }
  }
}
