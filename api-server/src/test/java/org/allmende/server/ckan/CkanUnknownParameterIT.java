package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CkanUnknownParameterIT {

  @Test
  void packageSearchNamesTheParametersItDoesNotKnow(@TempDir Path folder) {
    try (var site = TestSite.in(folder)) {
      var answer = site.get("/api/3/action/package_search?limit=5&q=x");
      assertEquals(400, answer.statusCode());
      var error = TestSite.json(answer.body()).get("error");
      assertEquals("Search Query Error", error.get("__type").asText());
      assertEquals(
          "Search Query is invalid: Invalid search parameters: ['limit']",
          error.get("message").asText());
    }
  }

  @Test
  void allOtherActionsIgnoreThem(@TempDir Path folder) {
    try (var site = TestSite.in(folder)) {
      assertEquals(
          200, site.get("/api/3/action/package_list?include_private=True&x=y").statusCode());
      assertEquals(
          200, site.get("/api/3/action/package_search?ext_bbox_hint=1&callback=f").statusCode());
    }
  }

  @Test
  void anOrderWithoutDirectionIsNamed(@TempDir Path folder) {
    try (var site = TestSite.in(folder)) {
      var answer = site.get("/api/3/action/package_search?sort=name");
      assertEquals(400, answer.statusCode());
      assertTrue(answer.body().contains("Invalid \\\"sort\\\" parameter"));
    }
  }
}
