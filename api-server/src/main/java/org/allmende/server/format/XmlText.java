package org.allmende.server.format;

import java.util.regex.Pattern;

/** What XML 1.0 may hold: most control characters have no place in it, escaped or not. */
public final class XmlText {

  private static final Pattern NO_CHARACTER =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private XmlText() {}

  /** The text with U+FFFD for every character that XML cannot hold. */
  public static String writable(String text) {
    return NO_CHARACTER.matcher(text).replaceAll("\uFFFD");
  }

  /** Whether XML can hold the text as it is. */
  public static boolean isWritable(String text) {
    return !NO_CHARACTER.matcher(text).find();
  }
}
