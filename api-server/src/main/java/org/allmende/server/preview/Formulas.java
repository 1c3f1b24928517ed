package org.allmende.server.preview;

/** Texts that a spreadsheet program would take for a formula (OWASP, CSV injection). */
final class Formulas {

  private static final String BEGINNINGS = "=+-@\t\r";

  private Formulas() {}

  /** The text with an apostrophe in front if it begins like a formula. */
  static String disarmed(String text) {
    return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
