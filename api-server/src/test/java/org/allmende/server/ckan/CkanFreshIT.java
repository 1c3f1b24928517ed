package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is never shown longer than it holds. */
class CkanFreshIT {
  @TempDir private Path folder;
  @AutoClose private TestSite site;

  @BeforeEach
  void start() {
    site = TestSite.in(folder);
  }

  @Test
  void showsANewRevisionInTheSameSearch() {
    site.publish("trees", "Bäume", "");
    assertEquals(List.of("Bäume"), titles());

    site.publish("trees", "Alle Bäume", "");

    assertEquals(List.of("Alle Bäume"), titles());
  }

  @Test
  void findsWhatWasAddedInTheSameSearch() {
    site.publish("trees", "Bäume", "");
    assertEquals(1, titles().size());

    site.publish("lamps", "Laternen", "");

    assertEquals(2, titles().size());
  }

  @Test
  void doesNotShowWhatIsADraftAgain() {
    site.publish("trees", "Bäume", "");
    assertEquals(1, titles().size());

    site.publish("trees", "Bäume", "", TestSite.draft("trees"));

    assertEquals(List.of(), titles());
  }

  @Test
  void namesAFacetOfAnOrganizationThatCameLater() {
    site.publish("trees", "Bäume", "");
    assertEquals(List.of("Stadt Anderswo"), organizations());

    site.publish(
        TestSite.description(
            "https://other.example/x",
            """
            <https://other.example/x> a dcat:Dataset ; dct:title "X"@de ; dct:description "X"@de ;
              dct:publisher <https://other.example/land> .
            <https://other.example/land> a foaf:Organization ; foaf:name "Land Anderswo"@de .
            """),
        CatalogRecord.harvested("test", "x", TestSite.NOW));

    assertEquals(List.of("Stadt Anderswo", "Land Anderswo"), organizations());
  }

  private List<String> titles() {
    return site.result("package_search", Map.of()).get("results").findValuesAsText("title").stream()
        .filter(title -> title.matches(".*(Bäume|Laternen)"))
        .distinct()
        .toList();
  }

  private List<String> organizations() {
    return site.result("package_search", Map.of("facet.field", "organization"))
        .at("/search_facets/organization/items")
        .findValuesAsText("display_name");
  }
}
