package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CkanPagingIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    for (var i = 0; i < 25; i++) {
      site.publish("d" + i, "Datensatz %02d".formatted(i), "");
    }
  }

  @Test
  void aHarvesterSeesEveryDatasetOnceAndThenAnEmptyPage() {
    var seen = new ArrayList<String>();
    var rows = -1;
    for (var start = 0; rows != 0; start += 10) {
      var page =
          site.result(
              "package_search",
              Map.of("rows", "10", "start", String.valueOf(start), "sort", "id asc"));
      assertEquals(25, page.get("count").asInt());
      rows = page.get("results").size();
      page.get("results").forEach(p -> seen.add(p.get("id").asText()));
    }
    assertEquals(25, seen.size());
    assertEquals(seen.stream().sorted().distinct().toList(), seen);
  }

  @Test
  void twoPagesNeverLookAlike() {
    assertNotEquals(
        site.get("/api/3/action/package_search?rows=5&start=0").body(),
        site.get("/api/3/action/package_search?rows=5&start=5").body());
  }

  @Test
  void noRowsGiveTheCountAlone() {
    var page = site.result("package_search", Map.of("rows", "0"));
    assertEquals(25, page.get("count").asInt());
    assertEquals(0, page.get("results").size());
  }

  @Test
  void moreRowsThanAllowedAreCutWithoutAWord() {
    assertEquals(25, site.result("package_search", Map.of("rows", "5000")).get("results").size());
  }

  @Test
  void theFarthestStartIsLegal() {
    assertEquals(
        0,
        site.result("package_search", Map.of("start", "2147483647", "rows", "1000"))
            .get("results")
            .size());
  }

  @Test
  void namesComeSortedAndInWindows() {
    var all = new ArrayList<String>();
    site.result("package_list", Map.of()).forEach(name -> all.add(name.asText()));
    assertEquals(25, all.size());
    assertEquals(all.stream().sorted().toList(), all);
    var window = new ArrayList<String>();
    site.result("package_list", Map.of("limit", "2", "offset", "3"))
        .forEach(name -> window.add(name.asText()));
    assertEquals(all.subList(3, 5), window);
    assertEquals(0, site.result("package_list", Map.of("offset", "99")).size());
  }

  @Test
  void aNegativeOrWordyNumberIsAValidationErrorOfThatParameter() {
    var answer = site.action("package_search", Map.of("rows", "-1", "start", "two"));
    assertEquals(
        List.of("Must be a natural number", "Invalid integer"),
        List.of(answer.at("/error/rows/0").asText(), answer.at("/error/start/0").asText()));
    assertEquals(409, site.get("/api/3/action/package_list?limit=x").statusCode());
  }
}
