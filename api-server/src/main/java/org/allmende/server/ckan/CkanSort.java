package org.allmende.server.ckan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.allmende.catalog.search.SortOrder;

/**
 * The order that a search asks for ({@code ckan-api.md} 6.6).
 *
 * @param text as the answer echoes it
 * @param orders what the index does; equal keys fall back to the ordinal there
 */
record CkanSort(String text, List<SortOrder> orders) {

  static final CkanSort DEFAULT =
      new CkanSort("score desc, metadata_modified desc", List.of(SortOrder.RELEVANCE));

  /** More keys than this never decide anything. */
  private static final int MOST_KEYS = 16;

  CkanSort {
    orders = List.copyOf(orders);
  }

  /** Reads {@code field direction, …}. A field that is no field orders nothing. */
  static CkanSort parse(String text) {
    if (text.isBlank() || text.strip().equals("rank")) {
      return DEFAULT;
    }
    var orders = new ArrayList<SortOrder>();
    for (var part : text.split(",", MOST_KEYS + 1)) {
      orders.add(order(part));
    }
    return new CkanSort(text.strip(), orders);
  }

  private static SortOrder order(String part) {
    var words = part.strip().split("\\s+", 3);
    if (words.length != 2) {
      throw CkanException.searchQuery("Invalid \"sort\" parameter");
    }
    return new SortOrder(
        key(words[0]),
        switch (words[1].toLowerCase(Locale.ROOT)) {
          case "asc" -> false;
          case "desc" -> true;
          default -> throw CkanException.searchQuery("Invalid \"sort\" parameter");
        });
  }

  private static SortOrder.Key key(String field) {
    return switch (field) {
      case "score" -> SortOrder.Key.SCORE;
      case "title", "title_string" -> SortOrder.Key.TITLE;
      default -> new SortOrder.Key.Field(CkanFields.field(field));
    };
  }
}
