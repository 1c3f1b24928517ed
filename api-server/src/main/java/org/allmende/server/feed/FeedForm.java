package org.allmende.server.feed;

/** A form in which feeds leave the server. */
enum FeedForm {
  ATOM("atom", AtomFeed.MEDIA_TYPE),
  JSON("json", JsonFeedWriter.MEDIA_TYPE);

  private final String suffix;
  private final String mediaType;

  FeedForm(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** What ends its addresses. */
  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  /** The document, UTF-8. */
  byte[] write(AtomFeed feed) {
    return switch (this) {
      case ATOM -> AtomWriter.write(feed);
      case JSON -> JsonFeedWriter.write(feed);
    };
  }
}
