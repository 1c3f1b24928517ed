package org.allmende.server.ckan;

import java.util.Locale;
import java.util.Optional;
import org.allmende.catalog.search.SortOrder;

/**
 * The order that a search asks for ({@code ckan-api.md} 6.6).
 *
 * @param text as the answer echoes it
 * @param order what the index does; equal keys fall back to the id there
 */
record CkanSort(String text, SortOrder order) {

  static final CkanSort DEFAULT =
      new CkanSort("score desc, metadata_modified desc", SortOrder.RELEVANCE);

  /** Reads {@code field direction, …}. The first field that we can sort by decides. */
  static CkanSort parse(String text) {
    if (text.isBlank() || text.strip().equals("rank")) {
      return DEFAULT;
    }
    var order = Optional.<SortOrder>empty();
    for (var part : text.split(",", -1)) {
      var words = part.strip().split("\\s+");
      if (words.length != 2 || !words[1].toLowerCase(Locale.ROOT).matches("asc|desc")) {
        throw CkanException.searchQuery("Invalid \"sort\" parameter");
      }
      var descending = words[1].equalsIgnoreCase("desc");
      order = order.or(() -> key(words[0]).map(key -> new SortOrder(key, descending)));
    }
    // a field that is no field holds nothing: all are equal, and the id decides
    return new CkanSort(text.strip(), order.orElse(new SortOrder(SortOrder.Key.ID, false)));
  }

  private static Optional<SortOrder.Key> key(String field) {
    return switch (field) {
      case "score" -> Optional.of(SortOrder.Key.SCORE);
      case "title", "title_string" -> Optional.of(SortOrder.Key.TITLE);
      case "name" -> Optional.of(SortOrder.Key.NAME);
      case "id" -> Optional.of(SortOrder.Key.ID);
      case "metadata_created" -> Optional.of(SortOrder.Key.CREATED);
      case "metadata_modified" -> Optional.of(SortOrder.Key.MODIFIED);
      default -> Optional.empty();
    };
  }
}
