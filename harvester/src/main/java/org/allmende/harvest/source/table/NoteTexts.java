package org.allmende.harvest.source.table;

import java.util.Map;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.Wording;

/** The words of {@link ReadingNotes}, from the two tables among the resources. */
public final class NoteTexts {

  private final Wording wording;

  private NoteTexts(Wording wording) {
    this.wording = wording;
  }

  /** The words in English for {@code "en"}, in German for any other language. */
  public static NoteTexts in(String language) {
    return new NoteTexts(Wording.of("harvest.source.table.notes", language));
  }

  /** The text of a note in German and in English. */
  static LocalizedText inBoth(Note note) {
    return new LocalizedText(Map.of("de", in("de").of(note), "en", in("en").of(note)));
  }

  /** The text of a note. */
  public String of(Note note) {
    return wording.get(note.name(), note.values().toArray());
  }

  /** The text of a note of this name, with the values in its places. */
  public String of(String name, Object... values) {
    return of(Note.of(name, values));
  }
}
