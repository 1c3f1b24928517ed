package org.allmende.harvest;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of reports, from the tables among the resources: one for each language. */
public final class Wording {

  private final ResourceBundle bundle;
  private final Locale locale;

  private Wording(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /**
   * The words in English for {@code "en"}, in German for any other language.
   *
   * @param table its name below the base package, such as {@code harvest.report}
   */
  public static Wording of(String table, String language) {
    var locale = language.equals("en") ? Locale.ENGLISH : Locale.GERMAN;
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Wording(ResourceBundle.getBundle("org.allmende." + table, locale, control), locale);
  }

  /** The words of run reports. */
  static Wording report(String language) {
    return of("harvest.report", language);
  }

  /** The text of this name, with the values in its places. */
  public String get(String name, Object... values) {
    return new MessageFormat(bundle.getString(name), locale).format(values);
  }
}
