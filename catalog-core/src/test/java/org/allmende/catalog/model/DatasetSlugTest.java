package org.allmende.catalog.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetSlugTest {

  @ParameterizedTest
  @CsvSource({
    "Straßenbäume in Köln, strassenbaeume-in-koeln",
    "Öffentliche WLAN-Hotspots, oeffentliche-wlan-hotspots",
    "  Haushalt: Plan/Ist 2024 , haushalt-plan-ist-2024",
    "Café & Crème, cafe-creme",
    "A, a_",
    "Łódź, odz"
  })
  void writesATitleInAscii(String title, String slug) {
    assertEquals(slug, DatasetSlug.ofTitle(title, "fallback").value());
  }

  @Test
  void takesTheFallbackForATitleWithoutLetters() {
    assertEquals("fallback", DatasetSlug.ofTitle("???", "fallback").value());
  }

  @Test
  void keepsTheYearsOfALongTitle() {
    var slug = DatasetSlug.ofTitle("Lange ".repeat(30) + "2019-2021", "x").value();
    assertTrue(slug.endsWith("-2019-2021"), slug);
    assertTrue(slug.length() <= 95, slug);
  }

  @Test
  void numbersANameWithinItsLength() {
    assertEquals("baeume-2", new DatasetSlug("baeume").numbered(2).value());
    assertEquals(100, new DatasetSlug("a".repeat(100)).numbered(12).value().length());
  }

  @Test
  void refusesWhatIsNoName() {
    assertThrows(IllegalArgumentException.class, () -> new DatasetSlug("Bäume"));
  }

  @Property
  void makesANameOfAnyTitle(@ForAll String title) {
    assertTrue(DatasetSlug.isSlug(DatasetSlug.ofTitle(title, "fallback").value()));
  }
}
