package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which element of a list a step of a path means ({@code ckan-api.md} 8.2). */
class JsonPathsTest {

  private final ArrayNode list = CkanJson.MAPPER.createArrayNode();

  JsonPathsTest() {
    list.addObject().put("id", "0a1b2c3d-0000");
    list.addObject().put("id", "93840512-0000");
  }

  @Test
  void aShortNumberIsAnIndexAndANegativeOneCountsFromTheEnd() {
    assertEquals(Optional.of(1), JsonPaths.index(list, "1"));
    assertEquals(Optional.of(1), JsonPaths.index(list, "-1"));
    assertEquals(Optional.empty(), JsonPaths.index(list, "2"));
  }

  @Test
  void fiveSignsAreTheBeginOfAnIdThoughAllOfThemAreDigits() {
    assertEquals(Optional.of(0), JsonPaths.index(list, "0a1b2"));
    assertEquals(Optional.of(1), JsonPaths.index(list, "93840"));
    assertEquals(Optional.of(1), JsonPaths.index(list, "938405"));
    assertEquals(Optional.empty(), JsonPaths.index(list, "9384"));
  }
}
