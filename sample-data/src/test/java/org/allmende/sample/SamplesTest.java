package org.allmende.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  @TempDir Path directory;

  @Test
  void listsEveryFileOfTheTown() throws IOException {
    var inFolder =
        Town.files().stream()
            .map(file -> Town.FOLDER.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();

    assertEquals(
        inFolder, Samples.files(), "musterstadt-files.txt must name each file once, in order");
  }

  @Test
  void copiesEveryFileByteForByte() throws IOException {
    Samples.copyTo(directory);

    for (String file : Samples.files()) {
      assertArrayEquals(
          Files.readAllBytes(Town.FOLDER.resolve(file)),
          Files.readAllBytes(directory.resolve(file)),
          file);
    }
  }

  @Test
  void returnsTheConfigurationInADirectoryThatItMakes() throws IOException {
    var config = Samples.copyTo(directory.resolve("new/town"));

    assertEquals(directory.resolve("new/town/allmende.yaml"), config);
    assertEquals("# The invented town of Musterstadt", Files.readString(config).substring(0, 34));
  }

  @Test
  void leavesFilesUntouchedThatAreThereAlready() throws IOException {
    Samples.copyTo(directory);
    for (String file : Samples.files()) {
      Files.setLastModifiedTime(directory.resolve(file), LONG_AGO);
    }

    Samples.copyTo(directory);

    for (String file : Samples.files()) {
      assertEquals(LONG_AGO, Files.getLastModifiedTime(directory.resolve(file)), file);
    }
  }

  @Test
  void replacesAFileThatDiffersAndKeepsOthers() throws IOException {
    Samples.copyTo(directory);
    Files.writeString(directory.resolve("survey/result.csv"), "half a fi");
    Files.writeString(directory.resolve("allmende.db"), "not ours");

    Samples.copyTo(directory);

    assertArrayEquals(
        Files.readAllBytes(Town.FOLDER.resolve("survey/result.csv")),
        Files.readAllBytes(directory.resolve("survey/result.csv")));
    assertEquals("not ours", Files.readString(directory.resolve("allmende.db")));
  }
}
