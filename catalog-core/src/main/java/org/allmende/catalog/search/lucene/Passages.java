package org.allmende.catalog.search.lucene;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.catalog.search.Hit.Marked;
import org.allmende.catalog.search.Hit.Piece;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Marks the words of a query in titles, and picks the best passage of a description. */
final class Passages {

  private static final int LONGEST_PASSAGE = 280;

  private final Analyzer analyzer;

  Passages(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** The whole text with marks. */
  Optional<Marked> title(Query query, String text) throws IOException {
    return marked(query, Fields.TITLE, text, new WholeBreakIterator());
  }

  /** The best sentences with marks, or the beginning of the text when no word of it was found. */
  Optional<Marked> passage(Query query, String text) throws IOException {
    return marked(
        query, Fields.DESCRIPTION, text, BreakIterator.getSentenceInstance(Locale.GERMAN));
  }

  private Optional<Marked> marked(Query query, String field, String text, BreakIterator breaks)
      throws IOException {
    if (text.isBlank()) {
      return Optional.empty();
    }
    var highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analyzer)
            // The words count wherever they were found, in whichever field they were sought.
            .withFieldMatcher(any -> true)
            // Else all words would have to stand in this one text for any of them to be marked.
            .withWeightMatches(false)
            .withBreakIterator(() -> breaks)
            .withFormatter(new Pieces())
            .withMaxNoHighlightPassages(2)
            .build();
    var found = highlighter.highlightWithoutSearcher(field, query, text, 2);
    return found instanceof Marked marked ? Optional.of(cut(marked)) : Optional.empty();
  }

  private static Marked cut(Marked marked) {
    var pieces = new ArrayList<Piece>();
    var room = LONGEST_PASSAGE;
    for (var piece : marked.pieces()) {
      if (piece.text().length() > room) {
        pieces.add(new Piece(piece.text().substring(0, room).strip() + " …", piece.marked()));
        return new Marked(pieces);
      }
      pieces.add(piece);
      room -= piece.text().length();
    }
    return new Marked(pieces);
  }

  /** Passages as pieces instead of HTML: what is a mark decides the page. */
  private static final class Pieces extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      var pieces = new ArrayList<Piece>();
      for (var passage : passages) {
        if (!pieces.isEmpty()) {
          pieces.add(new Piece(" … ", false));
        }
        addPieces(pieces, passage, content);
      }
      return new Marked(pieces);
    }

    private static void addPieces(List<Piece> pieces, Passage passage, String content) {
      var from = passage.getStartOffset();
      for (var i = 0; i < passage.getNumMatches(); i++) {
        var start = Math.max(passage.getMatchStarts()[i], from);
        var end = Math.max(passage.getMatchEnds()[i], start);
        add(pieces, content.substring(from, start), false);
        add(pieces, content.substring(start, end), true);
        from = end;
      }
      add(pieces, content.substring(from, Math.max(from, passage.getEndOffset())), false);
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
      if (!text.isEmpty()) {
        pieces.add(new Piece(text, marked));
      }
    }
  }
}
