package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.allmende.catalog.CatalogEntry;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetPageIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;
  private static CatalogEntry entry;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    entry =
        site.publish(
            "trees",
            "Straßenbäume",
            """
            <https://other.example/trees> dct:description "Erste Zeile\\nzweite <b>Zeile</b>\\n\\nAbsatz"@de ;
              dcat:contactPoint [ a vcard:Kind ; vcard:fn "Team Grün" ; vcard:hasEmail <mailto:gruen@other.example> ] ;
              dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
              dcat:distribution <https://other.example/trees/pdf>, <https://other.example/trees/bad> .
            <https://other.example/trees/pdf> a dcat:Distribution ; dct:title "Bericht"@de ;
              dcat:accessURL <https://other.example/trees.pdf> ;
              dct:format <http://publications.europa.eu/resource/authority/file-type/PDF> .
            <https://other.example/trees/bad> a dcat:Distribution ; dct:title "Böses"@de ;
              dcat:downloadURL <javascript:alert(1)> .
            """);
  }

  private static Document page(String path) {
    return Jsoup.parse(site.get(path).body());
  }

  private static Document page() {
    return page("/datensatz/strassenbaeume");
  }

  @Test
  void theBestFileIsTheFirstButton() {
    var button = page().select(".download .button").get(0);
    assertEquals("https://other.example/trees.csv", button.attr("href"));
    assertEquals("CSV herunterladen", button.text());
  }

  @Test
  void saysWhatIsAllowedBeforeItNamesTheLicense() {
    assertEquals(
        "Sie dürfen die Daten frei nutzen, auch gewerblich, wenn Sie die Quelle nennen.",
        page().select(".use").text());
    assertTrue(page().select(".facts").text().contains("Datenlizenz Deutschland"));
  }

  @Test
  void aDescriptionKeepsItsLinesAndItsMarkupAsText() {
    var paragraphs = page().select(".prose p");
    assertTrue(paragraphs.eachText().contains("Absatz"), paragraphs.eachText().toString());
    assertTrue(page().select(".prose").html().contains("<br>"));
    assertEquals(0, page().select(".prose b").size());
  }

  @Test
  void onlyWebAddressesAreLinks() {
    assertEquals(List.of(), page().select("a[href^=javascript]").eachAttr("href"));
    assertTrue(page().select("#dateien ~ .file").text().contains("Böses"));
  }

  @Test
  void theTableHasEverythingThatIsSaid() {
    var table = page().select("table.metadata").text();
    for (var said : List.of("Team Grün", "gruen@other.example", "jährlich", "Stadt Anderswo")) {
      assertTrue(table.contains(said), said);
    }
  }

  @Test
  void namesItsFormsForMachines() {
    assertEquals(
        List.of(
            "/dataset/strassenbaeume.json",
            "/dataset/strassenbaeume.ttl",
            "/dataset/strassenbaeume.jsonld",
            "/dataset/strassenbaeume.rdf",
            "/datensatz/strassenbaeume/schemaorg.jsonld"),
        page().select("footer .forms a").eachAttr("href"));
    assertEquals(
        page().select("footer .forms a").eachAttr("href"),
        page().select("#metadaten ~ .forms a").eachAttr("href"));
  }

  @Test
  void theEnglishPageSaysThatTheTextIsGerman() {
    var english = page("/en/dataset/strassenbaeume");
    assertEquals("de", english.select("h1").attr("lang"));
    assertTrue(english.select(".note").text().contains("no English version"));
    assertEquals(
        "https://daten.example/datensatz/strassenbaeume",
        english.select("link[hreflang=de][rel=alternate]").attr("href"));
  }

  @Test
  void anIdLeadsToThePageOfTheName() {
    var answer = site.get("/datensatz/" + entry.addresses().id());
    assertEquals(301, answer.statusCode());
    assertEquals("/datensatz/strassenbaeume", answer.headers().firstValue("Location").orElse(""));
  }

  @Test
  void aWithdrawnDatasetIsGoneAndNeverADeadEnd() {
    var gone = site.publish("gone", "Verschwunden", "");
    site.withdraw(gone);
    var answer = site.get("/datensatz/verschwunden", "Accept", "text/html");
    assertEquals(410, answer.statusCode());
    var page = Jsoup.parse(answer.body());
    assertTrue(page.title().startsWith("Fehler: "), page.title());
    assertEquals("/suche?q=verschwunden", page.select(".ways a").get(0).attr("href"));
    var lead = page.select(".lead").text();
    assertTrue(lead.startsWith("„Verschwunden“ wurde am "), lead);
    assertTrue(lead.contains("aus dem Katalog genommen"), lead);
  }

  @Test
  void machinesGetProblemJson() {
    var answer = site.get("/datensatz/nichts", "Accept", "application/json");
    assertEquals(404, answer.statusCode());
    assertEquals(404, TestSite.json(answer.body()).get("status").asInt());
  }

  @Test
  void thePolicyAllowsNothingFromElsewhere() {
    var policy =
        site.get("/datensatz/strassenbaeume")
            .headers()
            .firstValue("Content-Security-Policy")
            .orElse("");
    assertTrue(policy.startsWith("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  void oldGermanPrefixesLeadToTheOneAddress() {
    assertEquals(
        "/datensatz/strassenbaeume",
        site.get("/de/datensatz/strassenbaeume").headers().firstValue("Location").orElse(""));
  }

  @Test
  void noAddressLeadsToAnotherHost() {
    for (var path :
        List.of("/de//other.example/x", "/de/%5Cother.example", "/de///other.example")) {
      var location = site.get(path).headers().firstValue("Location").orElse("/");
      assertTrue(location.matches("/[^/\\\\].*|/"), path + " leads to " + location);
    }
  }

  @Test
  void saysToDatasetSearchEnginesWhatItIs() throws Exception {
    var json =
        new ObjectMapper()
            .readTree(page().select("script[type=application/ld+json]").get(0).data());

    assertEquals("Dataset", json.path("@type").asText());
    assertEquals("Straßenbäume", json.path("name").asText());
    assertTrue(json.path("description").asText().startsWith("Erste Zeile"));
    assertEquals("https://other.example/trees", json.path("@id").asText());
    assertEquals("https://daten.example/datensatz/strassenbaeume", json.path("url").asText());
    assertTrue(json.path("license").asText().contains("dl-by-de"));
    assertEquals("DataDownload", json.path("distribution").path(0).path("@type").asText());
    assertEquals(
        List.of("https://other.example/trees.csv", "https://other.example/trees.pdf"),
        json.path("distribution").findValuesAsText("contentUrl").stream().sorted().toList());
  }

  @Test
  void aTitleCannotEndTheScriptItStandsIn() {
    var evil = site.publish("evil", "Böse </script><b>Bäume", "");

    var page = page("/datensatz/" + evil.addresses().name().value());

    assertEquals(1, page.select("script[type=application/ld+json]").size());
    assertEquals(0, page.select("main b").size());
  }
}
