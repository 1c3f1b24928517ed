package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkanFieldModeIT {

  private static final String ABOUT =
      """
      <https://other.example/trees> dcat:keyword "Grün"@de , "open data"@de ;
        dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> ;
        dct:creator [ a foaf:Agent ; foaf:name "Erika Beispiel" ] ;
        dcat:version "1.2" ; dct:issued "2019-05-04"^^xsd:date .
      """;

  private static final String MORE =
      """
      <https://other.example/budget> dcat:keyword "Geld"@de ;
        dcat:theme <http://publications.europa.eu/resource/authority/data-theme/GOVE> .
      """;

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish(
        "trees",
        "Baumkataster",
        ABOUT,
        extras("trees", Map.of("abteilung", "Amt für Grün", "release_date", "2020-05-01")));
    site.publish("budget", "Haushaltsplan", MORE, extras("budget", Map.of()));
  }

  private static CatalogRecord extras(String key, Map<String, String> extras) {
    return CatalogRecord.harvested("test", key, TestSite.NOW).withExtras(extras);
  }

  private static List<String> names(Map<String, String> parameters) {
    JsonNode results = site.result("package_search", parameters).get("results");
    return StreamSupport.stream(results.spliterator(), false)
        .map(dataset -> dataset.get("name").asText())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "title:Baumkataster",
        "title:baumkat*",
        "title:b?umkataster",
        "title:Baumkatster~1",
        "title_ngram:mkata",
        "name_ngram:mkata",
        "notes:Baumkataster",
        "text:Alles AND tags:Grün",
        "Baumkataster AND groups:envi",
        "tags:\"open data\"",
        "tags:open*",
        "tags:(Grün AND \"open data\")",
        "tags:G*n",
        "groups:envi",
        "-groups:gove",
        "NOT tags:Geld",
        "organization:stadt-anderswo -tags:Geld",
        "res_url:\"https://other.example/trees.csv\"",
        "res_url:https\\:\\/\\/other.example\\/trees.csv",
        "res_url:*trees.csv",
        "res_format:CSV AND name:baumkataster",
        "res_name:Tabelle AND version:1.2",
        "author:Erika",
        "author:\"Erika Beispiel\"",
        "text:Erika",
        "text:\"trees.csv\"",
        "num_tags:2",
        "num_tags:[2 TO *]",
        "num_tags:{1 TO 3}",
        "num_resources:1 AND num_tags:[* TO 2] AND tags:Grün",
        "abteilung:\"Amt für Grün\"",
        "extras_abteilung:amt",
        "extras_abteilung:Grün",
        "abteilung:*",
        "extras_abteilung:*",
        "release_date:[2020-01-01T00:00:00Z TO 2020-12-31T00:00:00Z]",
        "issued:2019*",
        "issued:[2019 TO 2020]",
        "version:*",
        "name:[a TO c]",
        "(title:Baumkataster OR title:nichts)^2 AND -tags:nichts",
        "title:Baumkataster^3 OR title:nichts",
        "+title:Baumkataster OR title:Haushaltsplan"
      })
  void findsTheTreesAlone(String query) {
    assertEquals(List.of("baumkataster"), names(Map.of("q", query)), "q");
    if (query.contains(":")) {
      assertEquals(List.of("baumkataster"), names(Map.of("fq", query)), "fq");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "*:*",
        "title:*",
        "metadata_modified:[2026-03-01T10:00:00Z TO 2026-03-01T10:00:00Z]",
        "metadata_modified:{2026-03-01T09:59:59.999Z TO *}",
        "metadata_modified:[NOW-1DAY TO NOW]",
        "metadata_created:[* TO NOW/DAY+1DAY]",
        "isopen:true",
        "isopen:True",
        "private:false",
        "state:active",
        "capacity:public",
        "dataset_type:dataset",
        "type:data*",
        "entity_type:package",
        "site_id:default",
        "license_id:dl-by-de/2.0",
        "license_id:\"http://dcat-ap.de/def/licenses/dl-by-de/2.0\"",
        "license_title:*",
        "indexed_ts:[NOW-1DAY TO *]",
        "harvest_source_id:*",
        "guid:*",
        "organization:a OR organization:stadt-anderswo metadata_modified:[2000-01-01T00:00:00Z TO"
            + " *]",
        "groups:(envi OR gove)",
        "tags:Grün OR tags:Geld",
        "-organization:a -organization:b",
        "tags:Grün OR NOT tags:Grün"
      })
  void findsBoth(String query) {
    assertEquals(List.of("baumkataster", "haushaltsplan"), names(Map.of("q", query)));
    assertEquals(List.of("baumkataster", "haushaltsplan"), names(Map.of("fq", query)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "tags:grün",
        "tags:open",
        "groups:Umwelt",
        "metadata_modified:{2026-03-01T10:00:00Z TO *]",
        "metadata_created:[* TO NOW/DAY}",
        "nosuchfield:x",
        "nosuchfield:*",
        "vocab_geo:x",
        "extras_nosuch:x",
        "state:draft",
        "private:true",
        "dataset_type:harvest",
        "title:der",
        "num_tags:17",
        "tags:Grün AND tags:Geld",
        "-*:*",
        "views_recent:[1 TO *]"
      })
  void findsNothing(String query) {
    assertEquals(List.of(), names(Map.of("q", query)));
  }

  @Test
  void aFieldDoesNotRankWhenItOnlyFilters() {
    var sorted = Map.of("fq", "title:Haushaltsplan^9 OR title:Baumkataster", "sort", "name asc");
    assertEquals(
        "baumkataster", site.result("package_search", sorted).at("/results/0/name").asText());
  }

  @Test
  void aBoostBringsForward() {
    for (var title : List.of("Haushaltsplan", "Baumkataster")) {
      var query = "title:Haushaltsplan OR title:Baumkataster OR title:" + title + "^20";
      assertEquals(
          title, site.result("package_search", Map.of("q", query)).at("/results/0/title").asText());
    }
  }

  @Test
  void extrasCanBeCounted() {
    var counted =
        site.result("package_search", Map.of("facet.field", "[\"abteilung\",\"private\"]"));
    assertEquals(
        TestSite.json("{\"abteilung\":{\"Amt für Grün\":1}," + "\"private\":{\"false\":2}}"),
        counted.get("facets"));
  }

  @Test
  void extrasCanBeSortedBy() {
    for (var sort : List.of("abteilung asc", "abteilung desc", "release_date desc")) {
      assertEquals(
          "baumkataster",
          site.result("package_search", Map.of("sort", sort)).at("/results/0/name").asText(),
          sort);
    }
  }

  @Test
  void localParametersAreRefused() {
    for (var name : List.of("q", "fq", "fq_list", "sort", "facet.field", "fl")) {
      var answer = site.action("package_search", Map.of(name, " {!join from=id}x:y"));
      assertEquals("Search Error", answer.at("/error/__type").asText(), name);
    }
  }

  @Test
  void wildcardsWithoutEndAreRefused() {
    var answer = site.action("package_search", Map.of("q", "title:" + "*a?".repeat(100)));
    assertEquals("Search Error", answer.at("/error/__type").asText());
  }
}
