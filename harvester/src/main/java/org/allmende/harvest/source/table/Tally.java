package org.allmende.harvest.source.table;

import java.util.ArrayList;
import java.util.List;

/** The first notes of a kind, and how many there were. */
public final class Tally {

  /** How many notes are kept. */
  public static final int KEPT = 20;

  private final List<String> first = new ArrayList<>();
  private int count;

  /** Counts a note, and keeps it when it is among the first. */
  public void add(String note) {
    count++;
    if (first.size() < KEPT) {
      first.add(note);
    }
  }

  /** How many there were. */
  public int count() {
    return count;
  }

  /** The first notes; where more came, a line that says how many. */
  public List<String> lines(NoteTexts texts) {
    if (count <= first.size()) {
      return List.copyOf(first);
    }
    var lines = new ArrayList<>(first);
    lines.add(texts.of("more", count - first.size()));
    return lines;
  }
}
