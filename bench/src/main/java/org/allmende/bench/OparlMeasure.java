package org.allmende.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.harvest.source.ready.SourceTypes;

/**
 * Harvests a council with many papers over HTTP, beside a client that asks for the same pages and
 * throws them away: what harvesting adds to the server's answers.
 */
final class OparlMeasure {

  private final Path directory;
  private final CouncilServer council;

  OparlMeasure(Path directory, CouncilServer council) {
    this.directory = directory;
    this.council = council;
  }

  void run(ResultTable results) throws IOException, InterruptedException {
    var answers = fetchAll();
    var data = Files.createTempDirectory(directory, "oparl-");
    var ledger = SqliteLedger.open(data.resolve("allmende.db"));
    var town = new Town("Musterstadt", "13099001", Optional.empty(), List.of("19999"));
    var settings = CatalogSettings.local(8097).withMunicipality(town);
    try (var catalog =
        Catalog.open(settings, ledger, new FileStore(data.resolve("files")), Clock.systemUTC())) {
      var harvester =
          Harvester.standard(
              catalog, DeparturePeriods.standard(), Gazetteer.empty(), RawCopies.in(data));
      var begin = System.nanoTime();
      var run = harvester.run(source(), RunOptions.usual(), ProgressListener.silent());
      var took = Duration.ofNanos(System.nanoTime() - begin);
      var papers = run.findTable("papers").map(table -> table.notes().rowsKept()).orElse(0);
      if (run.result() != HarvestRun.Result.COMPLETE || papers != council.papers()) {
        throw new IllegalStateException("expected all papers, got\n" + run.text("en"));
      }
      results.add(papers + " papers in " + council.pages() + " pages, harvested", seconds(took));
      results.add("the same pages, asked for and thrown away", seconds(answers));
    }
    results.add("heap allowed", Machine.size(Runtime.getRuntime().maxMemory()));
    results.add("live heap afterwards", Machine.size(Machine.liveHeap()));
  }

  private Duration fetchAll() throws IOException, InterruptedException {
    var begin = System.nanoTime();
    try (var client = HttpClient.newHttpClient()) {
      for (int page = 1; page <= council.pages(); page++) {
        var request = HttpRequest.newBuilder(URI.create(council.page(page))).build();
        client.send(request, BodyHandlers.discarding());
      }
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.2f s", took.toMillis() / 1000.0);
  }

  private HarvestSource source() {
    var type = SourceTypes.find("oparl").orElseThrow();
    return new HarvestSource(
        "rat",
        type.format().id(),
        council.system(),
        type.mapping(),
        Optional.empty(),
        List.of("papers"),
        Optional.empty(),
        type.defaults(),
        List.of(),
        FetchPolicy.defaults()
            .withPatience(0, Duration.ZERO, Duration.ZERO)
            .allowingPrivate(List.of("127.0.0.1")));
  }
}
