package org.allmende.server.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChartTimesTest {

  @Test
  void whatIsNoDayHasNoPlace() {
    assertTrue(ChartTimes.days("2024-13-01").isEmpty());
    assertTrue(ChartTimes.days("2024-02-30").isEmpty());
    assertTrue(ChartTimes.days("2024-02-01T25").isPresent(), "an hour too many is still a place");
    assertEquals(0.5, ChartTimes.days("1970-01-01T12:00").orElseThrow());
    assertEquals(0, ChartTimes.days("1970").orElseThrow());
  }

  @Test
  void monthsBetweenAreFilledIn() {
    assertEquals(
        List.of("2023-11", "2023-12", "2024-01", "2024-02"),
        ChartTimes.withoutHoles(List.of("2023-11", "2024-02"), 100));
    assertEquals(List.of("0001", "2024"), ChartTimes.withoutHoles(List.of("0001", "2024"), 100));
  }

  @Test
  void timesAreToldAsPeopleWriteThem() {
    assertEquals("2024", ChartTimes.label("2024", Locale.GERMANY));
    assertEquals("Mai 2024", ChartTimes.label("2024-05", Locale.GERMANY));
    assertEquals("03.05.2024", ChartTimes.label("2024-05-03", Locale.GERMANY));
    assertEquals("03.05.2024 14:00", ChartTimes.label("2024-05-03T14", Locale.GERMANY));
  }
}
