package org.allmende.server.format.html;

/**
 * What people copy to show something of ours on their own page.
 *
 * @param frame a frame in HTML
 * @param picture a picture with a link; {@code ""} where there is none
 * @param preview the small page itself
 */
record EmbedCode(String frame, String picture, String preview) {

  static final int WIDTH = 600;

  /** The code for a small page. */
  static EmbedCode of(Address address, String page, String title, int height) {
    return new EmbedCode(frame(address.absolute(page), title, WIDTH, height), "", page);
  }

  /**
   * The same for what also is a picture.
   *
   * @param target the whole page, which a press on the picture opens
   * @param title what is seen
   * @param picture where it lies
   * @param height of it, where it is 600 wide
   */
  EmbedCode withPicture(Address address, String target, String title, String picture, int height) {
    var code =
        "<a href=\""
            + attribute(address.absolute(target))
            + "\"><img src=\""
            + attribute(address.absolute(picture))
            + "\" alt=\""
            + attribute(title)
            + "\" width=\""
            + WIDTH
            + "\" height=\""
            + height
            + "\" loading=\"lazy\"></a>";
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
