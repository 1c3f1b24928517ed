package org.allmende.server;

import java.util.List;
import org.allmende.catalog.Catalog;
import org.allmende.harvest.DeparturePeriods;
import org.allmende.harvest.HarvestRun;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.RunOptions;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.place.Gazetteer;

/** Harvests sources one after the other, with a bar and a report for each. */
final class Harvests {
  private final Harvester harvester;
  private final Console console;
  private final String language;

  /**
   * Harvests into a catalog.
   *
   * @param gazetteer boundaries by which rows are chosen
   * @param copies takes the raw documents
   * @param language of the reports, {@code de} or {@code en}
   */
  Harvests(
      Catalog catalog,
      DeparturePeriods periods,
      Gazetteer gazetteer,
      RawCopies copies,
      Console console,
      String language) {
    this.harvester = Harvester.standard(catalog, periods, gazetteer, copies);
    this.console = console;
    this.language = language;
  }

  /** Harvests all of them; true when each of them is well. */
  boolean run(List<HarvestSource> sources, RunOptions options) {
    var isWell = true;
    for (var source : sources) {
      isWell &= report(run(source, options));
    }
    return isWell;
  }

  private HarvestRun run(HarvestSource source, RunOptions options) {
    try (var progress = Progress.of(source.id(), console)) {
      return harvester.run(source, options.reportedIn(language), progress);
    }
  }

  /**
   * Takes out everything of a source that is no longer configured; counts only, unless accepted.
   */
  boolean withdrawAll(String source, RunOptions options) {
    return report(harvester.withdrawAll(source, options));
  }

  private boolean report(HarvestRun run) {
    console.out().print(run.text(language));
    console.out().flush();
    return switch (run.result()) {
      case COMPLETE, UNCHANGED -> true;
      case CUT_SHORT, STOPPED, FAILED -> false;
    };
  }
}
