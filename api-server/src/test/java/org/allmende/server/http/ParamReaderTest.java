package org.allmende.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParamReaderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void decodesEscapesAndLeavesLonePercentSigns() {
    var in = ParamReader.ofQuery("q=100%+B%C3%A4ume&fq=a&fq=b&flag");

    assertEquals("100% Bäume", in.text("q"));
    assertEquals(List.of("a", "b"), in.each("fq"));
    assertEquals("", in.text("flag"));
  }

  @Test
  void tellsAllProblemsAtOnce() {
    var in = ParamReader.ofQuery("page=0&after=x");
    in.number("page", 1, 1, Integer.MAX_VALUE);
    in.number("after", 0L, 0, Long.MAX_VALUE);

    var problem = assertThrows(ProblemException.class, () -> in.throwIfProblems(409)).problem();

    assertEquals(409, problem.status());
    assertEquals(Optional.of("page"), problem.parameter());
    assertEquals(
        "page must be a whole number, 1 or more, was 0."
            + " after must be a whole number, 0 or more, was \"x\".",
        problem.detail());
  }

  @Test
  void readsATimeWithoutZoneAsLocal() {
    var in = ParamReader.ofQuery("a=2026-05-01&b=2026-05-01T12:00:00&c=2026-05-01T12:00:00+02:00");

    assertEquals(Optional.of(Instant.parse("2026-04-30T22:00:00Z")), in.instant("a", BERLIN));
    assertEquals(Optional.of(Instant.parse("2026-05-01T10:00:00Z")), in.instant("b", BERLIN));
    assertEquals(Optional.of(Instant.parse("2026-05-01T10:00:00Z")), in.instant("c", BERLIN));
  }

  @Test
  void capsANumberInsteadOfRefusingIt() {
    assertEquals(1_000, ParamReader.ofQuery("rows=5000").capped("rows", 10, 1_000));
  }
}
