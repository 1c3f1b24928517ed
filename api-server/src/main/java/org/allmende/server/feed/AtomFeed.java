package org.allmende.server.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A feed document (RFC 4287).
 *
 * @param id an IRI that never changes
 * @param title what people read
 * @param subtitle a sentence beside it; may be empty
 * @param language BCP 47 tag of its texts
 * @param updated when something in it last changed
 * @param author who stands for the feed, and for every entry without an author of its own
 * @param links where it is and where its other pages are
 * @param entries its entries, in order
 */
record AtomFeed(
    String id,
    String title,
    String subtitle,
    String language,
    Instant updated,
    String author,
    List<Link> links,
    List<Entry> entries) {

  static final String MEDIA_TYPE = "application/atom+xml";

  AtomFeed {
    links = List.copyOf(links);
    entries = List.copyOf(entries);
  }

  /**
   * A reference.
   *
   * @param relation such as {@code self}, {@code alternate}, {@code next}
   * @param mediaType of what is there
   * @param address absolute
   */
  record Link(String relation, String mediaType, String address) {}

  /**
   * One dataset in a feed.
   *
   * @param id an IRI that never changes
   * @param updated when it last changed
   * @param published when it entered the catalog
   * @param author its publisher
   * @param summary its description as plain text
   * @param categories its keywords
   */
  record Entry(
      String id,
      String title,
      Instant updated,
      Instant published,
      String author,
      Optional<String> summary,
      List<String> categories,
      List<Link> links) {

    Entry {
      categories = List.copyOf(categories);
      links = List.copyOf(links);
    }
  }
}
