package org.allmende.vocab.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings as portals and people write them. */
class SpellingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          csv                                             | CSV
          CSV-Datei                                       | CSV
          text/csv                                        | CSV
          https://www.iana.org/assignments/media-types/text/csv | CSV
          xls                                             | XLS
          Excel                                           | XLS
          application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | XLSX
          shape                                           | SHP
          ESRI Shapefile                                  | SHP
          wms                                             | WMS_SRVC
          OGC:WFS                                         | WFS_SRVC
          http://publications.europa.eu/resource/authority/file-type/WFS | WFS_SRVC
          GeoJSON                                         | GEOJSON
          application/vnd.geo+json                        | GEOJSON
          ttl                                             | RDF_TURTLE
          rdf                                             | RDF
          RDF/XML                                         | RDF_XML
          jsonld                                          | JSON_LD
          htm                                             | HTML
          jpg                                             | JPEG
          """)
  void findsFileTypes(String text, String code) {
    assertEquals(code, CodeLists.fileTypes().require(text).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Datenlizenz Deutschland Namensnennung 2.0       | dl-by-de/2.0
          Datenlizenz Deutschland – Namensnennung – Version 2.0 | dl-by-de/2.0
          Datenlizenz Deutschland - Namensnennung – Version 2.0 | dl-by-de/2.0
          dl-de-by-2.0                                    | dl-by-de/2.0
          dl-de/by-2-0                                    | dl-by-de/2.0
          https://www.govdata.de/dl-de/by-2-0             | dl-by-de/2.0
          http://dcat-ap.de/def/licenses/dl-by-de/2_0     | dl-by-de/2.0
          https://www.dcat-ap.de/def/licenses/dl-by-de/2.0/ | dl-by-de/2.0
          https://www.govdata.de/dl-de/zero-2-0           | dl-zero-de/2.0
          dl-de-zero-2.0                                  | dl-zero-de/2.0
          CC BY 4.0                                       | cc-by/4.0
          cc-by-4.0                                       | cc-by/4.0
          https://creativecommons.org/licenses/by/4.0/    | cc-by/4.0
          http://creativecommons.org/licenses/by/4.0/deed.de | cc-by/4.0
          http://publications.europa.eu/resource/authority/licence/CC_BY_4_0 | cc-by/4.0
          http://publications.europa.eu/resource/authority/licence/CC0 | cc-zero
          https://creativecommons.org/publicdomain/zero/1.0/ | cc-zero
          cc-zero                                         | cc-zero
          cc-by                                           | cc-by
          odc-odbl                                        | odbl
          http://dcat-ap.de/def/licenses/od-bl            | odbl
          http://dcat-ap.de/def/licenses/official-work    | officialWork
          http://dcat-ap.de/def/licenses/cc-pdm/1_0       | ccpdm/1.0
          app_freeware                                    | other-freeware
          geolizenz-v1.2-1a                               | other-closed
          """)
  void findsLicenses(String text, String code) {
    assertEquals(code, CodeLists.licenses().require(text).code());
  }

  @ParameterizedTest
  @CsvSource({
    "IRREGULAR, IRREG",
    "http://publications.europa.eu/resource/authority/frequency/IRREGULAR, IRREG",
    "jährlich, ANNUAL",
    "yearly, ANNUAL",
    "P1M, MONTHLY",
    "http://purl.org/cld/freq/daily, DAILY",
    "halbjährlich, ANNUAL_2"
  })
  void findsFrequencies(String text, String code) {
    assertEquals(code, CodeLists.frequencies().require(text).code());
  }

  @ParameterizedTest
  @CsvSource({
    "de, DEU",
    "deutsch, DEU",
    "German, DEU",
    "de-DE, DEU",
    "http://publications.europa.eu/resource/authority/language/GER, DEU",
    "en, ENG",
    "hsb, HSB",
    "Gebärdensprache, GSG"
  })
  void findsLanguages(String text, String code) {
    assertEquals(code, CodeLists.languages().require(text).code());
  }

  @Test
  void findsTheStatusesOfTheOlderProfile() {
    var status =
        CodeLists.distributionStatuses().require("http://purl.org/adms/status/UnderDevelopment");
    assertEquals("DEVELOP", status.code());
  }

  @Test
  void findsTheChecksumAlgorithmsOfTheOlderProfile() {
    var sha256 =
        CodeLists.checksumAlgorithms().require("http://dcat-ap.de/def/hashAlgorithms/sha/256");
    assertEquals("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", sha256.iri());
    assertEquals(sha256, CodeLists.checksumAlgorithms().require("SHA-256"));
  }

  @Test
  void takesAnOldIriForNoMemberOfTheList() {
    var licenses = CodeLists.licenses();
    assertEquals(
        Optional.empty(), licenses.findByIri("http://dcat-ap.de/def/licenses/dl-by-de/2_0"));
    assertTrue(licenses.findByIri("http://dcat-ap.de/def/licenses/dl-by-de/2.0").isPresent());
  }

  @Test
  void knowsWhichLicensesAreOpenAndWhichWantANameGiven() {
    var licenses = CodeLists.licenses();
    assertEquals(24, licenses.concepts().stream().filter(license -> license.is("open")).count());
    assertTrue(licenses.require("dl-by-de/2.0").is("attribution"));
    assertTrue(!licenses.require("dl-zero-de/2.0").is("attribution"));
    assertTrue(!licenses.require("cc-by-nc/4.0").is("open"));
    assertEquals(
        Optional.of("https://www.govdata.de/dl-de/by-2-0"),
        licenses.require("dl-by-de/2.0").attribute("url"));
  }

  @Test
  void knowsMediaTypeExtensionAndCkanNameOfAFileType() {
    var geojson = CodeLists.fileTypes().require("GEOJSON");
    assertEquals(Optional.of("application/geo+json"), geojson.attribute("mediaType"));
    assertEquals(Optional.of("geojson"), geojson.attribute("extension"));
    assertEquals(Optional.of("GeoJSON"), geojson.attribute("ckan"));
    assertEquals(Optional.of("WMS"), CodeLists.fileTypes().require("wms").attribute("ckan"));
  }
}
