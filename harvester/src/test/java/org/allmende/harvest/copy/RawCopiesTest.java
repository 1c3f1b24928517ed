package org.allmende.harvest.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.FakeFetcher;
import org.allmende.harvest.Harvests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawCopiesTest {

  private static final String FIRST = "https://amt:geheim@quelle.example/liste.csv?typ=a";
  private static final String SECOND = "https://quelle.example/seite/2";

  @TempDir Path temp;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static FakeFetcher fetcher(String first) {
    return new FakeFetcher().with(FIRST, bytes(first)).with(SECOND, bytes("zwei"));
  }

  private RawCopy copy(String first) throws IOException {
    try (var recorder = RawCopies.in(temp).record("liste", fetcher(first))) {
      recorder.fetch(FIRST);
      recorder.fetch(SECOND);
      recorder.keep(Harvests.NOW);
    }
    return RawCopies.in(temp).find("liste").orElseThrow();
  }

  @Test
  void givesOutWhatAGoodRunGot() throws IOException {
    var copy = copy("eins");

    assertEquals(List.of(2, 8L), List.of(copy.documents(), copy.bytes()));
    assertEquals(Harvests.NOW, copy.taken());
    assertArrayEquals(bytes("eins"), copy.replay().fetch(FIRST).body());
    assertArrayEquals(bytes("zwei"), copy.replay().fetch(SECOND).body());
  }

  @Test
  void saysSoWhenADocumentIsNotInTheCopy() throws IOException {
    var replay = copy("eins").replay();

    var missing =
        assertThrows(IOException.class, () -> replay.fetch("https://quelle.example/seite/3"));
    assertTrue(String.valueOf(missing.getMessage()).contains("seite/3"), missing.getMessage());
  }

  @Test
  void leavesTheCopyAloneWhenARunWasNotGood() throws IOException {
    copy("eins");
    try (var recorder = RawCopies.in(temp).record("liste", fetcher("kaputt"))) {
      recorder.fetch(FIRST);
    }

    var copy = RawCopies.in(temp).find("liste").orElseThrow();
    assertArrayEquals(bytes("eins"), copy.replay().fetch(FIRST).body());
    try (var files = Files.list(temp.resolve("raw"))) {
      assertEquals(1, files.count(), "nothing half written stays");
    }
  }

  @Test
  void writesNoPasswordIntoACopy() throws IOException {
    copy("eins");

    try (var zip = new java.util.zip.ZipFile(temp.resolve("raw/liste.zip").toFile());
        var in = zip.getInputStream(zip.getEntry(RawCopy.INDEX))) {
      var index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertFalse(index.contains("geheim"), index);
      assertTrue(index.contains("https://quelle.example/liste.csv?typ=a"), index);
    }
  }

  @Test
  void takesADamagedCopyForNone() throws IOException {
    Files.createDirectories(temp.resolve("raw"));
    Files.writeString(temp.resolve("raw/liste.zip"), "PK kaputt");

    assertEquals(Optional.empty(), RawCopies.in(temp).find("liste"));
  }
}
