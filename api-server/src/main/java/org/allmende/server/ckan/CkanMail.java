package org.allmende.server.ckan;

import java.util.regex.Pattern;

/** E-mail addresses as CKAN takes them ({@code ckan-api.md} 5.5), read and written alike. */
final class CkanMail {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@.]+(?:\\.[^\\s@.]+)*@[^\\s@.]+(?:\\.[^\\s@.]+)*");

  private CkanMail() {}

  /** True for {@code local@domain} without leading, trailing or double dots. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** What CKAN says of anything else. */
  static String problem(String text) {
    return "Email " + text + " is not a valid format";
  }
}
