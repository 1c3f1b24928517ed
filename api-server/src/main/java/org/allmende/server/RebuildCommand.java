package org.allmende.server;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.LedgerSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code allmende rebuild}. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description =
        "Builds followers anew beside the old ones, which answer meanwhile. A running server is"
            + " asked to do it; without one this command does it itself.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  allmende rebuild         all",
      "  allmende rebuild search  the search index alone"
    })
final class RebuildCommand implements Callable<Integer> {
  private static final List<String> KNOWN = List.of("rdf", "search", "ckan");
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Console console;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Parameters(paramLabel = "FOLLOWER", split = ",", description = "rdf, search, ckan; none: all.")
  private final List<String> wanted = new ArrayList<>();

  RebuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    var names = wanted.isEmpty() ? KNOWN : wanted;
    for (var name : names) {
      if (!KNOWN.contains(name)) {
        throw new WrongCallException(
            "Unknown follower \"" + name + "\". Known: " + String.join(", ", KNOWN) + ".");
      }
    }
    var config = settings.read(console);
    try (var house = House.open(config, Clock.systemUTC())) {
      var lock = ServingLock.tryTake(config.dataDirectory());
      if (lock.isEmpty()) {
        RebuildRequests.leave(house.ledger(), names, house.catalog().clock().instant().toString());
        console
            .out()
            .println("The running server was asked to rebuild " + String.join(", ", names));
        return 0;
      }
      try {
        rebuild(house, names);
      } finally {
        lock.get().close();
      }
    }
    return 0;
  }

  private void rebuild(House house, List<String> names) throws InterruptedException {
    var sequence = house.ledger().read(LedgerSnapshot::lastSequence);
    try (var followers =
        Followers.open(house.directory(), house.ledger(), house.catalog(), Optional.empty())) {
      for (var name : names) {
        var follower = followers.find(name).orElseThrow();
        rebuild(follower, sequence);
        console.out().println(name + " was built anew and holds revision " + follower.position());
      }
    }
  }

  private void rebuild(Following<?> follower, long sequence) throws InterruptedException {
    var before = follower.rebuilds();
    try (var progress = Progress.of("rebuild " + follower.name(), console)) {
      follower.rebuild();
      while (follower.rebuilds() == before) {
        Thread.sleep(LOOK);
      }
      var unused = follower.await(sequence, Duration.ofHours(1));
      progress.progress(sequence, OptionalLong.of(sequence));
    }
  }
}
