package org.allmende.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Organization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganizationTitleTest {

  @TempDir private Path folder;

  private static CatalogSettings titled(String title) {
    return CatalogSettings.local(8080)
        .withUrl("https://daten.example")
        .withOrganizations(
            List.of(
                new ConfiguredOrganization(
                    new DatasetSlug("stadt-musterstadt"),
                    title,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
  }

  private List<Organization> opened(String title) {
    try (var test = new TestCatalog(folder, titled(title))) {
      test.publish(
          TestCatalog.description(
              "https://other.example/" + title.length(),
              "<https://other.example/%d> a dcat:Dataset ; dct:title \"Bäume\"@de ."
                  .formatted(title.length())));
      assertEquals(
          test.catalog.organizations().getFirst().iri(),
          test.catalog.settings().organizations().getFirst().iri().orElseGet(() -> iri(test)));
      return test.catalog.organizations();
    }
  }

  private static String iri(TestCatalog test) {
    return test.catalog.organizations().getFirst().iri();
  }

  @Test
  void isTheSameOrganizationUnderAnotherTitle() {
    var before = opened("Stadt Musterstadt").getFirst();
    var after = opened("Hansestadt Musterstadt");

    assertEquals(1, after.size(), after.toString());
    assertEquals(before.id(), after.getFirst().id());
    assertEquals(before.iri(), after.getFirst().iri());
    assertEquals("Hansestadt Musterstadt", after.getFirst().title());
    assertEquals(before.title(), opened("Stadt Musterstadt").getFirst().title(), "and back");
  }
}
