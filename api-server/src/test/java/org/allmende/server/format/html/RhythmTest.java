package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.allmende.vocab.codelist.CodeLists;
import org.junit.jupiter.api.Test;

class RhythmTest {

  private static Optional<Instant> lateFrom(String code) {
    var frequency = CodeLists.frequencies().find(code).orElseThrow();
    return Rhythm.lateFrom(frequency, Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void monthlyDataAreLateAQuarterOfAMonthAfterTheMonth() {
    assertEquals(Optional.of(Instant.parse("2026-02-08T00:00:00Z")), lateFrom("MONTHLY"));
  }

  @Test
  void dailyDataMayBeADayLate() {
    assertEquals(Optional.of(Instant.parse("2026-01-03T00:00:00Z")), lateFrom("DAILY"));
  }

  @Test
  void whatPromisesNoTimeIsNeverLate() {
    assertEquals(Optional.empty(), lateFrom("IRREG"));
  }
}
