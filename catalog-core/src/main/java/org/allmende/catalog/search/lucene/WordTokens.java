package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of texts as Lucene takes them: a stream of terms with places. */
final class WordTokens extends TokenStream {

  /** A phrase does not reach from one text of a dataset into the next. */
  static final int GAP = 100;

  /**
   * A term of the index.
   *
   * @param text the term
   * @param start where it stands in the text
   * @param end where it ends
   * @param position its place in the order of words, never less than that of the one before
   */
  record Token(String text, int start, int end, int position) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute steps = addAttribute(PositionIncrementAttribute.class);
  private List<Token> all = List.of();
  private Iterator<Token> tokens = all.iterator();
  private int position;
  private int start;
  private int length;

  /** The next stream is of these tokens, from a text of this length. */
  void take(List<Token> next, int textLength) {
    all = next;
    length = textLength;
  }

  /**
   * A stream of several texts, one behind the other.
   *
   * @param texts the texts
   * @param analysis the tokens of a text
   */
  static WordTokens of(List<String> texts, Function<String, List<Token>> analysis) {
    var tokens = new ArrayList<Token>();
    var offset = 0;
    var position = 0;
    for (var text : texts) {
      var last = position;
      for (var token : analysis.apply(text)) {
        last = position + token.position();
        tokens.add(new Token(token.text(), offset + token.start(), offset + token.end(), last));
      }
      offset += text.length() + 1;
      position = last + GAP;
    }
    var stream = new WordTokens();
    stream.take(tokens, offset);
    return stream;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    tokens = all.iterator();
    position = -1;
    start = 0;
  }

  @Override
  public boolean incrementToken() {
    if (!tokens.hasNext()) {
      return false;
    }
    clearAttributes();
    var token = tokens.next();
    term.append(token.text());
    // Lucene wants starts in order; of words at one position the first one says where they stand.
    start = Math.max(start, token.start());
    offsets.setOffset(start, Math.max(start, token.end()));
    steps.setPositionIncrement(token.position() - position);
    position = token.position();
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offsets.setOffset(length, length);
  }
}
