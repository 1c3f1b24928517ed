package org.allmende.catalog.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allmende.catalog.TestCatalog;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.rdf.SparqlQuery;
import org.allmende.catalog.rdf.Tdb2RdfStore;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DESIGN 2, promise 5: an acknowledged write survives, and afterwards every view agrees. */
class KillNineIT {

  private static final int KILLS = 20;

  @TempDir Path folder;

  @Test
  void losesNoAcknowledgedWriteAndCatchesUpAfterEachOfTwentyKills()
      throws IOException, InterruptedException {
    var random = new Random(42);
    var acknowledged = 0L;
    for (var round = 0; round < KILLS; round++) {
      acknowledged = Math.max(acknowledged, killWhileItPublishes(round, 1 + random.nextInt(25)));
      checkThatAllViewsAgree(acknowledged);
    }
  }

  /**
   * Kills after so many acknowledged batches, somewhere inside the next; gives the last sequence.
   */
  private long killWhileItPublishes(int round, int batches)
      throws IOException, InterruptedException {
    var victim =
        new ProcessBuilder(CrashVictim.command(folder, round))
            .redirectError(folder.resolve("victim-" + round + ".log").toFile())
            .start();
    var last = 0L;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
      for (var i = 0; i < batches; i++) {
        var line = lines.readLine();
        assertTrue(line != null && line.matches("\\d+ \\d+ \\d+"), "the victim said: " + line);
        last = Long.parseLong(line.split(" ")[0]);
      }
    } finally {
      victim.destroyForcibly().waitFor();
    }
    return last;
  }

  private void checkThatAllViewsAgree(long acknowledged) throws InterruptedException {
    try (var test = new TestCatalog(folder);
        var search = test.search();
        var rdf = test.rdf()) {
      var sequence = test.lastSequence();
      assertTrue(sequence >= acknowledged, "lost a write: " + sequence + " < " + acknowledged);
      assertTrue(search.await(sequence, Duration.ofSeconds(30)));
      assertTrue(rdf.await(sequence, Duration.ofSeconds(30)));
      var titles = titlesInLedger(test);
      assertEquals(titles, titlesFound(search));
      assertEquals(titles, titlesInRdf(rdf));
    }
  }

  private static Set<String> titlesInLedger(TestCatalog test) {
    return test.catalog.entriesAfter(0, 1_000, true).stream()
        .map(entry -> entry.view().title().in("de").orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> titlesFound(Following<LuceneSearchIndex> search) {
    var query = SearchQuery.all().withPage(new Page(0, 1_000)).highlighted();
    return search.ask(index -> index.search(query)).hits().stream()
        .map(hit -> hit.title().orElseThrow().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> titlesInRdf(Following<Tdb2RdfStore> rdf) {
    var query =
        SparqlQuery.parse(
            "SELECT ?t { ?d a <http://www.w3.org/ns/dcat#Dataset> ;"
                + " <http://purl.org/dc/terms/title> ?t }",
            List.of(),
            List.of());
    var out = new ByteArrayOutputStream();
    rdf.ask(
        store -> {
          store.answer(query, "text/csv", Duration.ofSeconds(30), 1_000, out);
          return true;
        });
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
