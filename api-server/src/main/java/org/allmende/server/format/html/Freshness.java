package org.allmende.server.format.html;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.search.FacetCount;
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
    var first = first(now).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    return this == OLDER
        ? new Filter.Between(IndexField.UPDATED, Long.MIN_VALUE, first - 1)
        : new Filter.Between(IndexField.UPDATED, first, Long.MAX_VALUE);
  }

  /** Adds up the days on which {@link #filter} lets data through. */
  int count(List<FacetCount> days, Instant now) {
    var first = first(now);
    return days.stream()
        .filter(day -> LocalDate.parse(day.value()).isBefore(first) == (this == OLDER))
        .mapToInt(FacetCount::count)
        .sum();
  }

  private LocalDate first(Instant now) {
    return LocalDate.ofInstant(now.minus(age), ZoneOffset.UTC);
  }
}
