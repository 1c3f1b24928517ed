package org.allmende.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.harvest.HarvestRun.Result;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.place.Gazetteer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A source behind HTTP that says when it has nothing new. */
@Timeout(60)
class HarvestOverHttpIT {

  @TempDir Path temp;
  private final TestClock clock = new TestClock(Harvests.NOW);
  private Javalin server = Javalin.create();
  private Catalog catalog;
  private volatile String text = "id;name\n1;a\n2;b\n";
  private volatile boolean isBroken;
  private volatile int refusal;

  @BeforeEach
  void start() {
    server =
        Javalin.create(config -> config.routes.get("/list.csv", this::list)).start("127.0.0.1", 0);
    catalog =
        Catalog.open(
            Harvests.settings(),
            SqliteLedger.open(temp.resolve("ledger.db")),
            new FileStore(temp.resolve("files")),
            clock);
  }

  @AfterEach
  void stop() {
    server.stop();
    catalog.close();
  }

  private void list(Context c) {
    var etag = "\"" + text.hashCode() + "\"";
    c.header("ETag", isBroken ? "\"wartung\"" : etag);
    if (refusal > 0) {
      c.status(refusal);
    } else if (isBroken) {
      c.status(200).html("<html><title>Wartungsarbeiten</title></html>");
    } else if (etag.equals(c.header("If-None-Match"))) {
      c.status(304);
    } else {
      c.result(text);
    }
  }

  private HarvestRun harvest(String mapping) {
    clock.forward(Duration.ofHours(1));
    var plain =
        Harvests.source(
            "liste",
            "csv",
            "http://localhost:" + server.port() + "/list.csv",
            Optional.of(Harvests.mapping(mapping)),
            Harvests.titled());
    var source =
        new HarvestSource(
            plain.id(),
            plain.format(),
            plain.location(),
            plain.mapping(),
            plain.name(),
            plain.tables(),
            plain.schedule(),
            plain.defaults(),
            plain.override(),
            plain.fetchPolicy().allowingPrivate(List.of("localhost")));
    return Harvester.standard(
            catalog, DeparturePeriods.standard(), Gazetteer.in(temp), RawCopies.in(temp))
        .run(source, RunOptions.usual(), ProgressListener.silent());
  }

  private HarvestRun harvest() {
    return harvest("fields: [{ name: id }, { name: name }]");
  }

  @Test
  void endsAtOnceWhenTheServerHasNothingNew() {
    assertEquals(Result.COMPLETE, harvest().result());
    assertEquals(Result.UNCHANGED, harvest().result());
    text = "id;name\n1;a\n2;c\n";
    assertEquals(Map.of(HarvestOutcome.Kind.CHANGED, 1), harvest().counts());
  }

  @Test
  void takesNothingOutOfASourceThatIsNoLongerThere() {
    harvest();
    for (var status : List.of(404, 410, 404)) {
      refusal = status;
      var failed = harvest();
      assertEquals(Result.FAILED, failed.result());
      assertTrue(failed.text("de").contains(status + " (nicht vorhanden)"), failed.text("de"));
      assertTrue(failed.text("en").contains(status + " (not there)"), failed.text("en"));
    }
    refusal = 0;

    assertEquals(1, catalog.ledger().read(s -> s.datasetsOf("liste")).size());
    assertEquals(Result.UNCHANGED, harvest().result());
  }

  @Test
  void readsAgainWhenTheMappingChanged() {
    harvest();
    assertEquals(
        Map.of(HarvestOutcome.Kind.CHANGED, 1), harvest("fields: [{ name: name }]").counts());
  }

  @Test
  void remembersNothingOfARunThatFailed() {
    harvest();
    isBroken = true;
    var failed = harvest();
    isBroken = false;

    assertEquals(Result.FAILED, failed.result());
    assertTrue(failed.message("de").contains("Wartungsarbeiten"), failed.message("de"));
    assertEquals(Result.UNCHANGED, harvest().result());
  }

  @Test
  void keepsTheRawDocumentsOfTheLastRunThatWasGood() throws IOException {
    harvest();
    isBroken = true;
    harvest();

    var copy = RawCopies.in(temp).find("liste").orElseThrow();
    var body = copy.replay().fetch("http://localhost:" + server.port() + "/list.csv").body();
    assertEquals(text, new String(body, StandardCharsets.UTF_8));
  }

  @Test
  void readsAnUnchangedListAgainWhenABoundaryWasImported() throws IOException {
    var mapping =
        """
        filter: { municipality: { point: [lat, lon] } }
        fields: [{ name: id }, { name: name }]
        geometry: { lon: [lon], lat: [lat] }
        """;
    text = "id;name;lat;lon\n1;innen;53.5;11.5\n2;außen;50.9;6.9\n";
    assertEquals(2, harvest(mapping).findTable("").orElseThrow().notes().rowsKept());
    assertEquals(Result.UNCHANGED, harvest(mapping).result());

    var line = temp.resolve("grenze.geojson");
    Files.writeString(
        line,
        """
        {"type":"Feature","properties":{"name":"Musterstadt","ags":"13099001"},"geometry":{"type":"Polygon",
         "coordinates":[[[11,53],[12,53],[12,54],[11,54],[11,53]]]}}
        """);
    Gazetteer.in(temp).importFile(line);

    var again = harvest(mapping);
    assertEquals(1, again.findTable("").orElseThrow().notes().rowsKept(), again.text("de"));
    assertTrue(again.text("de").contains("Lage innerhalb der Grenze"), again.text("de"));
  }
}
