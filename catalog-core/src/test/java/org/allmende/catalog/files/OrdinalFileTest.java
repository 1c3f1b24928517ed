package org.allmende.catalog.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.allmende.catalog.files.OrdinalFile.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdinalFileTest {

  @TempDir Path folder;

  @Test
  void findsTheNewestBytesOfAnOrdinal() {
    try (var file = OrdinalFile.open(folder)) {
      put(file, 7, 1, "one");
      put(file, 7, 2, "two");
      assertEquals(Optional.of("2 two"), text(file.find(7)));
      assertEquals(Optional.empty(), file.find(6));
      assertEquals(Optional.empty(), file.find(1_000_000));
    }
  }

  @Test
  void forgetsWhatWasRemoved() {
    try (var file = OrdinalFile.open(folder)) {
      put(file, 3, 1, "one");
      file.remove(3);
      file.remove(9_999);
      assertEquals(Optional.empty(), file.find(3));
    }
  }

  @Test
  void keepsWhatWasCommittedAndLosesTheRest() {
    try (var file = OrdinalFile.open(folder)) {
      put(file, 1, 5, "kept");
      put(file, 2_000, 6, "also kept");
      file.commit(6);
      put(file, 1, 7, "lost");
    }
    try (var file = OrdinalFile.open(folder)) {
      assertEquals(6, file.position());
      assertEquals(Optional.of("5 kept"), text(file.find(1)));
      assertEquals(Optional.of("6 also kept"), text(file.find(2_000)));
      put(file, 3, 8, "later");
      file.commit(8);
    }
    try (var file = OrdinalFile.open(folder)) {
      assertEquals(8, file.position());
      assertEquals(Optional.of("5 kept"), text(file.find(1)));
      assertEquals(Optional.of("8 later"), text(file.find(3)));
    }
  }

  @Test
  void goesBackToTheLastCommitWhenTheJournalIsTorn() throws IOException {
    try (var file = OrdinalFile.open(folder)) {
      put(file, 1, 1, "first");
      file.commit(1);
    }
    var whole = Files.size(folder.resolve("journal"));
    try (var file = OrdinalFile.open(folder)) {
      put(file, 1, 2, "second");
      file.commit(2);
    }
    try (var journal = FileChannel.open(folder.resolve("journal"), StandardOpenOption.WRITE)) {
      journal.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), whole + 2);
    }
    try (var file = OrdinalFile.open(folder)) {
      assertEquals(1, file.position());
      assertEquals(Optional.of("1 first"), text(file.find(1)));
      put(file, 1, 3, "third");
      file.commit(3);
    }
    try (var file = OrdinalFile.open(folder)) {
      assertEquals(Optional.of("3 third"), text(file.find(1)));
    }
  }

  @Test
  void keepsBytesOfEverySize() {
    var long16 = new byte[16 << 20];
    long16[long16.length - 2] = 9;
    var longest = new byte[OrdinalFile.MAX_LENGTH];
    longest[longest.length - 1] = 7;
    try (var file = OrdinalFile.open(folder)) {
      put(file, 1, 1, "");
      file.put(2, 2, longest);
      file.put(3, 3, longest);
      put(file, 4, 4, "small");
      file.put(4, 5, long16);
      file.commit(5);
      assertEquals(Optional.of("1 "), text(file.find(1)));
      assertArrayEquals(longest, file.find(2).orElseThrow().bytes());
      assertArrayEquals(longest, file.find(3).orElseThrow().bytes());
      assertEquals(Optional.empty(), file.find(4), "too long to be kept, and the old is not it");
    }
  }

  @Test
  void isBloatedWhenMostIsWaste() {
    var text = new byte[1 << 20];
    try (var file = OrdinalFile.open(folder)) {
      for (var i = 0; i < 60; i++) {
        file.put(1, i, text);
      }
      assertFalse(file.isBloated());
      for (var i = 0; i < 20; i++) {
        file.put(1, i, text);
      }
      assertTrue(file.isBloated());
    }
  }

  @Test
  void readersSeeWholeEntriesWhileOneWrites() throws Exception {
    try (var file = OrdinalFile.open(folder);
        var readers = Executors.newFixedThreadPool(2)) {
      var isDone = new AtomicBoolean();
      var reading =
          readers.submit(
              () -> {
                while (!isDone.get()) {
                  for (var ordinal = 0; ordinal < 3_000; ordinal += 7) {
                    file.find(ordinal).ifPresent(OrdinalFileTest::assertWhole);
                  }
                }
                return true;
              });
      for (var sequence = 1; sequence <= 20; sequence++) {
        for (var ordinal = 0; ordinal < 3_000; ordinal++) {
          var bytes = new byte[1_000];
          Arrays.fill(bytes, (byte) sequence);
          file.put(ordinal, sequence, bytes);
        }
        file.commit(sequence);
      }
      isDone.set(true);
      assertTrue(reading.get());
    }
  }

  private static void assertWhole(Entry entry) {
    for (var b : entry.bytes()) {
      assertEquals((byte) entry.sequence(), b);
    }
  }

  private static void put(OrdinalFile file, long ordinal, long sequence, String text) {
    file.put(ordinal, sequence, text.getBytes(UTF_8));
  }

  private static Optional<String> text(Optional<Entry> entry) {
    return entry.map(e -> e.sequence() + " " + new String(e.bytes(), UTF_8));
  }
}
