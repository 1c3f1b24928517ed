package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedBytesTest {
  @Test
  void givesBackWhatWasPacked() {
    var random = new byte[20_000];
    new Random(1).nextBytes(random);

    for (var text : new byte[][] {{}, {1}, "Bäume".getBytes(StandardCharsets.UTF_8), random}) {
      assertArrayEquals(text, PackedBytes.pack(text).unpack());
    }
  }

  @Test
  void takesFewBytesForJson() {
    var text = "{\"name\": \"baum\", \"url\": null}, ".repeat(100);

    assertTrue(PackedBytes.pack(text.getBytes(StandardCharsets.UTF_8)).size() < text.length() / 6);
  }
}
