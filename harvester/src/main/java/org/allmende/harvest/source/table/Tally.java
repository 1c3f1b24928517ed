package org.allmende.harvest.source.table;

import java.util.ArrayList;
import java.util.List;

/** The first notes of a kind, and how many there were. */
final class Tally {

  /** How many notes are kept. */
  static final int KEPT = 20;

  private final List<String> first = new ArrayList<>();
  private int count;

  void add(String note) {
    count++;
    if (first.size() < KEPT) {
      first.add(note);
    }
  }

  int count() {
    return count;
  }

  /** The first notes; where more came, a line that says how many. */
  List<String> lines(NoteTexts texts) {
    if (count <= first.size()) {
      return List.copyOf(first);
    }
    var lines = new ArrayList<>(first);
    lines.add(texts.of("more", count - first.size()));
    return lines;
  }
}
