package org.allmende.catalog.search.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * How German text becomes words of the index: lower case, without the most frequent words, ä = ae =
 * a, ß = ss; with or without light stemming.
 */
final class GermanAnalysis extends Analyzer {

  private final boolean stems;

  private GermanAnalysis(boolean stems) {
    this.stems = stems;
  }

  /** Words by their stem: {@code Ladesäulen} finds {@code Ladesäule}. */
  static Analyzer stemmed() {
    return new GermanAnalysis(true);
  }

  /** Words as written, umlauts aside; ranks an exact match above a stem. */
  static Analyzer exact() {
    return new GermanAnalysis(false);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var tokenizer = new StandardTokenizer();
    TokenStream words = new LowerCaseFilter(tokenizer);
    words = new StopFilter(words, GermanAnalyzer.getDefaultStopSet());
    words = folded(words);
    return new TokenStreamComponents(tokenizer, stems ? new GermanLightStemFilter(words) : words);
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return folded(new LowerCaseFilter(in));
  }

  /** A phrase does not reach from one text of a dataset into the next. */
  @Override
  public int getPositionIncrementGap(String field) {
    return 100;
  }

  private static TokenStream folded(TokenStream words) {
    return new ASCIIFoldingFilter(new GermanNormalizationFilter(words));
  }
}
