package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.allmende.server.SampleTown;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What dataset search engines demand of {@code Dataset}, restated: name, a description of 50 to
 * 5,000 characters, and what else is there in the type that is expected. Held by each dataset of
 * the demo.
 */
class SchemaOrgIT {

  @TempDir static Path folder;
  @AutoClose private static SampleTown town;

  @BeforeAll
  static void open() throws Exception {
    town = SampleTown.serve(folder);
  }

  private static List<JsonNode> datasets() {
    return town.datasetPages().stream()
        .map(path -> Jsoup.parse(town.get(path).body()))
        .map(page -> page.select("script[type=application/ld+json]").get(0).data())
        .map(TestSite::json)
        .toList();
  }

  @Test
  void everyDatasetHasWhatIsRequired() {
    for (var dataset : datasets()) {
      assertEquals("Dataset", dataset.path("@type").asText());
      assertEquals("https://schema.org/", dataset.path("@context").asText());
      assertTrue(!dataset.path("name").asText().isBlank(), dataset.toString());
      var length = dataset.path("description").asText().length();
      assertTrue(length >= 50 && length <= 5_000, length + ": " + dataset);
    }
  }

  @Test
  void whatElseIsSaidHasTheTypeThatIsExpected() {
    for (var dataset : datasets()) {
      for (var agent : List.of("creator", "publisher")) {
        assertEquals("Organization", dataset.path(agent).path("@type").asText());
        assertTrue(dataset.path(agent).path("name").isTextual());
      }
      assertTrue(dataset.path("isAccessibleForFree").isBoolean());
      assertEquals("DataCatalog", dataset.path("includedInDataCatalog").path("@type").asText());
      assertWebAddress(dataset.path("url"));
      assertWebAddress(dataset.path("license"));
      assertWebAddress(dataset.path("sameAs"));
      dataset.path("keywords").forEach(word -> assertTrue(word.isTextual()));
      assertDay(dataset.path("dateModified"));
      assertDay(dataset.path("datePublished"));
      var period = dataset.path("temporalCoverage").asText("../..");
      assertTrue(period.matches("[-0-9T:.Z+]+/[-0-9T:.Z+]+"), period);
    }
  }

  @Test
  void everyFileSaysWhereItIs() {
    for (var dataset : datasets()) {
      for (var file : dataset.path("distribution")) {
        assertEquals("DataDownload", file.path("@type").asText());
        assertTrue(file.path("contentUrl").asText().startsWith("http"), file.toString());
        assertTrue(
            file.path("encodingFormat").isMissingNode()
                || !file.path("encodingFormat").asText().isBlank());
      }
    }
  }

  private static void assertWebAddress(JsonNode value) {
    assertTrue(value.isMissingNode() || value.asText().matches("https?://\\S+"), value.toString());
  }

  private static void assertDay(JsonNode value) {
    if (!value.isMissingNode()) {
      LocalDate.parse(value.asText());
    }
  }
}
