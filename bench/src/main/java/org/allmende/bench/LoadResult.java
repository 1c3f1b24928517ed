package org.allmende.bench;

import java.time.Duration;

/**
 * What a round of load gave.
 *
 * @param requests answered with status 200 within the time
 * @param errors other answers and broken connections
 * @param bytes of the bodies as they were sent
 */
record LoadResult(
    String workload,
    int connections,
    Duration time,
    long requests,
    long errors,
    long bytes,
    Duration p50,
    Duration p95,
    Duration p99,
    Duration max) {

  /** Good answers a second. */
  double perSecond() {
    return requests / (time.toNanos() / 1e9);
  }

  /** Mean length of a body. */
  long meanBytes() {
    return requests == 0 ? 0 : bytes / requests;
  }
}
