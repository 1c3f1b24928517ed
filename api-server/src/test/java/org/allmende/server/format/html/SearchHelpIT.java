package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the search does for people beyond their words: places, corrections, facets. */
class SearchHelpIT {

  private static final String KEYS = "http://dcat-ap.de/def/politicalGeocoding/";

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    publish("charging", "Ladesäulen", at("municipalityKey/13076060"));
    publish("district", "Radwege im Kreis", at("districtKey/13076"));
    publish("munich", "Ladesäulen im Süden", at("municipalityKey/09162000"));
    publish(
        "trees",
        "Straßenbaumkataster",
        """
        <https://other.example/trees> dct:spatial [ a dct:Location ; dcat:centroid
            "POINT(11.25 53.45)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> ] ;
          dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2019-01-01"^^xsd:date ;
            dcat:endDate "2021-12-31"^^xsd:date ] .
        """);
  }

  private static void publish(String local, String title, String more) {
    site.publish(local, title, more.replace("{}", "<https://other.example/" + local + ">"));
  }

  private static String at(String key) {
    return "{} dct:spatial <" + KEYS + key + "> .";
  }

  private static Document page(String path) {
    return Jsoup.parse(site.get(path).body());
  }

  private static JsonNode twin(String query) {
    return TestSite.json(site.get("/suche.json?" + query).body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void saysWhatWasSoughtInsteadAndLeadsBack() {
    var page = page("/suche?q=Strassenbaumkatatser");
    assertEquals("1 Datensatz", page.select("#treffer").text());
    var note = page.select(".understood");
    assertEquals("Straßenbaumkataster", note.select("strong").text());
    assertEquals("/suche?q=Strassenbaumkatatser&ohne=korrektur", note.select("a").attr("href"));
    assertEquals("0 Datensätze", page(note.select("a").attr("href")).select("#treffer").text());
  }

  @Test
  void saysWhichPlaceWasUnderstoodAndLeadsBack() {
    var page = page("/en/search?q=" + encoded("Ladesäulen Hagenow"));
    assertEquals("1 dataset", page.select("#treffer").text());
    var note = page.select(".understood");
    assertEquals("Hagenow", note.select("strong").text());
    assertTrue(note.select("a").attr("href").endsWith("&ohne=ort"), note.html());
  }

  @Test
  void theMachineTwinSaysWhatWasUnderstood() {
    var understood = twin("q=" + encoded("Ladesäuln Hagenow")).get("understood");
    assertEquals("Ladesäulen Hagenow", understood.at("/correction/text").asText());
    assertEquals("Ladesäuln", understood.at("/correction/replaced/0/typed").asText());
    assertEquals("13076060", understood.at("/place/keys/0").asText());
    assertEquals("Ladesäulen", understood.at("/place/rest").asText());
  }

  @Test
  void packageSearchCorrectsNothing() {
    var answer = site.get("/api/3/action/package_search?q=Strassenbaumkatatser").body();
    assertEquals(0, TestSite.json(answer).at("/result/count").asInt());
  }

  @Test
  void aPlaceIsChosenByNamePostcodeOrKey() {
    for (var place : List.of("Hagenow", "19230", "13076060", "130760060060")) {
      assertEquals(1, twin("ort=" + place).get("count").asInt(), place);
    }
    assertEquals(2, twin("ort=13076").get("count").asInt());
    assertEquals(2, twin("ort=Mecklenburg-Vorpommern").get("count").asInt());
    assertEquals(2, twin("ort=13076060&ort=09162000").get("count").asInt());
    assertEquals(0, twin("ort=Nirgendwo").get("count").asInt());
  }

  @Test
  void aPlaceByNameHasTheAddressOfItsKey() {
    var canonical = page("/suche?ort=Hagenow").select("link[rel=canonical]").attr("href");
    assertEquals("https://daten.example/suche?ort=13076060", canonical);
    assertEquals(
        "Filter Ort Hagenow entfernen ×",
        page("/suche?ort=Hagenow").select(".chips a").get(0).text());
  }

  @Test
  void aRadiusFindsShapesAndKeysAround() {
    // Its own, its district's, and the trees that stand 5 km away.
    assertEquals(3, twin("ort=13076060&umkreis=10").get("count").asInt());
    assertEquals(3, twin("ort=53.43,11.19&umkreis=10").get("count").asInt());
    assertEquals(0, twin("ort=50.0,7.0&umkreis=5").get("count").asInt());
  }

  @Test
  void aBoxFindsShapesAndKeysWithin() {
    assertEquals(3, twin("bbox=11.1,53.3,11.4,53.6").get("count").asInt());
    assertEquals(1, twin("bbox=11,48,12,49").get("count").asInt());
    assertEquals(400, site.get("/suche.json?bbox=1,2,3").statusCode());
    assertEquals(400, site.get("/suche.json?bbox=NaN,2,3,4").statusCode());
    assertEquals(400, site.get("/suche.json?bbox=11,60,12,50").statusCode());
  }

  @Test
  void yearsBoundWhatDataIsAbout() {
    assertEquals(1, twin("von=2020&bis=2020").get("count").asInt());
    assertEquals(1, twin("bis=2019").get("count").asInt());
    assertEquals(0, twin("von=2022").get("count").asInt());
    assertEquals(1, twin("jahr=2021").get("count").asInt());
    assertEquals(400, site.get("/suche.json?von=gestern").statusCode());
  }

  @Test
  void regionsAreCountedFromStateToMunicipality() {
    var regions = twin("").at("/facets/region");
    assertEquals(2, regions.get("13").asInt());
    assertEquals(2, regions.get("13076").asInt());
    assertEquals(1, regions.get("13076060").asInt());
    var labels = page("/suche?ort=13076").select("input[name=ort] + label span:first-child");
    assertEquals(
        List.of("Mecklenburg-Vorpommern", "Landkreis Ludwigslust-Parchim", "Hagenow", "Bayern"),
        labels.eachText());
  }

  @Test
  void severalValuesOfAFacetFindMoreNotLess() {
    var one = twin("jahr=2019").get("count").asInt();
    var two = twin("jahr=2019&jahr=2020").get("count").asInt();
    assertEquals(one, two);
    assertEquals(4, twin("art=tabelle").get("count").asInt());
    assertEquals(0, twin("art=karte").get("count").asInt());
    assertEquals(4, twin("art=tabelle&art=karte").get("count").asInt());
    assertEquals(4, twin("art=karte").at("/facets/kind/tabelle").asInt());
  }

  @Test
  void freshnessIsCountedByWhatLiesInIt() {
    var freshness = twin("").at("/facets/freshness");
    assertEquals(4, freshness.get("woche").asInt());
    assertEquals(4, freshness.get("jahr").asInt());
    assertEquals(4, twin("aktualitaet=jahr").get("count").asInt());
    assertEquals(0, twin("aktualitaet=aelter").get("count").asInt());
  }

  @Test
  void unknownValuesOfFacetsFindNothing() {
    for (var key :
        List.of("art", "thema", "jahr", "aktualitaet", "qualitaet", "lizenz", "format")) {
      assertEquals(0, twin(key + "=unsinn").get("count").asInt(), key);
    }
  }
}
