package org.allmende.harvest.source.ckan;

import static org.allmende.harvest.source.ckan.CkanTests.FORMAT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CkanHiddenTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"private\": true",
        "\"state\": \"draft\"",
        "\"state\": \"deleted\"",
        "\"type\": \"harvest\"",
        "\"type\": \"showcase\""
      })
  void leavesOutWhatThePortalItselfDoesNotShow(String member) throws IOException {
    var pages = new Given.Pages();
    var file = folder.resolve("p.json");
    Files.writeString(file, "{\"id\": \"a\", \"resources\": [], " + member + "}");

    assertEquals(0, Given.records(FORMAT, Given.source("ckan", file.toString()), pages).size());
    assertEquals(1, pages.notes().warnings().size());
  }

  @Test
  void wishesForAnotherPortalsIdOnlyWhenItIsAUuid() throws IOException {
    var file = folder.resolve("p.json");
    Files.writeString(file, "{\"id\": \"a-1\", \"name\": \"baeume\", \"resources\": []}");
    var source = Given.source("ckan", file.toString());

    var record = Given.records(FORMAT, source, new Given.Pages()).getFirst();

    assertEquals(Optional.empty(), Given.submission(FORMAT, source, record).id());
    assertEquals("baeume", Given.submission(FORMAT, source, record).name().orElseThrow().value());
  }
}
