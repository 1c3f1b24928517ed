package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CkanIndexingIT {

  private static final String MORE =
      """
      <https://other.example/a> dcat:keyword "Baum"@de ; dct:identifier "A-1" .
      """;

  @TempDir Path folder;

  @Test
  void indexesTheSameOfJsonThatIsKept() throws Exception {
    try (var site = TestSite.in(folder)) {
      var entry = site.publish("a", "Bäume", MORE);
      assertTrue(site.kept().await(entry.revision().sequence(), Duration.ofSeconds(20)));

      assertTrue(KeptPackages.find(site.kept(), entry).isPresent());
      assertEquals(
          new CkanIndexing(site.catalog()).entry(entry),
          new CkanIndexing(site.catalog(), site.kept()).entry(entry));
    }
  }

  @Test
  void readsNoJsonOfAnotherRevision() throws Exception {
    try (var site = TestSite.in(folder)) {
      var first = site.publish("a", "Bäume", MORE);
      var second = site.publish("a", "Sträucher", MORE);
      assertTrue(site.kept().await(second.revision().sequence(), Duration.ofSeconds(20)));

      assertEquals(Optional.empty(), KeptPackages.find(site.kept(), first));
      assertTrue(KeptPackages.find(site.kept(), second).isPresent());
    }
  }
}
