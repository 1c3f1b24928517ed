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
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Marks the words of a query in titles, and picks the best passages of descriptions. */
final class Passages {

  private static final int LONGEST_PASSAGE = 280;
  private static final int MOST_PASSAGES = 2;

  private final Analyzer analyzer;

  Passages(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Ready to mark this query in one text after the other; for one thread. */
  Marking of(Query query) {
    return new Marking(
        new Marker(analyzer, Fields.TITLE, query, new WholeBreakIterator()),
        new Marker(
            analyzer, Fields.DESCRIPTION, query, BreakIterator.getSentenceInstance(Locale.GERMAN)));
  }

  /** Marks one query. */
  static final class Marking {
    private final Marker titles;
    private final Marker descriptions;

    private Marking(Marker titles, Marker descriptions) {
      this.titles = titles;
      this.descriptions = descriptions;
    }

    /** The whole text with marks. */
    Optional<Marked> title(String text) throws IOException {
      return titles.marked(text);
    }

    /** The best sentences with marks, or the beginning of the text when no word was found. */
    Optional<Marked> passage(String text) throws IOException {
      return descriptions.marked(text);
    }
  }

  /**
   * Lucene's highlighter for one query and one field. What it must know of the query it reads once,
   * not for each text: that took longer than the marking.
   */
  private static final class Marker extends UnifiedHighlighter {
    private final FieldHighlighter texts;

    Marker(Analyzer analyzer, String field, Query query, BreakIterator breaks) {
      super(
          builderWithoutSearcher(analyzer)
              // The words count wherever they were found, in whichever field they were sought.
              .withFieldMatcher(any -> true)
              // Else all words would have to stand in this one text for any of them to be marked.
              .withWeightMatches(false)
              .withBreakIterator(() -> breaks)
              .withFormatter(new Pieces())
              .withMaxNoHighlightPassages(MOST_PASSAGES));
      this.texts = getFieldHighlighter(field, query, extractTerms(query), MOST_PASSAGES);
    }

    Optional<Marked> marked(String text) throws IOException {
      return !text.isBlank() && texts.highlightFieldForDoc(null, -1, text) instanceof Marked marked
          ? Optional.of(cut(marked))
          : Optional.empty();
    }
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
