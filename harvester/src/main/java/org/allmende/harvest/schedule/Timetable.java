package org.allmende.harvest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.NextRun;

/**
 * When sources are harvested next. Each is put off a little, always by the same amount after the
 * same run, so that the sources of many towns do not ask one server in the same second.
 */
public record Timetable(Catalog catalog) {

  private static final int PART_OF_INTERVAL = 20;
  private static final Duration MOST = Duration.ofMinutes(10);
  private static final Duration MOST_AFTER_CRON = Duration.ofMinutes(2);

  /** When a source is harvested next; empty when only by hand. */
  public Optional<Instant> next(HarvestSource source) {
    if (source.schedule().isEmpty()) {
      return Optional.empty();
    }
    var last = new RunHistory(catalog.ledger()).last(source.id());
    if (last.isEmpty()) {
      return Optional.of(catalog.clock().instant());
    }
    var started = last.get().started();
    var zone = catalog.settings().timeZone();
    return NextRun.after(source.schedule().get(), started, zone)
        .map(time -> time.plus(jitter(source, started)));
  }

  private static Duration jitter(HarvestSource source, Instant started) {
    var most = most(source.schedule().orElseThrow()).toSeconds();
    var hash = (source.id() + started).hashCode();
    return most < 1 ? Duration.ZERO : Duration.ofSeconds(Math.floorMod(hash, most));
  }

  private static Duration most(HarvestSource.Schedule schedule) {
    return switch (schedule) {
      case HarvestSource.Schedule.Every every -> {
        var part = every.interval().dividedBy(PART_OF_INTERVAL);
        yield part.compareTo(MOST) > 0 ? MOST : part;
      }
      case HarvestSource.Schedule.Cron cron -> MOST_AFTER_CRON;
    };
  }
}
