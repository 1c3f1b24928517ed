package org.allmende.server.format.html;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.allmende.catalog.search.Filter;
import org.allmende.catalog.search.IndexField;

/** How long ago data was last changed. Each but the last contains the one before it. */
enum Freshness {
  WEEK("woche", Duration.ofDays(7)),
  MONTH("monat", Duration.ofDays(31)),
  YEAR("jahr", Duration.ofDays(366)),
  OLDER("aelter", Duration.ofDays(366));

  private final String key;
  private final Duration age;

  Freshness(String key, Duration age) {
    this.key = key;
    this.age = age;
  }

  /** The value of the search's parameter {@code aktualitaet}. */
  String key() {
    return key;
  }

  static Optional<Freshness> find(String key) {
    return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
  }

  /** What was changed so lately, counted in whole days, so that equal questions stay equal. */
  Filter filter(Instant now) {
    var limit = now.truncatedTo(ChronoUnit.DAYS).minus(age).toEpochMilli();
    return this == OLDER
        ? new Filter.Between(IndexField.UPDATED, Long.MIN_VALUE, limit - 1)
        : new Filter.Between(IndexField.UPDATED, limit, Long.MAX_VALUE);
  }
}
