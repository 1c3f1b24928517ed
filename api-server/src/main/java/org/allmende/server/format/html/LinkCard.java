package org.allmende.server.format.html;

/**
 * What other sites show in place of a link: the words of Open Graph, and where oEmbed tells how to
 * show the thing itself.
 *
 * @param description one or two sentences
 * @param picture where the picture is, without host; {@code ""} when none can be drawn here
 * @param oEmbed where oEmbed answers, without host
 */
record LinkCard(String description, String picture, String oEmbed) {

  /** Width of the picture in pixels, as most sites show it. */
  static final int WIDTH = 1200;

  /** Height of the picture in pixels. */
  static final int HEIGHT = 630;

  /**
   * The card of a page about a dataset or one of its files, with the dataset's picture.
   *
   * @param slug of the dataset
   * @param page which one, without host
   */
  static LinkCard of(String description, String slug, String page, Address address) {
    var picture = CardPainter.canPaint() ? address.embeddedDataset(slug) + ".png" : "";
    return new LinkCard(description, picture, address.oEmbed(page));
  }
}
