package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dataset's page offers beside the data ({@code web-ui.md} 7.3, 9). */
class DatasetSharingIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish(
        "trees",
        "Straßenbäume",
        """
        <https://other.example/trees> dct:description "Jeder Baum der Stadt mit Art und Alter. Das Amt zählt im Winter.\\n\\n* Linden\\n* Eichen"@de ;
          dcat:contactPoint [ a vcard:Kind ; vcard:fn "Team Grün" ; vcard:hasEmail <mailto:gruen@other.example> ] ;
          dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/MONTHLY> ;
          dct:modified "2026-01-10"^^xsd:date ;
          dct:accessRights <http://publications.europa.eu/resource/authority/access-right/RESTRICTED> ;
          dcatap:hvdCategory <http://data.europa.eu/bna/c_dd313021> ;
          dcat:keyword "Baum"@de, "Linde"@de ;
          dcat:distribution <https://other.example/trees/wms>, <https://other.example/trees/old>, <https://other.example/trees/bad> .
        <https://other.example/trees/csv> dct:modified "2026-01-10"^^xsd:date .
        <https://other.example/trees/old> a dcat:Distribution ; dct:title "Voriges Jahr"@de ;
          dcat:downloadURL <https://other.example/trees-2025.csv> ; dct:modified "2025-01-10"^^xsd:date ;
          dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> .
        <https://other.example/trees/wms> a dcat:Distribution ; dct:title "Karte"@de ;
          dcat:accessURL <https://geo.other.example/wms?map=trees> ;
          dct:format <http://publications.europa.eu/resource/authority/file-type/WMS_SRVC> .
        <https://other.example/trees/bad> a dcat:Distribution ; dct:title "Böses"@de ;
          dcat:downloadURL <javascript:alert(1)> .
        """);
    site.publish(
        "parks", "Parks", "<https://other.example/parks> dcat:keyword \"Linde\"@de, \"Park\"@de .");
    site.publish("roads", "Straßen", "<https://other.example/roads> dcat:keyword \"Asphalt\"@de .");
  }

  private static Document page() {
    return Jsoup.parse(site.get("/datensatz/strassenbaeume").body());
  }

  @Test
  void beginsWithOneSentenceAndWhatOneShouldKnow() {
    assertEquals("Jeder Baum der Stadt mit Art und Alter.", page().select(".lead").text());
    assertEquals(
        List.of("Zugang eingeschränkt", "Hochwertiger Datensatz"),
        page().select(".badges li").eachText());
    assertEquals(List.of("Linden", "Eichen"), page().select(".prose li").eachText());
  }

  @Test
  void aDescriptionOfOneSentenceIsNotSaidTwice() {
    var page = Jsoup.parse(site.get("/datensatz/parks").body());
    assertEquals("Alles über Parks.", page.select(".lead").text());
    assertEquals(0, page.select("#beschreibung").size());
  }

  @Test
  void theCurrentFileComesBeforeTheOldOne() {
    var download = page().select(".download");
    assertEquals("https://other.example/trees.csv", download.select(".button").attr("href"));
    assertTrue(download.text().contains("Datenstand 10. Januar 2026"), download.text());
  }

  @Test
  void saysThatDataAreLate() {
    var facts = page().select(".side .facts").text();
    assertTrue(facts.contains("monatlich, überfällig seit dem 17. Februar 2026"), facts);
  }

  @Test
  void aServiceComesWithItsUseAndACall() {
    var services = page().select("section[aria-labelledby=dienste]");
    assertTrue(services.text().contains("WMS-Ebene"), services.text());
    assertEquals(
        "https://geo.other.example/wms?map=trees&SERVICE=WMS&REQUEST=GetCapabilities",
        services.select("dd a").attr("href"));
    assertFalse(page().select("section[aria-labelledby=dateien]").text().contains("Karte"));
  }

  @Test
  void similarIsWhatHasKeywordsInCommon() {
    assertEquals(
        List.of("/datensatz/parks"),
        page().select("section[aria-labelledby=aehnlich] a").eachAttr("href"));
    var roads = Jsoup.parse(site.get("/datensatz/strassen").body());
    assertEquals(0, roads.select("#aehnlich").size());
  }

  @Test
  void offersTheReferenceInEachForm() {
    var sentence = page().select("section[aria-labelledby=zitieren] .credit").text();
    assertTrue(sentence.startsWith("Stadt Anderswo (2026): Straßenbäume. "), sentence);
    assertTrue(sentence.contains(" https://other.example/trees (Lizenz: Datenlizenz "), sentence);
    for (var address :
        page().select("section[aria-labelledby=zitieren] .forms a").eachAttr("href")) {
      var answer = site.get(address);
      assertEquals(200, answer.statusCode(), address);
      assertTrue(answer.body().contains("https://other.example/trees"), answer.body());
      assertTrue(
          answer
              .headers()
              .firstValue("Content-Disposition")
              .orElse("")
              .startsWith("attachment; filename=\"strassenbaeume."));
    }
    assertEquals(404, site.get("/datensatz/strassenbaeume/zitat.doc").statusCode());
    assertEquals(404, site.get("/datensatz/nichts/zitat.bib").statusCode());
  }

  @Test
  void theFeedHasThisDatasetAlone() {
    var feed = page().select("section[aria-labelledby=folgen] a").attr("href");
    var entries =
        Jsoup.parse(site.get(feed).body(), org.jsoup.parser.Parser.xmlParser()).select("entry");
    assertEquals(List.of("Straßenbäume"), entries.select("> title").eachText());
  }

  @Test
  void aMistakeIsReportedToTheContact() {
    var mail = page().select("section[aria-labelledby=melden] a").attr("href");
    assertTrue(mail.startsWith("mailto:gruen@other.example?subject=Fehler%20im"), mail);
    var roads = Jsoup.parse(site.get("/datensatz/strassen").body());
    assertEquals(0, roads.select("#melden").size());
  }

  @Test
  void machinesFindTheirWayByTheHeaderAlone() {
    var header = site.get("/datensatz/strassenbaeume").headers().firstValue("Link").orElseThrow();
    for (var link :
        List.of(
            "<https://other.example/trees>; rel=\"cite-as\"",
            "<https://schema.org/AboutPage>; rel=\"type\"",
            "<https://schema.org/Dataset>; rel=\"type\"",
            "<https://other.example/town>; rel=\"author\"",
            "rel=\"license\"",
            "<https://daten.example/dataset/strassenbaeume.ttl>; rel=\"describedby\";"
                + " type=\"text/turtle\"",
            "<https://other.example/trees.csv>; rel=\"item\"; type=\"text/csv\"",
            "<https://daten.example/datensatz/strassenbaeume/linkset.json>; rel=\"linkset\";"
                + " type=\"application/linkset+json\"")) {
      assertTrue(header.contains(link), link + " is missing in " + header);
    }
    assertFalse(header.contains("javascript"), header);
  }

  @Test
  void theLinkSetHasWhatTheHeaderHas() {
    var answer = site.get("/datensatz/strassenbaeume/linkset.json");
    assertEquals(
        "application/linkset+json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse(""));
    var context = TestSite.json(answer.body()).at("/linkset/0");
    assertEquals("https://daten.example/datensatz/strassenbaeume", context.get("anchor").asText());
    assertEquals("https://other.example/trees", context.at("/cite-as/0/href").asText());
    assertEquals(2, context.get("item").size());
    assertEquals(5, context.get("describedby").size());
  }

  @Test
  void theWordsOfSchemaOrgHaveAnAddressOfTheirOwn() {
    var answer = site.get("/datensatz/strassenbaeume/schemaorg.jsonld");
    assertEquals(
        "application/ld+json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("Dataset", TestSite.json(answer.body()).get("@type").asText());
  }
}
