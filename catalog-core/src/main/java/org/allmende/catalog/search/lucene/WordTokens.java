package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of a text as Lucene takes them: a stream of terms with places. */
final class WordTokens extends Tokenizer {

  /**
   * A term of the index.
   *
   * @param text the term
   * @param start where it stands in the text
   * @param end where it ends
   * @param position its place in the order of words, never less than that of the one before
   */
  record Token(String text, int start, int end, int position) {}

  private final Function<String, List<Token>> analysis;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute steps = addAttribute(PositionIncrementAttribute.class);
  private Iterator<Token> tokens = List.<Token>of().iterator();
  private int position;
  private int start;
  private int length;

  WordTokens(Function<String, List<Token>> analysis) {
    this.analysis = analysis;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    var text = new StringWriter();
    input.transferTo(text);
    length = text.getBuffer().length();
    tokens = analysis.apply(text.toString()).iterator();
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
    offsets.setOffset(correctOffset(start), correctOffset(Math.max(start, token.end())));
    steps.setPositionIncrement(token.position() - position);
    position = token.position();
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offsets.setOffset(correctOffset(length), correctOffset(length));
  }
}
