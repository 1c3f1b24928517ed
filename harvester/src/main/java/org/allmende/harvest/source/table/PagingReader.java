package org.allmende.harvest.source.table;

import java.util.Optional;
import org.allmende.harvest.settings.SettingsNode;

/** Reads the section {@code paging} of a mapping file. */
final class PagingReader {

  private static final int MAX_SIZE = 100_000;

  private final SettingsNode node;

  private PagingReader(SettingsNode node) {
    this.node = node;
  }

  /** The style that is declared; empty where none is, or something is wrong. */
  static Optional<Paging> read(SettingsNode node) {
    return new PagingReader(node).read();
  }

  private Optional<Paging> read() {
    node.requiredText("style");
    return switch (node.choice("style", Paging.STYLES).orElse("none")) {
      case "offset" -> Optional.of(offset());
      case "page" -> Optional.of(numbered());
      case "cursor" -> required("at").map(at -> new Paging.Cursor(text("parameter", "cursor"), at));
      case "link-body" -> required("at").map(Paging.LinkInBody::new);
      case "link-header" -> Optional.of(new Paging.LinkInHeader());
      default -> Optional.empty();
    };
  }

  private Paging offset() {
    return new Paging.Offset(
        text("offset", "offset"), text("limit", "limit"), size(), path("total"));
  }

  private Paging numbered() {
    return new Paging.Numbered(
        text("page", "page"), text("limit", "size"), size(), node.number("first", 0, 1).orElse(1));
  }

  private int size() {
    return node.number("size", 1, MAX_SIZE).orElse(100);
  }

  private String text(String key, String standard) {
    return node.text(key).orElse(standard);
  }

  private Optional<JsonPath> required(String key) {
    node.requiredText(key);
    return path(key);
  }

  private Optional<JsonPath> path(String key) {
    return node.parsed(
        key,
        "must be a path such as $.links.next",
        text -> Optional.of(text).filter(JsonPath::isPath).map(JsonPath::parse));
  }
}
