package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CkanSortTest {

  @Test
  void allKeysDecideInTheirOrder() {
    var sort = CkanSort.parse(" name asc, metadata_modified desc ");
    assertEquals(
        List.of(
            new SortOrder(SortOrder.Key.NAME, false), new SortOrder(SortOrder.Key.MODIFIED, true)),
        sort.orders());
    assertEquals("name asc, metadata_modified desc", sort.text());
  }

  @Test
  void aFieldThatIsNoFieldIsThatOfAnExtra() {
    var key = CkanSort.parse("views_recent desc").orders().getFirst().key();
    assertEquals(new SortOrder.Key.Field(IndexField.extra("views_recent")), key);
  }

  @Test
  void rankMeansTheDefault() {
    assertEquals(CkanSort.DEFAULT, CkanSort.parse("rank"));
    assertEquals(CkanSort.DEFAULT, CkanSort.parse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "name up", "name asc desc", "name asc,", ",", "asc"})
  void anOrderNeedsFieldsAndDirections(String text) {
    assertEquals(400, assertThrows(CkanException.class, () -> CkanSort.parse(text)).status());
  }

  @Test
  void endlessOrdersAreRefused() {
    assertThrows(CkanException.class, () -> CkanSort.parse("name asc,".repeat(20) + "id asc"));
  }
}
