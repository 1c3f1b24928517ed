package org.allmende.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void percentilesAreRightWithinTwoPercent() {
    for (var micros = 1; micros <= 10_000; micros++) {
      latencies.note(micros * 1_000L);
    }

    assertEquals(5_000, micros(0.5), 100);
    assertEquals(9_500, micros(0.95), 190);
    assertEquals(9_900, micros(0.99), 198);
    assertEquals(Duration.ofMillis(10), latencies.max());
  }

  @Test
  void joinedCountsAreThoseOfBoth() {
    latencies.note(1_000);
    var other = new Latencies();
    other.note(3_000_000_000L);

    latencies.add(other);

    assertEquals(2, latencies.count());
    assertEquals(Duration.ofSeconds(3), latencies.max());
    assertEquals(Duration.ofSeconds(3), latencies.percentile(1));
  }

  @Test
  void nothingCountedIsZero() {
    assertEquals(Duration.ZERO, latencies.percentile(0.99));
  }

  private double micros(double share) {
    return latencies.percentile(share).toNanos() / 1e3;
  }
}
