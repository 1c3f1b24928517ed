package org.allmende.harvest.source.dcat;

import static org.allmende.harvest.source.dcat.DcatTests.FORMAT;
import static org.allmende.harvest.source.dcat.DcatTests.entriesOf;
import static org.allmende.harvest.source.dcat.DcatTests.turtle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.Test;

class DcatMapTest {

  @Test
  void givesADatasetWithoutIriTheOneThatFollowsFromItsIdentifier() throws IOException {
    var entry =
        entriesOf("[] a dcat:Dataset ; dct:identifier \"X-1\" ; dct:title \"T\" .").getFirst();

    var submission = Given.submission(FORMAT, Given.source("dcat", "x"), entry);

    var id = Given.identity().unnamedDatasetId("quelle", "X-1");
    assertEquals(Given.BASE + "/dataset/" + id, submission.description().uri().value());
    var expected =
        turtle(
            "<"
                + Given.BASE
                + "/dataset/"
                + id
                + "> a dcat:Dataset ; dct:identifier \"X-1\" ; dct:title \"T\" .");
    assertTrue(expected.isIsomorphicWith(submission.description().graph()));
  }

  @Test
  void takesTheTitleWhereThereIsNoIdentifier() throws IOException {
    var entry = entriesOf("[] a dcat:Dataset ; dct:title \"Titel\" .").getFirst();

    var submission = Given.submission(FORMAT, Given.source("dcat", "x"), entry);

    var id = Given.identity().unnamedDatasetId("quelle", "Titel");
    assertEquals(Given.BASE + "/dataset/" + id, submission.description().uri().value());
  }

  @Test
  void recordsSourceAndKeyAndLeavesIdAndNameToTheCatalog() throws IOException {
    var entry = entriesOf(":a a dcat:Dataset ; dct:title \"A\" .").getFirst();

    var submission = Given.submission(FORMAT, Given.source("dcat", "x"), entry);

    assertEquals(Optional.of("quelle"), submission.record().source());
    assertEquals(Optional.of("https://katalog.example/a"), submission.record().sourceKey());
    assertEquals(Optional.empty(), submission.id());
    assertEquals(Optional.empty(), submission.name());
  }
}
