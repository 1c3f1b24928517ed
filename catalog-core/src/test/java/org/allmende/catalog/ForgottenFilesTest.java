package org.allmende.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.model.DatasetDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves in the file store that dies between writing a file and naming it. */
class ForgottenFilesTest {

  @TempDir private Path folder;

  private static String stored(FileStore files, String content, Duration ago) throws IOException {
    var hash = files.store(out -> out.write(content.getBytes(StandardCharsets.UTF_8))).sha256();
    touch(files.find(hash).orElseThrow(), ago);
    return hash;
  }

  private static void touch(Path path, Duration ago) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(TestCatalog.NOW.minus(ago)));
  }

  @Test
  void removesOldFilesThatNothingNamesAndKeepsAllOthers() throws IOException {
    try (var test = new TestCatalog(folder)) {
      var files = test.catalog.files();
      var forgotten = stored(files, "vergessen", Duration.ofDays(3));
      var young = stored(files, "gerade erst", Duration.ofHours(3));
      var named = stored(files, "genannt", Duration.ofDays(3));
      var once = stored(files, "einmal genannt", Duration.ofDays(3));
      var half = Files.writeString(folder.resolve("files/incoming/x.part"), "halb");
      touch(half, Duration.ofDays(3));
      test.published(named(once));
      test.published(named(named));

      var gone = test.catalog.collectFiles(TestCatalog.NOW.minus(Duration.ofDays(1)));

      assertEquals(1, gone);
      assertFalse(files.find(forgotten).isPresent());
      assertFalse(Files.exists(half));
      assertTrue(files.find(young).isPresent());
      assertTrue(files.find(named).isPresent());
      assertTrue(files.find(once).isPresent(), "an older revision still names it");
    }
  }

  private static DatasetDescription named(String hash) {
    return TestCatalog.valid(
        "trees",
        "Bäume",
        "<https://other.example/trees/csv> spdx:checksum [ spdx:checksumValue \"%s\" ] ."
            .formatted(hash));
  }

  @Test
  void leavesAFileThatWasStoredAgainMeanwhile() throws IOException {
    try (var test = new TestCatalog(folder)) {
      var files = test.catalog.files();
      var hash = stored(files, "wieder da", Duration.ofDays(3));
      var before = TestCatalog.NOW.minus(Duration.ofDays(1));
      assertTrue(files.storedBefore(before).contains(hash));
      files.store(out -> out.write("wieder da".getBytes(StandardCharsets.UTF_8)));

      assertEquals(0, test.catalog.collectFiles(before));
      assertTrue(files.find(hash).isPresent());
    }
  }
}
