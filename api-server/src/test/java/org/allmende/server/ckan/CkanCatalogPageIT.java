package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Harvest pages of what a search finds, and the same inside an envelope ({@code 11.1, 11.2}). */
class CkanCatalogPageIT {

  private static final String FIRST = "https://other.example/weg-1";

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    for (var i = 1; i <= 120; i++) {
      var iri = "https://other.example/weg-" + i;
      var keyword = i % 2 == 0 ? "gerade" : "ungerade";
      site.publish("weg-" + i, "Weg " + i, "<" + iri + "> dcat:keyword \"" + keyword + "\"@de .");
    }
  }

  private static String page(String parameters) {
    var answer = site.get("/catalog.nt?profiles=raw&" + parameters);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static long datasets(String page) {
    return page.lines()
        .filter(line -> line.contains("<http://www.w3.org/ns/dcat#dataset>"))
        .count();
  }

  @Test
  void aPageHasOnlyWhatTheFilterFinds() {
    var page = page("fq=tags:ungerade");
    assertEquals(60, datasets(page));
    assertTrue(page.contains("<" + FIRST + ">") && !page.contains("weg-2>"), page);
    assertTrue(page.contains("totalItems> \"60\""), page);
    assertFalse(page.contains("core#next>"), page);
    assertEquals(1, datasets(page("q=" + encoded("\"Weg 7\""))));
    assertEquals(0, datasets(page("q=Weg&fq=" + encoded("tags:gerade") + "&fq=tags:ungerade")));
  }

  @Test
  void theNextPageGoesOnWithTheSameSearch() {
    var first = page("q=Weg");
    assertEquals(100, datasets(first));
    var next = first.replaceAll("(?s).*core#next> \"https://daten.example/([^\"]*)\".*", "$1");
    assertTrue(next.contains("q=Weg") && next.contains("after="), next);
    var second = site.get("/" + next).body();
    assertEquals(20, datasets(second));
    assertFalse(second.contains("<" + FIRST + ">"), second);
    assertEquals(20, datasets(page("q=Weg&page=2")));
  }

  @Test
  void whatCannotBeUnderstoodIsRefused() {
    var answer = site.get("/catalog.ttl?fq=" + encoded("tags:("));
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("Search error"), answer.body());
  }

  @Test
  void theSamePageStandsInsideAnEnvelope() {
    var shown = site.result("dcat_catalog_show", Map.of("format", "nt", "profiles", "raw"));
    assertEquals(100, datasets(shown.asText()));
    var found =
        site.result(
            "dcat_catalog_search",
            Map.of("q", "Weg", "fq", "tags:gerade", "format", "nt", "profiles", "raw"));
    assertEquals(60, datasets(found.asText()));
    var list = site.result("dcat_datasets_list", Map.of("profiles", "raw", "page", "2"));
    assertEquals(20, list.size());
    assertTrue(list.get(0).asText().contains("<rdf:RDF"), list.get(0).asText());
  }

  @Test
  void whatIsWrongWithThePageIsNamedAsCkanDoes() {
    assertEquals(409, site.get("/api/3/action/dcat_catalog_show?page=0").statusCode());
    var wrong = site.action("dcat_catalog_search", Map.of("q", "tags:("));
    assertTrue(wrong.at("/error/q/0").asText().contains("Search error"), wrong.toString());
    var format = site.action("dcat_catalog_show", Map.of("format", "docx"));
    assertTrue(format.at("/error/format/0").asText().startsWith("Format not supported"));
  }
}
