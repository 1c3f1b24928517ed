package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CkanBoundingBoxIT {

  private static final String PLACE =
      "<https://other.example/%s> dct:spatial [ a dct:Location ; %s \"%s\"^^<%s> ] .";
  private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("p", "Punkt", PLACE.formatted("p", "locn:geometry", "POINT (11.4 53.6)", WKT));
    site.publish(
        "a",
        "Gebiet",
        PLACE.formatted("a", "dcat:bbox", "POLYGON ((9 48, 10 48, 10 49, 9 49, 9 48))", WKT));
    site.publish("f", "Fidschi", PLACE.formatted("f", "dcat:centroid", "POINT (179 -17)", WKT));
    site.publish("k", "Kaputt", PLACE.formatted("k", "locn:geometry", "POLYGON ((1 2", WKT));
    var json = "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}";
    site.publish(
        "l",
        "Linie",
        "",
        CatalogRecord.harvested("test", "l", TestSite.NOW).withExtras(Map.of("spatial", json)));
  }

  private static String found(Map<String, String> parameters) {
    return site.found(parameters, title -> title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11,53,12,54|Punkt",
        "9.5,48.5,9.6,48.6|Gebiet",
        "8,47,9.1,48.1|Gebiet",
        "0.4,0.4,0.6,0.6|Linie",
        "0.6,0.3,0.7,0.4|''",
        "-180,-90,180,90|Fidschi Gebiet Linie Punkt",
        "-500,-90,500,90|Fidschi Gebiet Linie Punkt",
        "371,53,372,54|Punkt",
        "-349,53,-348,54|Punkt",
        "178,-18,-178,-16|Fidschi",
        "178,-18,182,-16|Fidschi",
        "9,48,9,48|Gebiet",
        "' 11 , 53 , 12 , 54 '|Punkt",
        "9,-500,10,500|Gebiet"
      })
  void keepsWhatTouchesTheBox(String box, String titles) {
    assertEquals(titles, found(Map.of("ext_bbox", box)));
  }

  @Test
  void combinesWithWordsAndFilters() {
    assertEquals("Punkt", found(Map.of("ext_bbox", "8,47,12,54", "q", "punkt")));
    assertEquals("Gebiet", found(Map.of("ext_bbox", "8,47,12,54", "fq", "name:gebiet")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3",
        "a,b,c,d",
        "1,2,3,4,5",
        "1;2;3;4",
        "1,50,2,40",
        "NaN,1,2,3",
        "1e999,1,2,3"
      })
  void whatIsNoBoxIsASearchError(String box) {
    var answer = site.get("/api/3/action/package_search?ext_bbox=" + box);
    assertEquals(409, answer.statusCode());
    var message = TestSite.json(answer.body()).at("/error/message").asText();
    assertEquals(true, message.contains("Wrong bounding box provided"), message);
  }

  @Test
  void otherExtensionParametersAreIgnored() {
    assertEquals(200, site.get("/api/3/action/package_search?ext_prev_extent=1").statusCode());
  }
}
