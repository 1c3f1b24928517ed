package org.allmende.server.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Feeds, read by an XML parser and held against what RFC 4287 demands. */
class FeedIT {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    for (var i = 1; i <= 22; i++) {
      site.setTime("2026-03-%02dT10:00:00Z".formatted(i));
      site.publish(
          "d" + i,
          "Nummer " + i,
          i == 22
              ? "<https://other.example/d22> dcat:keyword \"Rad/Weg\"@de, \"A & B\"@de ;"
                  + " dct:description \"Ein \\u0001 Zeichen & <mehr>.\"@de ; dcat:theme"
                  + " <http://publications.europa.eu/resource/authority/data-theme/TRAN> ."
              : "",
          CatalogRecord.harvested("test", "d" + i, Instant.parse("2026-01-01T10:00:00Z")));
    }
    site.publish("secret", "Geheim", "", TestSite.draft("secret"));
  }

  private static Element feed(String path) {
    var answer = site.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(
        "application/atom+xml;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse(""));
    return valid(parse(answer.body()));
  }

  private static Element parse(String xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var bytes = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
      return factory.newDocumentBuilder().parse(bytes).getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + xml, e);
    }
  }

  /** RFC 4287, 4.1.1 and 4.1.2: what stands exactly once, and which links there must be. */
  private static Element valid(Element feed) {
    assertEquals("feed", feed.getLocalName());
    assertEquals(ATOM, feed.getNamespaceURI());
    assertEquals(1, links(feed, "self").size());
    assertEquals(1, links(feed, "alternate").size());
    for (var holder : with(feed, children(feed, "entry"))) {
      for (var name : List.of("id", "title", "updated")) {
        assertEquals(1, children(holder, name).size(), name);
        assertFalse(children(holder, name).getFirst().getTextContent().isBlank(), name);
      }
      assertEquals(1, children(children(holder, "author").getFirst(), "name").size());
      Instant.parse(text(holder, "updated"));
      assertTrue(text(holder, "id").startsWith("https://"), text(holder, "id"));
    }
    var ids = children(feed, "entry").stream().map(entry -> text(entry, "id")).toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    return feed;
  }

  private static List<Element> with(Element first, List<Element> others) {
    var all = new ArrayList<>(others);
    all.add(first);
    return all;
  }

  private static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    return children(parent, name).getFirst().getTextContent();
  }

  private static List<String> links(Element parent, String relation) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  private static List<String> titles(Element feed) {
    return children(feed, "entry").stream().map(entry -> text(entry, "title")).toList();
  }

  @Test
  void theNewestTwentyStandOnTheFirstPage() {
    var feed = feed("/feeds/dataset.atom");
    assertEquals(20, titles(feed).size());
    assertEquals("Nummer 22", titles(feed).getFirst());
    assertEquals("2026-03-22T10:00:00Z", text(feed, "updated"));
    assertEquals("https://daten.example/feeds/dataset.atom", text(feed, "id"));
    assertEquals(List.of("https://daten.example/feeds/dataset.atom?page=2"), links(feed, "next"));
    assertEquals(links(feed, "next"), links(feed, "last"));
    assertEquals(List.of(), links(feed, "prev"));
  }

  @Test
  void theLastPageHasNoNext() {
    var feed = feed("/feeds/dataset.atom?page=2");
    assertEquals(List.of("Nummer 2", "Nummer 1"), titles(feed));
    assertEquals(List.of(), links(feed, "next"));
    assertEquals(List.of("https://daten.example/feeds/dataset.atom?page=1"), links(feed, "prev"));
    assertEquals("https://daten.example/feeds/dataset.atom", text(feed, "id"), "one feed, one id");
  }

  @Test
  void aPageBehindTheLastIsEmptyAndAWrongOneIsAnError() {
    assertEquals(List.of(), titles(feed("/feeds/dataset.atom?page=99")));
    assertEquals(List.of(), titles(feed("/feeds/dataset.atom?page=100000000")));
    assertEquals(400, site.get("/feeds/dataset.atom?page=0").statusCode());
    assertEquals(400, site.get("/feeds/dataset.atom?page=x").statusCode());
  }

  @Test
  void anEntrySaysWhatTheDatasetIs() {
    var entry = children(feed("/feeds/dataset.atom"), "entry").getFirst();
    assertEquals("https://other.example/d22", text(entry, "id"));
    assertEquals("2026-01-01T10:00:00Z", text(entry, "published"));
    assertEquals("Ein \uFFFD Zeichen & <mehr>.", text(entry, "summary"));
    assertEquals("Stadt Anderswo", text(children(entry, "author").getFirst(), "name"));
    assertEquals(
        List.of("A & B", "Rad/Weg"),
        children(entry, "category").stream().map(c -> c.getAttribute("term")).sorted().toList());
    assertEquals(List.of("https://daten.example/datensatz/nummer-22"), links(entry, "alternate"));
    assertEquals(
        List.of("https://daten.example/api/3/action/package_show?id=nummer-22"),
        links(entry, "enclosure"));
  }

  @Test
  void anOrganizationAGroupAndATagHaveFeeds() {
    assertEquals(20, titles(feed("/feeds/organization/stadt-anderswo.atom")).size());
    assertEquals(List.of("Nummer 22"), titles(feed("/feeds/group/tran.atom")));
    assertEquals(List.of("Nummer 22"), titles(feed("/feeds/tag/Rad%20Weg.atom")));
    assertEquals(List.of(), titles(feed("/feeds/tag/nichts.atom")));
    assertEquals(404, site.get("/feeds/organization/nowhere.atom").statusCode());
    assertEquals(404, site.get("/feeds/group/nowhere.atom").statusCode());
  }

  @Test
  void anySearchIsAFeed() {
    assertEquals(List.of("Nummer 7"), titles(feed("/feeds/custom.atom?q=name:nummer-7")));
    assertEquals(List.of("Nummer 22"), titles(feed("/feeds/custom.atom?groups=tran")));
    assertEquals(
        "Nummer 1", titles(feed("/feeds/custom.atom?sort=metadata_modified+asc")).getFirst());
    var paged = feed("/feeds/custom.atom?organization=stadt-anderswo&page=2");
    assertEquals(
        List.of("https://daten.example/feeds/custom.atom?organization=stadt-anderswo&page=1"),
        links(paged, "first"));
    assertEquals(List.of(), titles(feed("/feeds/custom.atom?organization=%22%29+OR+%28a")));
  }

  @Test
  void aSearchThatCannotBeUnderstoodIsAProblem() {
    assertEquals(409, site.get("/feeds/custom.atom?q=name:(").statusCode());
    assertEquals(400, site.get("/feeds/custom.atom?sort=name").statusCode());
  }

  @Test
  void whatIsNotPublicStandsInNoFeed() {
    assertEquals(List.of(), titles(feed("/feeds/custom.atom?q=name:geheim")));
    assertEquals(List.of(), titles(feed("/feeds/custom.atom?q=state:draft")));
  }

  @Test
  void aReaderThatHasItGetsNothingAgain() {
    var tag = Optional.of(site.get("/feeds/dataset.atom")).get().headers().firstValue("ETag");
    var again = site.get("/feeds/dataset.atom", "If-None-Match", tag.orElseThrow());
    assertEquals(304, again.statusCode());
  }

  @Test
  void saysTheSameAsJsonFeed() {
    var answer = site.get("/feeds/dataset.json");
    assertEquals(
        "application/feed+json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse(""));
    var feed = TestSite.json(answer.body());
    assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asText());
    assertEquals("https://daten.example/feeds/dataset.json?page=1", feed.get("feed_url").asText());
    assertEquals("https://daten.example/feeds/dataset.json?page=2", feed.get("next_url").asText());
    assertEquals(20, feed.get("items").size());
    var newest = feed.at("/items/0");
    assertEquals("Nummer 22", newest.get("title").asText());
    assertEquals("https://daten.example/datensatz/nummer-22", newest.get("url").asText());
    assertEquals("2026-03-22T10:00:00Z", newest.get("date_modified").asText());
    assertEquals("Stadt Anderswo", newest.at("/authors/0/name").asText());
    assertEquals(2, newest.get("tags").size());
  }

  @Test
  void aPlaceHasAFeedAndAnUnknownKeyHasNone() {
    assertEquals(0, children(feed("/feeds/place/13076060.atom"), "entry").size());
    assertEquals(200, site.get("/feeds/place/13.json").statusCode());
    assertEquals(404, site.get("/feeds/place/00000000.atom").statusCode());
  }
}
