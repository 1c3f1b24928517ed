package org.allmende.server.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes a feed as JSON (JSON Feed 1.1). */
final class JsonFeedWriter {

  static final String MEDIA_TYPE = "application/feed+json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonFeedWriter() {}

  /** The document, UTF-8. */
  static byte[] write(AtomFeed feed) {
    var root = JSON.createObjectNode();
    root.put("version", "https://jsonfeed.org/version/1.1");
    root.put("title", feed.title());
    link(feed.links(), "alternate").ifPresent(page -> root.put("home_page_url", page));
    link(feed.links(), "self").ifPresent(self -> root.put("feed_url", self));
    link(feed.links(), "next").ifPresent(next -> root.put("next_url", next));
    if (!feed.subtitle().isBlank()) {
      root.put("description", feed.subtitle());
    }
    root.put("language", feed.language());
    root.putArray("authors").addObject().put("name", feed.author());
    var items = root.putArray("items");
    feed.entries().forEach(entry -> item(items.addObject(), entry));
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can be written", e);
    }
  }

  private static void item(ObjectNode item, AtomFeed.Entry entry) {
    item.put("id", entry.id());
    link(entry.links(), "alternate").ifPresent(page -> item.put("url", page));
    item.put("title", entry.title());
    // An item must have content; of a dataset without a description that is its title.
    item.put("content_text", entry.summary().orElse(entry.title()));
    item.put("date_published", time(entry.published()));
    item.put("date_modified", time(entry.updated()));
    item.putArray("authors").addObject().put("name", entry.author());
    if (!entry.categories().isEmpty()) {
      var tags = item.putArray("tags");
      entry.categories().forEach(tags::add);
    }
  }

  private static Optional<String> link(List<AtomFeed.Link> links, String relation) {
    return links.stream()
        .filter(link -> link.relation().equals(relation))
        .map(AtomFeed.Link::address)
        .findFirst();
  }

  /** RFC 3339, to the second: more digits tell a reader nothing. */
  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
