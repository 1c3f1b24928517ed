package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.model.Rdf;
import org.allmende.catalog.validate.Validator;
import org.allmende.sample.Samples;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  @TempDir private Path directory;

  private final StringWriter said = new StringWriter();

  @Test
  void servesTheSampleTownAndChangesNothingTheSecondTime() throws Exception {
    var first = start();
    var sequence = first.catalog().ledger().read(LedgerSnapshot::lastSequence);
    assertEquals(
        Samples.DATASETS, first.catalog().entriesAfter(0, 1_000, true).size(), said::toString);
    first.close();

    var second = start();
    assertEquals(sequence, second.catalog().ledger().read(LedgerSnapshot::lastSequence));
    second.close();
  }

  @Test
  void putsNothingButValidDatasetsOnHarvestPages() throws Exception {
    try (var server = start()) {
      var body =
          RunningServer.send("GET", "http://127.0.0.1:" + server.port() + "/catalog.ttl").body();
      var page = RunningServer.parse(body, Lang.TURTLE);

      assertTrue(Rdf.instances(page, DCAT.Dataset.asNode()).size() > 7);
      var violations =
          new Validator(Profile.DCAT_AP_DE)
              .validate(page).findings().stream().filter(f -> f.isViolation()).toList();
      assertEquals(List.of(), violations);
    }
  }

  @Test
  void handsOutEveryFileThatItMade() throws Exception {
    try (var server = start()) {
      var base = "http://127.0.0.1:" + server.port();
      for (var entry : server.catalog().entriesAfter(0, 1_000, true)) {
        for (var distribution :
            server.catalog().describe(entry, Profile.DCAT_AP_DE).view().distributions()) {
          var address = distribution.downloadUrl().orElse("");
          if (address.startsWith(server.url())) {
            var answer = RunningServer.send("HEAD", address.replace(server.url(), base));
            assertEquals(200, answer.statusCode(), address);
          }
        }
      }
    }
  }

  private Server start() throws IOException {
    var console =
        new Console(new PrintWriter(said, true), new PrintWriter(said, true), Map.of(), false);
    return DemoCommand.start(console, directory, 0);
  }
}
