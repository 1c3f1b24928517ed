package org.allmende.harvest.source.ckan;

import static org.allmende.harvest.source.ckan.CkanTests.assertSays;
import static org.allmende.harvest.source.ckan.CkanTests.describe;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkanPlaceTest {

  @Test
  void saysNothingOnAnAdministrativeKey() {
    assertSays(
        """
        "extras": {"spatial_text": "Musterstadt",
          "spatial_uri": "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13099001"}
        """,
        """
        <> dct:spatial <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13099001> ,
          [ a dct:Location ; skos:prefLabel "Musterstadt" ] .
        <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13099001> a dct:Location .
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"Point","coordinates":[11.2,53.400]}                    | dcat:centroid | POINT(11.2 53.4)
          {"type":"polygon","coordinates":[[[1,2],[1,4],[3,4],[3,2],[1,2]]]} | dcat:bbox  | POLYGON((1 2, 1 4, 3 4, 3 2, 1 2))
          {"type":"Polygon","coordinates":[[[1,2],[1,4],[3,4],[1,2]]]}    | locn:geometry | POLYGON((1 2, 1 4, 3 4, 1 2))
          {"type":"MultiPoint","coordinates":[[0,0],[1e1,-2.50]]}         | locn:geometry | MULTIPOINT(0 0, 10 -2.5)
          POINT (1 2)                                                     | dcat:centroid | POINT (1 2)
          """)
  void writesAGeometryAsWkt(String geometry, String property, String wkt) {
    assertSays(
        "\"extras\": [{\"key\": \"spatial\", \"value\": \""
            + geometry.strip().replace("\"", "\\\"")
            + "\"}]",
        "<> dct:spatial [ a dct:Location ; " + property + " \"" + wkt + "\"^^gsp:wktLiteral ] .");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Musterstadt
          {\\"type\\":\\"Point\\"}
          {\\"type\\":\\"Point\\",\\"coordinates\\":[\\"a\\",1]}
          {\\"type\\":\\"Circle\\",\\"coordinates\\":[1,1]}
          [[1,2],[3,4]]
          """)
  void keepsWhatIsNoGeometryAsAnExtra(String text) {
    var submission = describe("\"extras\": [{\"key\": \"spatial\", \"value\": \"" + text + "\"}]");

    assertEquals(text.replace("\\", ""), submission.record().extras().get("spatial"));
  }
}
