package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word that stands in the name of a column finds the dataset, and the hit says so (7.2). */
class FoundColumnsIT {
  @TempDir private Path folder;
  @AutoClose private TestSite site;

  @BeforeEach
  void start() {
    site = TestSite.in(folder);
    site.publish(
        "trees",
        "Grünflächen",
        """
        <https://other.example/trees> dct:description "Was im Park wächst." .
        <https://other.example/trees/csv> dct:conformsTo <https://other.example/trees/schema> .
        <https://other.example/trees/schema> csvw:column (
          [ csvw:name "art" ; csvw:title "Baumart"@de ]
          [ csvw:name "stammumfang" ]
          [ csvw:name "park" ; csvw:title "Name des Parks"@de, "name of the meadow"@en ] ) .
        """);
  }

  private Document page(String path) {
    return Jsoup.parse(site.get(path, "Accept", "text/html").body());
  }

  @Test
  void theHitNamesTheColumnAndLeadsToWhereThePageTellsOfIt() {
    var hit = page("/suche?q=Baumarten").expectFirst(".hit");

    assertTrue(hit.text().contains("Gefunden in: Spalte Baumart"), hit.text());
    var link = hit.expectFirst("p a");
    var target = link.attr("href").split("#");
    assertEquals("/datensatz/gruenflaechen", target[0]);
    assertTrue(page(target[0]).expectFirst("#" + target[1]).text().length() > 0);
  }

  @Test
  void aColumnWithoutATitleIsFoundByItsName() {
    assertTrue(page("/suche?q=Stammumfang").select(".hit").text().contains("Spalte stammumfang"));
  }

  @Test
  void aWordThatStandsInTheTextsNamesNoColumn() {
    assertTrue(page("/suche?q=Park").select(".hit p a").isEmpty());
  }

  @Test
  void aColumnIsNamedInTheLanguageOfThePage() {
    assertTrue(page("/suche?q=meadow").select(".hit").text().contains("Spalte Name des Parks"));
    assertTrue(
        page("/en/search?q=meadow").select(".hit").text().contains("column name of the meadow"));
  }

  @Test
  void theReasonNamesTheColumnForProgramsToo() {
    var why = TestSite.json(site.get("/suche.json?q=Baumart&explain=true").body()).path("explain");

    assertEquals("Baumart", why.path(0).path(0).path("found").asText());
    assertEquals("column", why.path(0).path(0).path("where").asText());
    assertTrue(page("/suche?q=Baumart").select(".why").text().contains("im Namen einer Spalte"));
  }
}
