package org.allmende.harvest.source.ckan;

import static org.allmende.harvest.source.ckan.CkanTests.assertSays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkanResourceTest {

  private static final String R1 = "<https://ckan.example/dataset/p1/resource/r1>";

  @Test
  void isNamedByPackageAndId() {
    assertSays(
        "\"resources\": [{\"id\": \"r1\", \"name\": \"CSV\", \"url\":"
            + " \"https://a.example/x.csv\"}]",
        "<> dcat:distribution %s . %s a dcat:Distribution ; dct:title \"CSV\" ; dcat:accessURL <https://a.example/x.csv> ."
            .formatted(R1, R1));
  }

  @Test
  void isNamedByItsUriElseStaysBlank() {
    assertSays(
        "\"resources\": [{\"id\": \"r1\", \"uri\": \"https://b.example/r\"}, {\"name\": \"x\"}]",
        """
        <> dcat:distribution <https://b.example/r> , [ a dcat:Distribution ; dct:title "x" ] .
        <https://b.example/r> a dcat:Distribution .
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "format": "csv"                                | dct:format eu:file-type\\/CSV
          "format": ".weird"                             | dct:format ".weird"
          "format": "", "mimetype": "application/pdf"    | dct:format eu:file-type\\/PDF ; dcat:mediaType <https://www.iana.org/assignments/media-types/application/pdf>
          "mimetype": "komisch"                          | dcat:mediaType "komisch"
          "size": 10325                                  | dcat:byteSize "10325"^^xsd:nonNegativeInteger
          "size": "77"                                   | dcat:byteSize "77"^^xsd:nonNegativeInteger
          "size": "1,2 MB"                               | a dcat:Distribution
          "size": 1.5                                    | a dcat:Distribution
          "size": -1                                     | a dcat:Distribution
          "url": "www.a.example/x y.csv"                 | dcat:accessURL <http://www.a.example/x%20y.csv>
          "url": "siehe Amt"                             | dcat:accessURL "siehe Amt"
          "url": "http://a.example/f", "url_type": "upload" | dcat:accessURL <http://a.example/f> ; dcat:downloadURL <http://a.example/f>
          "access_url": "http://a.example/", "url": "http://a.example/f", "download_url": "http://a.example/f" | dcat:accessURL <http://a.example/> ; dcat:downloadURL <http://a.example/f>
          "created": "2017-03-15T15:03:18.306433", "last_modified": "2018-09-24T09:12:55.1358119" | dct:issued "2017-03-15T15:03:18.306433Z"^^xsd:dateTime ; dct:modified "2018-09-24T09:12:55.1358119Z"^^xsd:dateTime
          "license": "dl-de-by-2.0", "licenseAttributionByText": "Stadt" | dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> ; dcatde:licenseAttributionByText "Stadt"
          "availability": "stable"                       | dcatap:availability eu:planned-availability\\/STABLE
          "hash": "d41d8cd98f00b204e9800998ecf8427e"     | spdx:checksum [ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_md5 ; spdx:checksumValue "d41d8cd98f00b204e9800998ecf8427e"^^xsd:hexBinary ]
          "hash": "kein Hash"                            | a dcat:Distribution
          """)
  void says(String members, String turtle) {
    assertSays(
        "\"resources\": [{\"id\": \"r1\", " + members + "}]",
        "<> dcat:distribution %s . %s a dcat:Distribution ; %s .".formatted(R1, R1, turtle));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "license_id": "dl-de-zero-2.0"      | <http://dcat-ap.de/def/licenses/dl-zero-de/2.0>
          "license_id": "cc-by"               | <http://dcat-ap.de/def/licenses/cc-by>
          "license_id": "hausgemacht"         | "hausgemacht"
          "license_id": "https://a.example/l" | <https://a.example/l>
          "license_id": "x", "license_url": "https://www.govdata.de/dl-de/by-2-0" | <http://dcat-ap.de/def/licenses/dl-by-de/2.0>
          """)
  void takesTheLicenseOfThePackage(String members, String license) {
    assertSays(
        members + ", \"resources\": [{\"id\": \"r1\"}]",
        "<> dcat:distribution %s . %s a dcat:Distribution ; dct:license %s ."
            .formatted(R1, R1, license));
  }

  @Test
  void leavesTheLicenseOnThePackageWhenThereIsNoResource() {
    assertSays(
        "\"license_id\": \"cc-zero\"", "<> dct:license <http://dcat-ap.de/def/licenses/cc-zero> .");
  }

  @Test
  void describesTheServicesBehindIt() {
    assertSays(
        """
        "resources": [{"id": "r1", "access_services": "[{\\"uri\\": \\"https://a.example/wfs\\",
          \\"title\\": \\"WFS\\", \\"endpoint_url\\": [\\"https://a.example/wfs?\\"]}]"}]
        """
            .replace("\n", " "),
        """
        <> dcat:distribution %s . %s a dcat:Distribution ; dcat:accessService <https://a.example/wfs> .
        <https://a.example/wfs> a dcat:DataService ; dct:title "WFS" ;
          dcat:endpointURL <https://a.example/wfs?> .
        """
            .formatted(R1, R1));
  }
}
