package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CkanFacetIT {

  private static final String THEME =
      "<https://other.example/%s> dcat:theme"
          + " <http://publications.europa.eu/resource/authority/data-theme/%s> ."
          + " <https://other.example/%s> dcat:keyword \"%s\"@de .";

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("a", "Eins", THEME.formatted("a", "TRAN", "a", "Rad"));
    site.publish("b", "Zwei", THEME.formatted("b", "TRAN", "b", "Auto"));
    site.publish("c", "Drei", THEME.formatted("c", "ENVI", "c", "Auto"));
  }

  private static JsonNode search(String... parameters) {
    return site.result(
        "package_search",
        parameters.length == 2
            ? Map.of(parameters[0], parameters[1])
            : Map.of(parameters[0], parameters[1], parameters[2], parameters[3]));
  }

  @Test
  void countsValuesByField() {
    assertEquals(
        TestSite.json("{\"groups\":{\"tran\":2,\"envi\":1},\"tags\":{\"Auto\":2,\"Rad\":1}}"),
        search("facet.field", "[\"groups\",\"tags\"]").get("facets"));
  }

  @Test
  void searchFacetsNameTitlesFromZToA() {
    var items = search("facet.field", "[\"groups\"]").at("/search_facets/groups/items");
    assertEquals("Verkehr", items.get(0).get("display_name").asText());
    assertEquals("tran", items.get(0).get("name").asText());
    assertEquals(2, items.get(0).get("count").asInt());
    assertEquals("Umwelt", items.get(1).get("display_name").asText());
  }

  @Test
  void aBareFieldNameIsEnough() {
    assertEquals(2, search("facet.field", "tags").at("/facets/tags/Auto").asInt());
  }

  @Test
  void aFieldThatNobodyKnowsHasNoValues() {
    assertEquals(TestSite.json("{\"x\":{}}"), search("facet.field", "[\"x\"]").get("facets"));
  }

  @Test
  void everyDatasetHasTheTypeDataset() {
    assertEquals(
        3, search("facet.field", "dataset_type").at("/facets/dataset_type/dataset").asInt());
  }

  @Test
  void limitAndMinimumCutTheList() {
    assertEquals(
        TestSite.json("{\"tags\":{\"Auto\":2}}"),
        search("facet.field", "tags", "facet.limit", "1").get("facets"));
    assertEquals(
        TestSite.json("{\"tags\":{\"Auto\":2}}"),
        search("facet.field", "tags", "facet.mincount", "2").get("facets"));
  }

  @Test
  void facetsCanBeSwitchedOff() {
    assertEquals(
        TestSite.json("{}"), search("facet.field", "tags", "facet", "False").get("facets"));
  }

  @Test
  void aListThatIsNoJsonIsAValidationError() {
    var answer = site.action("package_search", Map.of("facet.field", "[tags"));
    assertEquals("Could not parse as valid JSON", answer.at("/error/facet.field/0").asText());
  }
}
