package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.server.TestSite;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a theme, a publisher, a place, and their lists (web-ui.md 7.5). */
class TopicPagesIT {
  private static final String HAGENOW = "13076060";
  private static final String HAGENOW_ARS = "130760060060";
  private static final String TODDIN = "13076169";

  @TempDir private Path folder;
  @AutoClose private TestSite site;

  @BeforeEach
  void start() {
    site = TestSite.in(folder);
  }

  private Document page(String path) {
    return Jsoup.parse(site.get(path, "Accept", "text/html").body());
  }

  private void publish(String local, String ags, String from, String to) {
    site.publish(
        local,
        "Zählung " + local,
        """
        <https://other.example/%1$s> dct:description "Was gezählt wurde." ;
          dcatde:politicalGeocodingURI <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/%2$s> ;
          dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ;
          dcat:contactPoint [ a vcard:Organization ; vcard:fn "Zählstelle" ;
            vcard:hasEmail <mailto:zaehlen@other.example> ] ;
          dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "%3$s" ; dcat:endDate "%4$s" ] .
        """
            .formatted(local, ags, from, to));
  }

  @Test
  void aDatasetCountsInEachYearThatItIsAbout() {
    publish("a", HAGENOW, "2023-01-01", "2024-12-31");
    publish("b", HAGENOW, "2024-01-01", "2024-12-31");
    site.publish("c", "Ohne Zeit", "");

    var rows = page("/herausgeber/stadt-anderswo").select(".years tbody tr");
    assertEquals(List.of("2024 2", "2023 1"), rows.eachText());
    var years = rows.select("a").eachAttr("href");
    assertEquals("/suche?herausgeber=stadt-anderswo&jahr=2024", years.getFirst());
    assertTrue(
        page("/herausgeber/stadt-anderswo").text().contains("1 Datensatz nennt keinen Zeitraum."));
    assertTrue(page(years.getFirst()).text().contains("2 Datensätze"));
  }

  @Test
  void yearsLongAgoStandTogether() {
    publish("a", HAGENOW, "1990-01-01", "2024-12-31");
    publish("b", HAGENOW, "1950-01-01", "1950-12-31");

    var rows = page("/thema/tran").select(".years tbody tr");
    assertEquals(11, rows.size());
    assertEquals("bis 2014 2", rows.eachText().getLast());
    assertEquals("/suche?thema=tran&bis=2014", rows.select("a").eachAttr("href").getLast());
    assertTrue(page("/suche?thema=tran&bis=2014").text().contains("2 Datensätze"));
  }

  @Test
  void aPublisherNamesWhomItsDatasetsNameToTurnTo() {
    publish("a", HAGENOW, "2023", "2023");

    var facts = page("/herausgeber/stadt-anderswo").select(".facts.row");
    assertEquals(
        "mailto:zaehlen@other.example", facts.select("a:contains(Zählstelle)").attr("href"));
  }

  @Test
  void aPlaceNamesTheNearestOnesAndWhatItLiesIn() {
    publish("a", HAGENOW, "2023", "2023");
    publish("b", TODDIN, "2023", "2023");

    var page = page("/ort/" + HAGENOW_ARS);
    assertEquals("Hagenow", page.expectFirst("h1").text());
    assertTrue(page.select(".facts a[href=/ort/13076]").hasText());
    var near = page.select(".side section:contains(Gemeinden in der Nähe) li");
    assertEquals(8, near.size());
    assertEquals(1, near.select("a").size(), "only what has datasets is linked");
    assertEquals("Toddin 1 Datensatz", near.select(":has(a)").text());
  }

  @Test
  void aDistrictNamesItsMunicipalitiesWithDataAndAStateItsDistricts() {
    publish("a", HAGENOW, "2023", "2023");
    publish("b", TODDIN, "2023", "2023");

    var district = page("/ort/13076").select(".side section:contains(Gemeinden mit Daten) a");
    assertEquals(List.of("Hagenow", "Toddin"), district.eachText());
    var state = page("/ort/13").select(".side section:contains(Kreise mit Daten) a");
    assertEquals(List.of("/ort/13076"), state.eachAttr("href"));
  }

  @Test
  void whereBoundariesAreKnownNeighborsAreThoseThatBorderOnIt() throws IOException {
    publish("a", HAGENOW, "2023", "2023");
    publish("b", TODDIN, "2023", "2023");
    var squares = folder.resolve("squares.geojson");
    Files.writeString(
        squares,
        """
        {"type": "FeatureCollection", "features": [%s, %s, %s]}
        """
            .formatted(square(HAGENOW, 11.1), square(TODDIN, 11.2), square("13076088", 11.5)));
    Gazetteer.in(folder).importFile(squares);

    var page = page("/ort/" + HAGENOW_ARS);
    assertTrue(page.select(".side").text().contains("Nachbargemeinden Toddin"), page.text());
    assertFalse(page.select(".side").text().contains("in der Nähe"));
  }

  private static String square(String ags, double west) {
    return """
    {"type": "Feature", "properties": {"ags": "%1$s", "name": "N %1$s"}, "geometry":
     {"type": "Polygon", "coordinates": [[[%2$s, 53.4], [%3$s, 53.4], [%3$s, 53.5], [%2$s, 53.5],
      [%2$s, 53.4]]]}}
    """
        .formatted(ags, west, Math.round((west + 0.1) * 10) / 10.0);
  }

  private void edition(String year) {
    site.publish(
        "edition" + year,
        "Haushalt " + year,
        """
        <https://other.example/edition%1$s> dcat:inSeries <https://other.example/budgets> ;
          dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "%1$s" ; dcat:endDate "%1$s" ] .
        <https://other.example/budgets> a dcat:DatasetSeries ; dct:title "Haushaltspläne"@de ;
          dct:description "Alle *Jahre*."@de ; dct:publisher <https://other.example/town> .
        """
            .formatted(year));
  }

  @Test
  void theDatasetsOfASeriesStandTogether() {
    edition("2023");
    edition("2024");
    site.publish("trees", "Bäume", "");

    var page = page("/reihe/haushaltsplaene");
    assertEquals("Haushaltspläne", page.expectFirst("h1").text());
    assertEquals("Jahre", page.expectFirst(".prose em").text());
    assertEquals(2, page.select(".hit").size());
    assertEquals(List.of("2024 1", "2023 1"), page.select(".years tbody tr").eachText());
    assertEquals("/suche?reihe=haushaltsplaene", page.expectFirst("a.button").attr("href"));
    var search = page("/suche?reihe=haushaltsplaene&jahr=2024");
    assertTrue(search.text().contains("1 Datensatz"));
    assertTrue(
        search.select(".chips").text().contains("Reihe Haushaltspläne"),
        search.select(".chips").text());
    assertEquals("Haushaltspläne 2 Datensätze", page("/reihen").select(".cards").text());
    var fact = page("/datensatz/haushalt-2024").select(".facts a[href=/reihe/haushaltsplaene]");
    assertEquals("Haushaltspläne", fact.text());
    assertTrue(
        graph("/en/series/haushaltsplaene.ttl")
            .contains(
                iri("https://other.example/edition2024"),
                iri("http://www.w3.org/ns/dcat#inSeries"),
                iri("https://other.example/budgets")));
  }

  @Test
  void anotherNameOfATopicLeadsToItsOneAddress() {
    var moved = site.get("/ort/" + HAGENOW);
    assertEquals(301, moved.statusCode());
    assertEquals("/ort/" + HAGENOW_ARS, moved.headers().firstValue("Location").orElseThrow());
    var twin = site.get("/en/theme/TRAN.csv");
    assertEquals("/en/theme/tran.csv", twin.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void aTopicThatNobodyKnowsIsNotFoundInAnyForm() {
    for (var path : List.of("/thema/xxxx", "/ort/99", "/ort/1%2F3", "/herausgeber/niemand.ttl")) {
      assertEquals(404, site.get(path).statusCode(), path);
    }
    assertEquals(404, site.get("/thema/tran.docx").statusCode());
    assertTrue(site.get("/themen.docx").body().contains("Known: json, csv"));
  }

  @Test
  void everyPageNamesItsTwinsAndTheyAreThere() {
    publish("a", HAGENOW, "2023", "2023");

    for (var path : List.of("/themen", "/en/publishers", "/ort/13", "/en/theme/tran")) {
      var page = page(path);
      var named = page.select(".bottom .forms a").eachAttr("href");
      assertEquals(List.of(path + ".json", path + ".csv", path + ".ttl"), named);
      for (var twin : named) {
        assertEquals(200, site.get(twin).statusCode(), twin);
        assertFalse(page.select("link[rel=alternate][href=" + twin + "]").isEmpty(), twin);
      }
    }
  }

  @Test
  void theJsonOfATopicHasItsDatasetsAsPackageSearchGivesThem() {
    publish("a", HAGENOW, "2023", "2024");

    var json = TestSite.json(site.get("/ort/" + HAGENOW_ARS + ".json").body());
    assertEquals(1, json.path("count").asInt());
    assertEquals("zaehlung-a", json.path("results").path(0).path("name").asText());
    assertEquals("2024", json.path("years").path(0).path("year").asText());
    assertEquals("https://daten.example/suche?ort=" + HAGENOW, json.path("search").asText());
    var list = TestSite.json(site.get("/orte.json").body());
    assertEquals(3, list.path("count").asInt());
  }

  @Test
  void theRdfOfATopicLinksItsDatasetsToIt() {
    publish("a", HAGENOW, "2023", "2023");

    var graph = graph("/thema/tran.ttl");
    var theme = iri("http://publications.europa.eu/resource/authority/data-theme/TRAN");
    assertTrue(graph.contains(iri("https://other.example/a"), DCAT.theme.asNode(), theme));
    var page = iri("https://daten.example/thema/tran");
    assertTrue(graph.contains(page, FOAF.primaryTopic.asNode(), theme));
    assertEquals(
        "1",
        graph
            .find(page, iri("http://www.w3.org/ns/hydra/core#totalItems"), Node.ANY)
            .next()
            .getObject()
            .getLiteralLexicalForm());
  }

  private Graph graph(String path) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(site.get(path).body(), Lang.TURTLE).parse(graph);
    return graph;
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  @Test
  void theTableOfAListHasALineForEachTopic() {
    publish("a", HAGENOW, "2023", "2023");

    assertEquals(
        "key,label,count,iri,page\r\n"
            + "tran,Verkehr,1,http://publications.europa.eu/resource/authority/data-theme/TRAN,"
            + "https://daten.example/thema/tran\r\n",
        site.get("/themen.csv").body());
  }
}
