package org.allmende.harvest.source.table;

import java.util.List;
import java.util.Optional;

/**
 * How a server cuts a JSON list into pages, as a mapping file declares it ({@code sources.md} 3).
 */
public sealed interface Paging {

  /** The names of the styles in a mapping file. */
  List<String> STYLES = List.of("none", "offset", "page", "cursor", "link-body", "link-header");

  /**
   * So many rows from the n-th on.
   *
   * @param offset parameter with the number of rows to skip
   * @param limit parameter with the number of rows wanted
   * @param size rows a page
   * @param total where the document says how many rows there are
   */
  record Offset(String offset, String limit, int size, Optional<JsonPath> total)
      implements Paging {}

  /**
   * The n-th page.
   *
   * @param page parameter with the number of the page
   * @param limit parameter with the number of rows a page
   * @param size rows a page
   * @param first number of the first page, 0 or 1
   */
  record Numbered(String page, String limit, int size, int first) implements Paging {}

  /**
   * What comes after a token that the page before gives.
   *
   * @param parameter that takes the token
   * @param at where the document has it
   */
  record Cursor(String parameter, JsonPath at) implements Paging {}

  /** The address of the next page stands in the document. */
  record LinkInBody(JsonPath at) implements Paging {}

  /** The address of the next page is the one with {@code rel: next} in a list of links. */
  record RelatedLink(JsonPath at) implements Paging {}

  /** The address of the next page stands in the header {@code Link} (RFC 8288). */
  record LinkInHeader() implements Paging {}

  /** The places beside the rows that tell the way on. */
  default List<JsonPath> asides() {
    return switch (this) {
      case Offset offset -> offset.total().stream().toList();
      case Cursor cursor -> List.of(cursor.at());
      case LinkInBody link -> List.of(link.at());
      case RelatedLink link -> List.of(link.at());
      case Numbered numbered -> List.of();
      case LinkInHeader header -> List.of();
    };
  }
}
