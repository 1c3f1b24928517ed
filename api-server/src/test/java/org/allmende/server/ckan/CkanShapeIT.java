package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions and the packages made of them: {@code {case}.ttl}, {@code {case}.ckan.json}. */
class CkanShapeIT {

  private static String resource(String name) throws IOException {
    try (var in = Objects.requireNonNull(CkanShapeIT.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "sparse"})
  void aDescriptionBecomesThisPackage(String name, @TempDir Path folder) throws IOException {
    try (var site = TestSite.in(folder)) {
      var iri = "https://other.example/" + name;
      var description = TestSite.description(iri, resource(name + ".ttl"));
      var entry = site.publish(description, CatalogRecord.harvested("there", name, TestSite.NOW));
      var shown = site.result("package_show", Map.of("id", entry.addresses().id()));
      var json = new ObjectMapper().writerWithDefaultPrettyPrinter();
      assertEquals(
          json.writeValueAsString(TestSite.json(resource(name + ".ckan.json"))),
          json.writeValueAsString(shown));
    }
  }
}
