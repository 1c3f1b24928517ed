package org.allmende.harvest.fetch;

import java.time.Duration;
import java.util.List;

/**
 * Limits and manners of fetching ({@code sources.md} 2.1).
 *
 * @param userAgent names the installation and how to reach it
 * @param maxBytes bytes of one answer, counted after decompression
 * @param maxPages pages of one walk
 * @param connectTimeout until a connection stands
 * @param answerTimeout until the whole answer is there
 * @param retries how often 429, 502, 503, 504 and a reset connection are tried again
 * @param longestWait cap of a wait, also of what {@code Retry-After} asks
 * @param pause between two requests to one host
 * @param hosts further hosts that links inside the data may lead to
 * @param allowPrivate hosts that may have a private or loopback address
 */
public record FetchPolicy(
    String userAgent,
    long maxBytes,
    int maxPages,
    Duration connectTimeout,
    Duration answerTimeout,
    int retries,
    Duration longestWait,
    Duration pause,
    List<String> hosts,
    List<String> allowPrivate) {

  public FetchPolicy {
    hosts = List.copyOf(hosts);
    allowPrivate = List.copyOf(allowPrivate);
  }

  /** The limits that hold when nothing else is said. */
  public static FetchPolicy defaults() {
    return new FetchPolicy(
        "Allmende/0.1 (open data harvester)",
        100L * 1024 * 1024,
        10_000,
        Duration.ofSeconds(10),
        Duration.ofSeconds(120),
        4,
        Duration.ofSeconds(60),
        Duration.ofMillis(200),
        List.of(),
        List.of());
  }

  /** The same, with these hosts allowed to have private addresses. */
  public FetchPolicy allowingPrivate(List<String> privateHosts) {
    return new FetchPolicy(
        userAgent,
        maxBytes,
        maxPages,
        connectTimeout,
        answerTimeout,
        retries,
        longestWait,
        pause,
        hosts,
        privateHosts);
  }
}
