package org.allmende.server.format.html;

/**
 * What people copy to show something of ours on their own page.
 *
 * @param frame a frame in HTML
 * @param picture a picture with a link; {@code ""} where there is none
 * @param preview the small page itself
 */
record EmbedCode(String frame, String picture, String preview) {

  private static final int WIDTH = 600;

  /** The code for a small page. */
  static EmbedCode of(Address address, String page, String title, int height) {
    return new EmbedCode(frame(address.absolute(page), title, WIDTH, height), "", page);
  }

  /** The same for what also is a picture: that of the small page with {@code .svg} behind it. */
  EmbedCode withPicture(Address address, String target, String title) {
    var code =
        "<a href=\""
            + attribute(address.absolute(target))
            + "\"><img src=\""
            + attribute(address.absolute(preview) + ".svg")
            + "\" alt=\""
            + attribute(title)
            + "\" width=\"600\" height=\"315\" loading=\"lazy\"></a>";
    return new EmbedCode(frame, code, preview);
  }

  /** A frame of this size with a page in it. */
  static String frame(String address, String title, int width, int height) {
    return "<iframe src=\""
        + attribute(address)
        + "\" title=\""
        + attribute(title)
        + "\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" loading=\"lazy\"></iframe>";
  }

  /** A text as it may stand in an attribute. */
  private static String attribute(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
