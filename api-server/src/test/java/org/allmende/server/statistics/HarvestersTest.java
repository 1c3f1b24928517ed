package org.allmende.server.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.HarvestPage;
import org.allmende.catalog.model.DatasetUri;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who read the whole catalog, and who did not. */
class HarvestersTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String CKAN = "ckanext-dcat/1.5";

  @TempDir private Path folder;
  private Harvesters harvesters;

  @BeforeEach
  void open() throws IOException {
    harvesters = Harvesters.open(folder, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static HarvestPage page(int datasets, boolean hasNext, long total) {
    var item =
        new HarvestPage.Item(
            new DatasetUri("https://a.example/d"), 1, 1, Optional.empty(), sink -> {});
    return new HarvestPage(
        Stream.generate(() -> item).limit(datasets).toList(), hasNext, total, Optional.empty());
  }

  @Test
  void aWalkFromTheFirstPageToTheLastIsAReading() {
    harvesters.note(CKAN, true, page(100, true, 150));
    assertTrue(harvesters.all().isEmpty());
    harvesters.note(CKAN, false, page(50, false, 150));

    assertEquals(List.of(new Harvesters.Reading("CKAN", NOW, 150)), harvesters.all());
  }

  @Test
  void whoLeavesOutAPageDidNotReadEverything() {
    harvesters.note(CKAN, true, page(100, true, 350));
    harvesters.note(CKAN, false, page(50, false, 350));
    harvesters.note(CKAN, false, page(50, false, 350));

    assertTrue(harvesters.all().isEmpty());
  }

  @Test
  void ofProgramsThatNobodyKnowsNothingIsKept() {
    harvesters.note("Mozilla/5.0", true, page(1, false, 1));
    harvesters.note(null, true, page(1, false, 1));

    assertTrue(harvesters.all().isEmpty());
  }

  @Test
  void whatWasReadIsKnownAfterARestart() throws IOException {
    harvesters.note("GovData-Harvester", true, page(2, false, 2));

    assertEquals(
        List.of(new Harvesters.Reading("GovData", NOW, 2)),
        Harvesters.open(folder, Clock.systemUTC()).all());
  }
}
