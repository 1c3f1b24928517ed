package org.allmende.harvest;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of run reports, from the two tables among the resources. */
final class RunTexts {

  private final ResourceBundle bundle;
  private final Locale locale;

  private RunTexts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** The words in English for {@code "en"}, in German for any other language. */
  static RunTexts in(String language) {
    var locale = language.equals("en") ? Locale.ENGLISH : Locale.GERMAN;
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new RunTexts(
        ResourceBundle.getBundle("org.allmende.harvest.report", locale, control), locale);
  }

  /** The text of this name, with the values in its places. */
  String get(String name, Object... values) {
    return values.length == 0
        ? bundle.getString(name)
        : new MessageFormat(bundle.getString(name), locale).format(values);
  }
}
