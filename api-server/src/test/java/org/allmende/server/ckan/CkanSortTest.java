package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.allmende.catalog.search.SortOrder;
import org.junit.jupiter.api.Test;

class CkanSortTest {

  @Test
  void theFirstFieldThatIsKnownDecides() {
    var sort = CkanSort.parse("views_recent desc, name asc");
    assertEquals(new SortOrder(SortOrder.Key.NAME, false), sort.order());
    assertEquals("views_recent desc, name asc", sort.text());
  }

  @Test
  void anUnknownFieldAloneSortsById() {
    assertEquals(SortOrder.Key.ID, CkanSort.parse("no_such_field asc").order().key());
  }

  @Test
  void rankIsTheDefault() {
    assertEquals(CkanSort.DEFAULT, CkanSort.parse("rank"));
  }

  @Test
  void theDirectionMustBeNamed() {
    assertEquals(400, assertThrows(CkanException.class, () -> CkanSort.parse("name")).status());
    assertThrows(CkanException.class, () -> CkanSort.parse("name upwards"));
  }
}
