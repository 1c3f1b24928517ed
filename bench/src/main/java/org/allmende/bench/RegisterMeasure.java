package org.allmende.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.harvest.DeparturePeriods;
import org.allmende.harvest.HarvestRun;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.ProgressListener;
import org.allmende.harvest.RunOptions;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.source.ready.SourceTypes;

/**
 * Harvests a register of the whole country for one town with its ready-made type, and once more
 * when nothing changed.
 */
final class RegisterMeasure {

  private final Path directory;

  RegisterMeasure(Path directory) {
    this.directory = directory;
  }

  /**
   * Measures.
   *
   * @param format {@code csv} or {@code xlsx}
   * @param target for the first run; the second may take a fifth of it
   */
  void run(String format, Path file, Duration target, ResultTable results) throws IOException {
    var town =
        new Town(
            RegisterGenerator.TOWN,
            "13099001",
            Optional.empty(),
            List.of(RegisterGenerator.POSTCODE));
    var data = Files.createTempDirectory(directory, "register-");
    var ledger = SqliteLedger.open(data.resolve("allmende.db"));
    var settings = CatalogSettings.local(8097).withMunicipality(town);
    try (var catalog =
        Catalog.open(settings, ledger, new FileStore(data.resolve("files")), Clock.systemUTC())) {
      var harvester = Harvester.standard(catalog, DeparturePeriods.standard());
      var size = Machine.size(Files.size(file));
      var first = timed(harvester, source(format, file), HarvestRun.Result.COMPLETE);
      results.add(
          format + " of " + size + ", filtered to a town",
          seconds(first),
          target.toSeconds() + " s",
          first.compareTo(target) <= 0);
      var second = timed(harvester, source(format, file), HarvestRun.Result.UNCHANGED);
      results.add(
          format + " again, unchanged",
          seconds(second),
          "a fifth",
          second.multipliedBy(5).compareTo(first) <= 0);
    }
    results.add(format + ", heap allowed", Machine.size(Runtime.getRuntime().maxMemory()));
  }

  private static Duration timed(
      Harvester harvester, HarvestSource source, HarvestRun.Result expected) {
    var begin = System.nanoTime();
    var run = harvester.run(source, RunOptions.usual(), ProgressListener.silent());
    var took = Duration.ofNanos(System.nanoTime() - begin);
    if (run.result() != expected) {
      throw new IllegalStateException("expected " + expected + ", got\n" + run.text("en"));
    }
    return took;
  }

  private static String seconds(Duration took) {
    return String.format(java.util.Locale.ROOT, "%.2f s", took.toMillis() / 1000.0);
  }

  private static HarvestSource source(String format, Path file) {
    var type = SourceTypes.find("charging-register").orElseThrow();
    return new HarvestSource(
        "register-" + format,
        type.format().id(),
        file.toString(),
        type.mapping(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        type.defaults(),
        List.of(),
        FetchPolicy.defaults());
  }
}
