package org.allmende.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.RunOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allmende harvest}. */
@Command(
    name = "harvest",
    mixinStandardHelpOptions = true,
    description =
        "Harvests sources now, all of them or those named, also beside a running server."
            + " Exit code 1 when a run failed, was cut short, or waits for --accept-losses.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  allmende harvest                       all sources",
      "  allmende harvest wlan --dry-run        read and map one source, publish nothing",
      "  allmende harvest wlan --accept-losses  what is missing now is meant to be missing"
    })
final class HarvestCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Parameters(paramLabel = "SOURCE", description = "Ids of sources; none: all.")
  private final List<String> wanted = new ArrayList<>();

  @Option(names = "--dry-run", description = "Read and map everything, publish nothing.")
  private boolean isDryRun;

  @Option(
      names = "--accept-losses",
      description = "Take what this run would withdraw or shrink as the truth.")
  private boolean acceptLosses;

  @Option(names = "--lang", paramLabel = "de|en", description = "Language of the report.")
  private @Nullable Language language;

  HarvestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var config = settings.read(console);
    try (var house = House.open(config, Clock.systemUTC())) {
      var harvests =
          new Harvests(
              house.catalog(),
              config.departure(),
              house.gazetteer(),
              house.copies(),
              console,
              Language.of(language, config.catalog()));
      var options = new RunOptions(isDryRun, acceptLosses);
      var isWell = harvests.run(sources(config, house), options);
      for (var former : former(config, house)) {
        isWell &= harvests.withdrawAll(former, options);
      }
      return isWell ? 0 : 1;
    }
  }

  private List<HarvestSource> sources(ServerConfig config, House house) {
    var book = config.sourceBook(house.catalog());
    book.noteTitles();
    if (wanted.isEmpty()) {
      return book.all();
    }
    var former = former(config, house);
    for (var id : wanted) {
      if (book.find(id).isEmpty() && !former.contains(id)) {
        var known = book.all().stream().map(HarvestSource::id).toList();
        throw new WrongCallException(
            "Unknown source \"" + id + "\". Known: " + String.join(", ", known) + ".");
      }
    }
    return wanted.stream().flatMap(id -> book.find(id).stream()).toList();
  }

  /** Sources named that are nowhere any more but have datasets in the catalog. */
  private List<String> former(ServerConfig config, House house) {
    var book = config.sourceBook(house.catalog());
    return wanted.stream()
        .filter(id -> book.find(id).isEmpty())
        .filter(id -> !house.ledger().read(snapshot -> snapshot.datasetsOf(id)).isEmpty())
        .toList();
  }
}
