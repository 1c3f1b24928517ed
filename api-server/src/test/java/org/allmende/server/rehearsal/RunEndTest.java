package org.allmende.server.rehearsal;

import static org.allmende.server.rehearsal.Rehearsed.dataset;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends the whole run although every page is RDF. */
class RunEndTest {

  @Test
  void endsAtADatasetWithoutTitle() {
    var rehearsed = Rehearsed.pages(dataset("a") + "<https://daten.example/b> a dcat:Dataset .");

    assertEquals(List.of("https://daten.example/b"), rehearsed.places(Check.TITLE_MISSING));
    assertTrue(rehearsed.has(Effect.ENDS_RUN));
  }

  @Test
  void endsAtAnEmptyTitle() {
    assertTrue(Rehearsed.pages(Rehearsed.titled("a", "\"\"@de")).has(Effect.ENDS_RUN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"locn:geometry", "dcat:bbox", "dcat:centroid"})
  void endsAtAGeometryThatIsANode(String property) {
    var place = "<https://daten.example/ort> a dct:Location ; " + property;

    assertTrue(Rehearsed.pages(place + " [ a locn:Geometry ] .").has(Effect.ENDS_RUN));
    assertTrue(Rehearsed.pages(place + " <https://a.example/g> .").has(Effect.ENDS_RUN));
    assertFalse(Rehearsed.pages(place + " \"POINT(1 2)\" .").has(Effect.ENDS_RUN));
  }

  @Test
  void passesOverGeometryOfWhatIsNoPlace() {
    var page = "<https://daten.example/ort> locn:geometry [ a locn:Geometry ] .";

    assertFalse(Rehearsed.pages(page).has(Effect.ENDS_RUN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INF", "-INF", "NaN", "inf", "Infinity", "1e999"})
  void endsAtAnEndlessByteSize(String size) {
    var rehearsed = Rehearsed.pages(dataset("a", size(size)));

    assertEquals(
        List.of("https://daten.example/a/csv [" + size + "]"),
        rehearsed.places(Check.BYTE_SIZE_ENDLESS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"48213", "6776.0", "1.2.3", "48 KB", "information"})
  void goesOnAfterOtherByteSizes(String size) {
    assertFalse(Rehearsed.pages(dataset("a", size(size))).has(Effect.ENDS_RUN));
  }

  private static String size(String size) {
    return "<https://daten.example/a/csv> dcat:byteSize \"" + size + "\" .";
  }
}
