package org.allmende.server.format.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Rules of the town that stand after ours, outside our layers, so that they win. They may name
 * nothing that lies elsewhere: a page of ours asks no other host.
 *
 * @param css their text
 */
public record StyleSheet(String css) {
  private static final int LARGEST = 64 * 1024;
  private static final Pattern ELSEWHERE =
      Pattern.compile("@import|(https?:)?//[\\w.-]+|url\\(", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException when it cannot be used; the message says why
   */
  public static StyleSheet read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException("must have 64 KiB at most, has " + Files.size(file));
      }
      var css = Files.readString(file);
      var elsewhere = ELSEWHERE.matcher(COMMENT.matcher(css).replaceAll(""));
      if (elsewhere.find()) {
        throw new IllegalArgumentException(
            "must load nothing: no @import, no url(…), no address, got \""
                + elsewhere.group()
                + "\"");
      }
      return new StyleSheet(css);
    } catch (IOException e) {
      throw new IllegalArgumentException("must be a style sheet in UTF-8: " + e, e);
    }
  }
}
