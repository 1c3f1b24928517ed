package org.allmende.catalog.search.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes compounds apart: {@code Straßenbaumkataster} into Straße, Baum, Kataster. A word is split
 * only into words that the {@link Lexicon} knows, into as few as possible, so that {@code Haushalt}
 * in {@code Haushaltsplanentwurf} stays what it is; a linking s belongs to the word before it.
 */
final class CompoundSplitter {

  private static final int SHORTEST_COMPOUND = 6;
  private static final int LONGEST_COMPOUND = 60;
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PART = 28;
  private static final double SHORT_PART = 0.25;
  private static final int SHORT = 5;
  private static final double LINK = 0.15;
  private static final double UNDOTTED = 0.3;

  /**
   * A part as it stands in the compound, the linking s taken off.
   *
   * @param written in the spelling of {@link Spelling#writtenOut}
   */
  record Part(String written, Lexicon.Entry entry) {}

  private record Way(double cost, @Nullable Way before, @Nullable Part last) {}

  private final Lexicon lexicon;

  CompoundSplitter(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Its parts from left to right; fewer than two when it is no compound that we know. */
  List<Part> split(String written) {
    var length = written.length();
    if (length < SHORTEST_COMPOUND || length > LONGEST_COMPOUND) {
      return List.of();
    }
    var best = new Way[length + 1];
    best[0] = new Way(0, null, null);
    for (var to = SHORTEST_PART; to <= length; to++) {
      for (var from = Math.max(0, to - LONGEST_PART); from <= to - SHORTEST_PART; from++) {
        if (best[from] != null) {
          extend(best, written, from, to);
        }
      }
    }
    return best[length] == null ? List.of() : parts(best[length]);
  }

  private void extend(@Nullable Way[] best, String written, int from, int to) {
    var isLast = to == written.length();
    if (from == 0 && isLast) {
      return;
    }
    var text = written.substring(from, to);
    lexicon
        .findPart(text, isLast)
        .ifPresent(entry -> offer(best, from, to, new Part(text, entry), 1));
    if (!isLast && text.endsWith("s") && text.length() > SHORTEST_PART + 1) {
      var word = text.substring(0, text.length() - 1);
      lexicon
          .findPart(word, false)
          .ifPresent(entry -> offer(best, from, to, new Part(word, entry), 1 + LINK));
    }
  }

  private static void offer(@Nullable Way[] best, int from, int to, Part part, double cost) {
    var before = best[from];
    if (before == null) {
      return;
    }
    var sum =
        before.cost()
            + cost
            + (part.written().length() <= SHORT ? SHORT_PART : 0)
            + (part.entry().role() == Lexicon.Role.UNDOTTED ? UNDOTTED : 0);
    var known = best[to];
    if (known == null || sum < known.cost()) {
      best[to] = new Way(sum, before, part);
    }
  }

  private static List<Part> parts(Way end) {
    var parts = new ArrayList<Part>();
    for (var way = end; way != null && way.last() != null; way = way.before()) {
      parts.addFirst(way.last());
    }
    return parts;
  }
}
