package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trend of quality is what was recorded, and nothing else. */
class QualityHistoryIT {
  @TempDir private Path folder;

  private static Document page(TestSite site, String path) {
    return Jsoup.parse(site.get(path, "Accept", "text/html").body());
  }

  @Test
  void oneDayIsNoTrend() {
    try (var site = TestSite.in(folder)) {
      site.publish("trees", "Bäume", "");
      site.quality().look();

      assertTrue(page(site, "/qualitaet").select("svg[role=img]").isEmpty());
      assertTrue(page(site, "/en/quality").text().contains("The history begins"));
    }
  }

  @Test
  void eachDayHasTheLastThatWasSeenOfIt() {
    try (var site = TestSite.in(folder)) {
      site.publish("trees", "Bäume", "");
      site.quality().look();
      site.publish("water", "Gewässer", "");
      site.quality().look();
      site.setTime("2026-03-04T10:00:00Z");
      site.quality().look();

      var lines = site.get("/qualitaet/verlauf.csv").body().split("\r\n");
      assertEquals("day,datasets,points,maximum,conforming", lines[0]);
      assertTrue(lines[1].startsWith("2026-03-01,2,"), lines[1]);
      assertTrue(lines[2].startsWith("2026-03-04,2,"), lines[2]);
      assertEquals(3, lines.length);
      var drawing = page(site, "/qualitaet").expectFirst("svg[role=img]");
      assertEquals(2, drawing.select("rect").size());
      assertTrue(drawing.text().contains("1. März 2026 – 4. März 2026"), drawing.text());
      assertEquals(2, page(site, "/qualitaet").select("figure tbody tr").size());
    }
  }

  @Test
  void anEmptyCatalogIsNotRecorded() {
    try (var site = TestSite.in(folder)) {
      site.quality().look();

      assertEquals(0, site.quality().lines().size());
      assertEquals(200, site.get("/qualitaet.csv").statusCode());
    }
  }

  @Test
  void theFiguresAreThereAsATableTheFewestPointsFirst() {
    try (var site = TestSite.in(folder)) {
      site.publish("trees", "Bäume", "");

      var csv = site.get("/qualitaet.csv").body();
      assertTrue(csv.startsWith("what,name,datasets,points,maximum,share\r\ncatalog,,1,"), csv);
      assertTrue(csv.contains("\r\nrules,DCAT-AP.de 3.0,"), csv);
      assertTrue(csv.contains("\r\nindicator,keywordAvailability,,0,30,0\r\n"), csv);
      assertTrue(csv.contains("\r\npublisher,"), csv);
    }
  }
}
