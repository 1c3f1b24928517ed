package org.allmende.harvest.source.table;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of {@link ReadingNotes}, from the two tables among the resources. */
final class NoteTexts {

  private final ResourceBundle bundle;
  private final Locale locale;

  private NoteTexts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** The words in English for {@code "en"}, in German for any other language. */
  static NoteTexts in(String language) {
    var locale = language.equals("en") ? Locale.ENGLISH : Locale.GERMAN;
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new NoteTexts(
        ResourceBundle.getBundle("org.allmende.harvest.source.table.notes", locale, control),
        locale);
  }

  /** The text of a note. */
  String of(Note note) {
    return new MessageFormat(bundle.getString(note.name()), locale).format(note.values().toArray());
  }

  /** The text of a note of this name, with the values in its places. */
  String of(String name, Object... values) {
    return of(Note.of(name, values));
  }
}
