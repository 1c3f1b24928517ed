package org.allmende.harvest.fetch;

import java.time.Duration;
import java.util.List;

/**
 * Limits and manners of fetching ({@code sources.md} 2.1).
 *
 * @param userAgent names the installation and how to reach it
 * @param limits how much one run takes at most
 * @param connectTimeout until a connection stands
 * @param answerTimeout until the whole answer is there
 * @param retries how often 429, 502, 503, 504 and a reset connection are tried again
 * @param longestWait cap of a wait, also of what {@code Retry-After} asks
 * @param pause between two requests to one host
 * @param hosts further hosts that links inside the data may lead to
 * @param allowPrivate hosts that may have a private or loopback address
 * @param rewrites other beginnings of addresses, tried in this order
 */
public record FetchPolicy(
    String userAgent,
    Limits limits,
    Duration connectTimeout,
    Duration answerTimeout,
    int retries,
    Duration longestWait,
    Duration pause,
    List<String> hosts,
    List<String> allowPrivate,
    List<Rewrite> rewrites) {

  public FetchPolicy {
    hosts = List.copyOf(hosts);
    allowPrivate = List.copyOf(allowPrivate);
    rewrites = List.copyOf(rewrites);
  }

  /** Limits and manners that leave addresses as they are. */
  public FetchPolicy(
      String userAgent,
      Limits limits,
      Duration connectTimeout,
      Duration answerTimeout,
      int retries,
      Duration longestWait,
      Duration pause,
      List<String> hosts,
      List<String> allowPrivate) {
    this(
        userAgent,
        limits,
        connectTimeout,
        answerTimeout,
        retries,
        longestWait,
        pause,
        hosts,
        allowPrivate,
        List.of());
  }

  /**
   * The beginning of addresses that do not work, and what works in its place.
   *
   * @param from as it stands in the data, such as {@code https://rat.example/oparl/}
   * @param to what is asked for instead
   */
  public record Rewrite(String from, String to) {}

  /** The address that is asked for in place of one that stands in the data. */
  String rewritten(String address) {
    return rewrites.stream()
        .filter(rewrite -> address.startsWith(rewrite.from()))
        .findFirst()
        .map(rewrite -> rewrite.to() + address.substring(rewrite.from().length()))
        .orElse(address);
  }

  /**
   * How much one run of a source takes at most; what goes beyond ends the run, and nothing is taken
   * out of the catalog then.
   *
   * @param maxBytes bytes of one answer, counted after decompression
   * @param maxPages pages of one walk
   * @param maxTime time of a whole run
   * @param maxRecords entries of a catalog source, rows of a table, objects of a council
   */
  public record Limits(long maxBytes, int maxPages, Duration maxTime, int maxRecords) {

    /** What holds when nothing else is said. */
    public static Limits standard() {
      return new Limits(100L * 1024 * 1024, 10_000, Duration.ofHours(4), 2_000_000);
    }
  }

  /** The limits and manners that hold when nothing else is said. */
  public static FetchPolicy defaults() {
    return new FetchPolicy(
        "Allmende/0.1 (open data harvester)",
        Limits.standard(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(120),
        4,
        Duration.ofSeconds(60),
        Duration.ofMillis(200),
        List.of(),
        List.of());
  }

  /** Bytes of one answer. */
  public long maxBytes() {
    return limits.maxBytes();
  }

  /** Pages of one walk. */
  public int maxPages() {
    return limits.maxPages();
  }

  /** Time of a whole run. */
  public Duration maxTime() {
    return limits.maxTime();
  }

  /** Entries, rows or objects of a run. */
  public int maxRecords() {
    return limits.maxRecords();
  }

  /** The same within these limits. */
  public FetchPolicy within(Limits others) {
    return new FetchPolicy(
        userAgent,
        others,
        connectTimeout,
        answerTimeout,
        retries,
        longestWait,
        pause,
        hosts,
        allowPrivate,
        rewrites);
  }

  /** The same, with links followed to these hosts too. */
  public FetchPolicy withHosts(List<String> further) {
    return new FetchPolicy(
        userAgent,
        limits,
        connectTimeout,
        answerTimeout,
        retries,
        longestWait,
        pause,
        further,
        allowPrivate,
        rewrites);
  }

  /** The same, with other beginnings of addresses. */
  public FetchPolicy rewriting(List<Rewrite> others) {
    return new FetchPolicy(
        userAgent,
        limits,
        connectTimeout,
        answerTimeout,
        retries,
        longestWait,
        pause,
        hosts,
        allowPrivate,
        others);
  }

  /** The same, with these hosts allowed to have private addresses. */
  public FetchPolicy allowingPrivate(List<String> privateHosts) {
    return new FetchPolicy(
        userAgent,
        limits,
        connectTimeout,
        answerTimeout,
        retries,
        longestWait,
        pause,
        hosts,
        privateHosts,
        rewrites);
  }

  /** The same, patient in another way: how often to try again, how long to wait and to pause. */
  public FetchPolicy withPatience(int times, Duration longest, Duration between) {
    return new FetchPolicy(
        userAgent,
        limits,
        connectTimeout,
        answerTimeout,
        times,
        longest,
        between,
        hosts,
        allowPrivate,
        rewrites);
  }
}
