package org.allmende.harvest.source.table;

import java.util.regex.Pattern;

/** The words of a text that came as HTML: lines for blocks, no markup, entities as characters. */
public final class HtmlText {

  private static final Pattern BLOCKS =
      Pattern.compile("(?i)</?(p|div|br|li|ul|ol|h[1-6]|tr|table|section)\\b[^>]*>");
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)|<!--.*?(-->|$)");
  private static final Pattern TAGS = Pattern.compile("(?s)</?[a-zA-Z][^>]*>");

  private HtmlText() {}

  /** The plain text; a text without markup stays as it is. */
  public static String plain(String text) {
    var bare = text;
    if (text.indexOf('<') >= 0) {
      bare = UNSEEN.matcher(bare).replaceAll(" ");
      bare = BLOCKS.matcher(bare).replaceAll("\n");
      bare = TAGS.matcher(bare).replaceAll("");
    }
    var decoded = HtmlEntities.decoded(bare).replace("\u200b", "").replace('\u00a0', ' ');
    return decoded
        .replaceAll("[ \\t\\r]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{2,}", "\n")
        .strip();
  }
}
