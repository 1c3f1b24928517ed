package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that links out there lead to, and what crawlers are told. */
class OldAddressesIT {

  @TempDir static Path folder;
  @AutoClose private static RunningServer server;

  @BeforeAll
  static void fill() {
    server = RunningServer.start(folder);
    server.publish("radwege");
    var draft = CatalogRecord.own(Instant.now()).withState(DatasetState.DRAFT);
    server.publish("geheim", draft);
  }

  private static void assertMoved(String from, String to) throws Exception {
    var answer = server.get(from);
    assertEquals(301, answer.statusCode(), from);
    assertEquals(to, answer.headers().firstValue("Location").orElse(""), from);
  }

  @Test
  void ckansSearchLeadsToOursWithTheSameChoices() throws Exception {
    assertMoved("/dataset", "/suche");
    assertMoved("/dataset?q=rad&tags=weg&page=2", "/suche?q=rad+weg&seite=2");
    assertMoved(
        "/dataset?groups=tran&res_format=CSV&organization=stadt",
        "/suche?thema=tran&format=CSV&herausgeber=stadt");
    assertMoved("/dataset?sort=metadata_modified+desc", "/suche?sort=neueste");
    assertMoved("/dataset?sort=title_string+asc&page=x", "/suche?sort=titel");
    assertEquals(200, server.get("/suche?sort=neueste&lizenz=frei").statusCode());
  }

  @Test
  void aPackageIsADataset() throws Exception {
    assertMoved("/package/radwege", "/dataset/radwege");
    assertMoved("/package//evil.example/x", "/dataset/evil.example/x");
    assertMoved("/package?q=rad", "/dataset?q=rad");
  }

  @Test
  void theSitemapNamesPublicPagesWithTheirLastChange() throws Exception {
    var map = server.get("/sitemap.xml");
    assertEquals(200, map.statusCode());
    assertTrue(map.body().contains("/datensatz/radwege</loc><lastmod>20"), map.body());
    assertFalse(map.body().contains("geheim"));
    assertEquals(map.body(), server.get("/sitemap-1.xml").body());
    assertEquals(404, server.get("/sitemap-2.xml").statusCode());
    assertEquals(404, server.get("/sitemap-x.xml").statusCode());
    var tag = map.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, server.get("/sitemap.xml", "If-None-Match", tag).statusCode());
    var robots = server.get("/robots.txt").body();
    assertTrue(robots.contains("/sitemap.xml"));
    assertTrue(robots.contains("Disallow: /datensatz/*/datei/*seite=\n"), robots);
    assertTrue(robots.contains("Allow: /en/dataset/*/file/*?seite=5$\n"), robots);
  }
}
