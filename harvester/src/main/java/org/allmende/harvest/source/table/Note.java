package org.allmende.harvest.source.table;

import java.util.List;

/**
 * Something that the report about a table will say, in the language of whoever reads it.
 *
 * @param name of its text in the tables of {@link NoteTexts}
 * @param values for the places in the text
 */
public record Note(String name, List<Object> values) {

  public Note {
    values = List.copyOf(values);
  }

  /** A note. */
  public static Note of(String name, Object... values) {
    return new Note(name, List.of(values));
  }
}
