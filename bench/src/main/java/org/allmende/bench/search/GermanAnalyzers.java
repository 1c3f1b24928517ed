package org.allmende.bench.search;

import de.danielnaber.jwordsplitter.EmbeddedGermanDictionary;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.tartarus.snowball.ext.GermanStemmer;

/** What Lucene has for German beside its usual analyzer, each put together as its pages say. */
final class GermanAnalyzers {

  private static final int SHORTEST_COMPOUND = 6;
  private static final int SHORTEST_PART = 4;
  private static final int LONGEST_PART = 20;

  private GermanAnalyzers() {}

  static Analyzer light() {
    return of(words -> new GermanLightStemFilter(new GermanNormalizationFilter(words)));
  }

  static Analyzer minimal() {
    return of(words -> new GermanMinimalStemFilter(new GermanNormalizationFilter(words)));
  }

  static Analyzer snowball() {
    return of(words -> new SnowballFilter(words, new GermanStemmer()));
  }

  /** Every word of the list that stands within another, the longest; then light stems. */
  static Analyzer compounds() {
    var list = new CharArraySet(EmbeddedGermanDictionary.getWords(), true);
    return of(
        words ->
            new GermanLightStemFilter(
                new GermanNormalizationFilter(
                    new DictionaryCompoundWordTokenFilter(
                        words, list, SHORTEST_COMPOUND, SHORTEST_PART, LONGEST_PART, true))));
  }

  private static Analyzer of(UnaryOperator<TokenStream> stems) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var tokens = new StandardTokenizer();
        var words = new StopFilter(new LowerCaseFilter(tokens), GermanAnalyzer.getDefaultStopSet());
        return new TokenStreamComponents(tokens, stems.apply(words));
      }
    };
  }
}
