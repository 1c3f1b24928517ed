package org.allmende.server.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void rungsAreRoundNumbers() {
    assertEquals(List.of(0.0, 5.0, 10.0, 15.0), Scale.of(0, 12.5, 4).rungs());
    assertEquals(List.of(-20.0, 0.0, 20.0, 40.0), Scale.of(-13, 38, 4).rungs());
    assertEquals(List.of(1_200.0, 1_250.0, 1_300.0), Scale.of(1_201, 1_299, 2).rungs());
  }

  @Test
  void oneNumberHasAScaleFromZero() {
    assertEquals(0, Scale.of(7, 7, 5).from());
    assertEquals(0, Scale.of(-7, -7, 5).to());
    assertEquals(1, Scale.of(0, 0, 5).to());
  }

  @Test
  void hugeAndTinyNumbersHaveFewRungs() {
    assertTrue(Scale.of(0, 3e300, 5).rungs().size() <= 8);
    assertTrue(Scale.of(0, 4e-300, 5).rungs().size() <= 8);
    assertTrue(Scale.of(1e15, 1e15 + 1, 5).rungs().size() <= 8);
  }
}
