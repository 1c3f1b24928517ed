package org.allmende.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksTest {
  @Test
  void keepsTheRootPathInEveryAddress() {
    var links = new Links("https://daten.example/ckan");

    assertEquals("/ckan", links.rootPath());
    assertEquals("https://daten.example/ckan/catalog.ttl", links.to("/catalog.ttl"));
    assertEquals("/ckan/suche", links.local("/suche"));
  }

  @Test
  void encodesParameters() {
    assertEquals(
        "https://daten.example/suche?q=a%26b",
        new Links("https://daten.example").to("/suche", Map.of("q", List.of("a&b"))));
  }

  @Test
  void refusesATrailingSlash() {
    assertThrows(IllegalArgumentException.class, () -> new Links("https://daten.example/"));
  }
}
