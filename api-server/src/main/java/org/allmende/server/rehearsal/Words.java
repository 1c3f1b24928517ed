package org.allmende.server.rehearsal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the report, from the two tables among the resources. */
final class Words {
  private static final String TABLE = "org.allmende.server.rehearsal.words";

  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** The words in English for {@code "en"}, in German for any other language. */
  static Words in(String language) {
    var locale = language.equals("en") ? Locale.ENGLISH : Locale.GERMAN;
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Words(ResourceBundle.getBundle(TABLE, locale, control), locale);
  }

  /** The text of this name, with the values in its places. */
  String get(String name, Object... values) {
    return new MessageFormat(bundle.getString(name), locale).format(values);
  }
}
