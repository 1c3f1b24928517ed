package org.allmende.harvest.fetch;

import java.time.Duration;
import java.util.List;

/**
 * Limits and manners of fetching ({@code sources.md} 2.1).
 *
 * @param userAgent names the installation and how to reach it
 * @param limits how much one run takes at most
 * @param patience how long it waits, and how often it tries again
 * @param reach where it may go
 */
public record FetchPolicy(String userAgent, Limits limits, Patience patience, Reach reach) {

  /**
   * How long a fetch waits, and how often it tries again.
   *
   * @param connectTimeout until a connection stands
   * @param answerTimeout until the whole answer is there
   * @param retries how often 429, 502, 503, 504 and a reset connection are tried again
   * @param longestWait cap of a wait, also of what {@code Retry-After} asks
   * @param pause between two requests to one host
   */
  public record Patience(
      Duration connectTimeout,
      Duration answerTimeout,
      int retries,
      Duration longestWait,
      Duration pause) {

    /** What holds when nothing else is said. */
    public static Patience standard() {
      return new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(120),
          4,
          Duration.ofSeconds(60),
          Duration.ofMillis(200));
    }
  }

  /**
   * Where a fetch may go.
   *
   * @param hosts further hosts that links inside the data may lead to
   * @param allowPrivate hosts that may have a private or loopback address
   * @param rewrites other beginnings of addresses, tried in this order
   */
  public record Reach(List<String> hosts, List<String> allowPrivate, List<Rewrite> rewrites) {
    public Reach {
      hosts = List.copyOf(hosts);
      allowPrivate = List.copyOf(allowPrivate);
      rewrites = List.copyOf(rewrites);
    }

    /** The hosts of the source alone, and none in a private net. */
    public static Reach standard() {
      return new Reach(List.of(), List.of(), List.of());
    }
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
    return reach.rewrites.stream()
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
        Patience.standard(),
        Reach.standard());
  }

  /** Until a connection stands. */
  public Duration connectTimeout() {
    return patience.connectTimeout;
  }

  /** Until the whole answer is there. */
  public Duration answerTimeout() {
    return patience.answerTimeout;
  }

  /** How often what may pass is tried again. */
  public int retries() {
    return patience.retries;
  }

  /** Cap of a wait. */
  public Duration longestWait() {
    return patience.longestWait;
  }

  /** Between two requests to one host. */
  public Duration pause() {
    return patience.pause;
  }

  /** Further hosts that links inside the data may lead to. */
  public List<String> hosts() {
    return reach.hosts;
  }

  /** Hosts that may have a private or loopback address. */
  public List<String> allowPrivate() {
    return reach.allowPrivate;
  }

  /** Other beginnings of addresses. */
  public List<Rewrite> rewrites() {
    return reach.rewrites;
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
    return with(others, patience, reach);
  }

  /** The same, with links followed to these hosts too. */
  public FetchPolicy withHosts(List<String> further) {
    return with(limits, patience, new Reach(further, reach.allowPrivate, reach.rewrites));
  }

  /** The same, with other beginnings of addresses. */
  public FetchPolicy rewriting(List<Rewrite> others) {
    return with(limits, patience, new Reach(reach.hosts, reach.allowPrivate, others));
  }

  /** The same, with these hosts allowed to have private addresses. */
  public FetchPolicy allowingPrivate(List<String> privateHosts) {
    return with(limits, patience, new Reach(reach.hosts, privateHosts, reach.rewrites));
  }

  /** The same, patient in another way: how often to try again, how long to wait and to pause. */
  public FetchPolicy withPatience(int times, Duration longest, Duration between) {
    return with(
        limits, new Patience(connectTimeout(), answerTimeout(), times, longest, between), reach);
  }

  private FetchPolicy with(Limits others, Patience other, Reach where) {
    return new FetchPolicy(userAgent, others, other, where);
  }
}
