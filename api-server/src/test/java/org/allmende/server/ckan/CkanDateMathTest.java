package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CkanDateMathTest {

  private static final CkanTimes TIMES =
      new CkanTimes(Optional.of(Instant.parse("2024-03-31T12:34:56.789Z")));

  @ParameterizedTest
  @CsvSource({
    "NOW,2024-03-31T12:34:56.789Z",
    "NOW/DAY,2024-03-31T00:00:00Z",
    "NOW-7DAYS,2024-03-24T12:34:56.789Z",
    "NOW-1MONTH,2024-02-29T12:34:56.789Z",
    "NOW-1MONTH/DAY,2024-02-29T00:00:00Z",
    "NOW/MONTH,2024-03-01T00:00:00Z",
    "NOW/YEAR+6MONTHS,2024-07-01T00:00:00Z",
    "NOW-2YEARS/YEAR,2022-01-01T00:00:00Z",
    "NOW+1HOUR/HOUR,2024-03-31T13:00:00Z",
    "NOW-90MINUTES,2024-03-31T11:04:56.789Z",
    "NOW/SECOND-1SECOND,2024-03-31T12:34:55Z",
    "2024-01-31T00:00:00Z,2024-01-31T00:00:00Z",
    "2024-01-31T10:15:00.123456Z,2024-01-31T10:15:00.123Z",
    "2024-01-31T10:15:00,2024-01-31T10:15:00Z",
    "2024-01-31T10:15,2024-01-31T10:15:00Z",
    "2024-01-31T12:00:00+02:00,2024-01-31T10:00:00Z",
    "2024-01-31,2024-01-31T00:00:00Z",
    "2024-02,2024-02-01T00:00:00Z",
    "2024,2024-01-01T00:00:00Z",
    "2024-01-31T00:00:00Z+1MONTH/DAY,2024-02-29T00:00:00Z"
  })
  void countsAndRounds(String text, String time) {
    assertEquals(Instant.parse(time), Instant.ofEpochMilli(TIMES.millis(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "NOWADAYS",
        "NOW-",
        "NOW-DAYS",
        "NOW-1",
        "NOW-1FORTNIGHT",
        "NOW/",
        "NOW 1DAY",
        "NOW-9999999DAYS",
        "2024-13-01",
        "2024-02-31T00:00:00Z",
        "2024-01-31T25:00:00Z",
        "yesterday",
        "2024-01-31T00:00:00ZZ",
        "99999-01-01T00:00:00Z+999999YEARS+999999YEARS+x"
      })
  void refusesEverythingElse(String text) {
    assertThrows(IllegalArgumentException.class, () -> TIMES.millis(text));
  }
}
