package org.allmende.catalog.search.lucene;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;

/** The field of {@link MatchTerms}: the strength of a term stands where Lucene keeps how often. */
final class MatchField {

  static final String NAME = "match";

  private static final FieldType TYPE = new FieldType();

  static {
    TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TYPE.setTokenized(true);
    TYPE.setOmitNorms(true);
    TYPE.freeze();
  }

  private MatchField() {}

  static Field of(Map<String, Integer> strengths) {
    return new Field(NAME, new Terms(strengths.entrySet().iterator()), TYPE);
  }

  private static final class Terms extends TokenStream {
    private final Iterator<Map.Entry<String, Integer>> terms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute strength = addAttribute(TermFrequencyAttribute.class);

    Terms(Iterator<Map.Entry<String, Integer>> terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      if (!terms.hasNext()) {
        return false;
      }
      clearAttributes();
      var next = terms.next();
      term.append(next.getKey());
      strength.setTermFrequency(next.getValue());
      return true;
    }
  }

  /**
   * What a strength is worth: between 0 and 1, and up to twice that for a rare word. It grows ever
   * more slowly, so that two words found somewhere are worth more than one found in the title.
   */
  static final class Worth extends Similarity {

    /** The strength that is worth a half. */
    private static final float HALF = 60;

    @Override
    public long computeNorm(FieldInvertState state) {
      return 1;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... terms) {
      var weight = boost * rarity(all, terms);
      return new SimScorer() {
        @Override
        public float score(float strength, long norm) {
          return weight * strength / (strength + HALF);
        }

        @Override
        public Explanation explain(Explanation strength, long norm) {
          var value = strength.getValue().floatValue();
          return Explanation.match(score(value, norm), "worth of the strength", strength);
        }
      };
    }

    private static float rarity(CollectionStatistics all, TermStatistics... terms) {
      var found = 1L;
      for (var term : terms) {
        found = Math.max(found, term.docFreq());
      }
      var datasets = Math.max(all.docCount(), 1L) + 1.0;
      return (float) (1 + Math.log(datasets / found) / Math.log(datasets + 1));
    }
  }
}
