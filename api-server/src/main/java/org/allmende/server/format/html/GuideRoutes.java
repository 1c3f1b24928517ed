package org.allmende.server.format.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.server.dump.BulkFile;
import org.allmende.server.format.html.GuidePage.Line;
import org.allmende.server.format.html.GuidePage.Section;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/** Help, and the way in for developers ({@code web-ui.md} 7). */
final class GuideRoutes implements Routes {
  private static final String SPARQL =
      "SELECT ?dataset ?title WHERE { ?dataset a <http://www.w3.org/ns/dcat#Dataset> ;"
          + " <http://purl.org/dc/terms/title> ?title } LIMIT 10";

  private final Catalog catalog;
  private final Function<SearchQuery, SearchResult> index;
  private final Supplier<List<BulkFile>> bulk;
  private final Frames frames;
  private final PageSender sender;

  /**
   * @param bulk the files with the whole catalog
   */
  GuideRoutes(
      Catalog catalog,
      Function<SearchQuery, SearchResult> index,
      Supplier<List<BulkFile>> bulk,
      Frames frames,
      PageSender sender) {
    this.catalog = catalog;
    this.index = index;
    this.bulk = bulk;
    this.frames = frames;
    this.sender = sender;
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/hilfe", ctx -> sender.send(ctx, "guide.jte", help("de")))
        .get("/en/help", ctx -> sender.send(ctx, "guide.jte", help("en")))
        .get("/entwickler", ctx -> sender.send(ctx, "guide.jte", developers("de")))
        .get("/en/developers", ctx -> sender.send(ctx, "guide.jte", developers("en")));
  }

  private GuidePage help(String language) {
    var sections = new ArrayList<Section>();
    for (var key : List.of("search", "use", "credit", "excel", "missing")) {
      sections.add(section(language, "help." + key, ""));
    }
    return page(language, "help", Address::help, List.of(), sections);
  }

  private GuidePage developers(String language) {
    var address = frames.address(language);
    var sections = new ArrayList<Section>();
    sections.add(example(language, "search", "/api/3/action/package_search?q=*:*&rows=3"));
    anyDataset()
        .ifPresent(
            name -> {
              sections.add(example(language, "show", "/api/3/action/package_show?id=" + name));
              sections.add(example(language, "dataset", "/dataset/" + name + ".ttl"));
            });
    sections.add(example(language, "catalog", "/catalog.ttl"));
    sections.add(
        example(
            language,
            "sparql",
            "/sparql?query=" + URLEncoder.encode(SPARQL, StandardCharsets.UTF_8)));
    sections.add(example(language, "changes", "/changes"));
    sections.add(
        section(
            language, "developers.quality", address.absolute(address.machine("/qualitaet.json"))));
    bulk(language).ifPresent(sections::add);
    for (var key : List.of("requests", "limits", "log")) {
      sections.add(section(language, "developers." + key, ""));
    }
    return page(language, "developers", Address::developers, start(address), sections);
  }

  /** The files with the whole catalog; absent where none are written. */
  private Optional<Section> bulk(String language) {
    var address = frames.address(language);
    var files =
        bulk.get().stream()
            .map(
                file ->
                    new GuidePage.Bulk(
                        file.name(),
                        address.machine(file.path()),
                        Texts.of(language).size(file.bytes()),
                        file.sha256()))
            .toList();
    var index = address.absolute(address.machine("/dump/index.json"));
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(section(language, "developers.bulk", index).with(files));
  }

  /** Five calls, each with a piece of what it answers. */
  private List<Line> start(Address address) {
    var found = index.apply(SearchQuery.all().withPage(new Page(0, 1)));
    var lines = new ArrayList<Line>();
    lines.add(line(address, "/api/3/action/package_search?rows=0", "\"count\":" + found.total()));
    anyEntry(found)
        .ifPresent(
            entry -> {
              var name = entry.addresses().name().value();
              lines.add(
                  line(
                      address,
                      "/api/3/action/package_show?id=" + name,
                      "\"name\":\"" + name + "\""));
              lines.add(line(address, "/dataset/" + name + ".nt", "<" + entry.uri().value() + ">"));
              lines.add(line(address, "/changes.jsonl?limit=1", "\"sequence\":"));
            });
    lines.add(line(address, "/sparql?format=json&query=ASK%7B%7D", "\"boolean\""));
    return lines;
  }

  private static Line line(Address address, String path, String answer) {
    return new Line(address.absolute(address.machine(path)), answer);
  }

  private Optional<String> anyDataset() {
    return anyEntry(index.apply(SearchQuery.all().withPage(new Page(0, 1))))
        .map(entry -> entry.addresses().name().value());
  }

  private Optional<CatalogEntry> anyEntry(SearchResult found) {
    return found.hits().stream()
        .flatMap(hit -> catalog.entries(List.of(hit.ordinal())).stream())
        .findFirst();
  }

  private Section example(String language, String key, String path) {
    var address = frames.address(language);
    return section(language, "developers." + key, address.absolute(address.machine(path)));
  }

  private static Section section(String language, String key, String address) {
    var texts = Texts.of(language);
    return new Section(
        key.substring(key.indexOf('.') + 1),
        texts.get(key),
        texts.get(key + ".text"),
        address,
        List.of());
  }

  private GuidePage page(
      String language, String key, Frames.Page where, List<Line> start, List<Section> sections) {
    var texts = Texts.of(language);
    var heading = texts.get(key + ".title");
    return new GuidePage(
        frames.of(language, heading, where), heading, texts.get(key + ".intro"), start, sections);
  }
}
