package org.allmende.harvest.source.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.RawRow;
import org.allmende.harvest.source.table.Shapes;
import org.allmende.harvest.source.xml.XmlDocument;
import org.allmende.harvest.source.xml.XmlElement;
import org.allmende.harvest.source.xml.XmlRowSource;
import org.jsoup.Jsoup;

/**
 * The items of a feed. Columns: {@code guid} (without one the link), {@code title}, {@code link},
 * {@code published}, {@code updated}, {@code summary} and {@code content} without their HTML,
 * {@code categories}, {@code enclosure}. Who wrote an item is not taken ({@code sources.md} 2.9).
 */
final class FeedRows extends XmlRowSource {

  FeedRows(byte[] bytes, String place, Mapping mapping) {
    super(bytes, place, mapping);
  }

  @Override
  protected List<String> roots() {
    return List.of("rss", "RDF", "feed", "channel");
  }

  @Override
  protected List<String> read(XmlDocument document, Consumer<RawRow> sink) throws IOException {
    while (document.next()) {
      if (document.isStart() && !document.name().equals("channel")) {
        var element = document.element();
        if (element.name().equals("item") || element.name().equals("entry")) {
          sink.accept(item(element));
        }
      }
    }
    return List.of();
  }

  private RawRow item(XmlElement item) {
    var values = values();
    var link = link(item);
    first(item, "guid", "id", "identifier")
        .or(() -> item.attribute("about"))
        .or(() -> link)
        .ifPresent(guid -> put(values, "guid", guid));
    plain(item, values, "title", "title");
    link.ifPresent(address -> put(values, "link", address));
    date(item, values, "published", "pubDate", "published", "date", "issued");
    date(item, values, "updated", "updated", "modified");
    plain(item, values, "summary", "description", "summary");
    plain(item, values, "content", "encoded", "content");
    item.children("category")
        .map(category -> category.attribute("term").orElseGet(category::text))
        .forEach(category -> put(values, "categories", category));
    item.child("enclosure")
        .flatMap(file -> file.attribute("url"))
        .ifPresent(url -> put(values, "enclosure", url));
    return row(values, place(item));
  }

  private static Optional<String> first(XmlElement item, String... names) {
    for (var name : names) {
      var text = item.textOf(name);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** RSS writes the address as text, Atom as an attribute of one link among several. */
  private static Optional<String> link(XmlElement item) {
    return item.children("link")
        .filter(link -> link.attribute("rel").orElse("alternate").equals("alternate"))
        .flatMap(link -> link.attribute("href").or(() -> text(link)).stream())
        .findFirst();
  }

  private static Optional<String> text(XmlElement element) {
    return Optional.of(element.text()).filter(text -> !text.isEmpty());
  }

  private static void plain(XmlElement item, ObjectNode values, String column, String... names) {
    first(item, names).ifPresent(html -> put(values, column, Jsoup.parse(html).text()));
  }

  private static void date(XmlElement item, ObjectNode values, String column, String... names) {
    first(item, names).ifPresent(date -> put(values, column, FeedDates.iso(date)));
  }

  /** GeoRSS: latitude first. */
  private static Optional<JsonNode> place(XmlElement item) {
    var simple = item.textOf("point").or(() -> item.child("where").map(XmlElement::text));
    var lat = item.textOf("lat");
    var lon = item.textOf("long");
    if (lat.isPresent() && lon.isPresent()) {
      return Shapes.position(lon.get(), lat.get()).map(p -> Shapes.geometry("Point", p));
    }
    return simple
        .flatMap(text -> Shapes.positions(text, 2, true))
        .filter(positions -> positions.size() == 1)
        .map(positions -> Shapes.geometry("Point", positions.get(0)));
  }
}
