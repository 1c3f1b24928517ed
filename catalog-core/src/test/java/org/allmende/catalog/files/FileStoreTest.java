package org.allmende.catalog.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

  @TempDir Path folder;

  @Test
  void keepsAFileUnderTheHashOfItsContent() throws IOException {
    var store = new FileStore(folder);
    var stored = store.store(out -> out.write(bytes("abc")));
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", stored.sha256());
    assertEquals(3, stored.size());
    try (var in = store.open(stored.sha256())) {
      assertArrayEquals(bytes("abc"), in.readAllBytes());
    }
  }

  @Test
  void keepsTheSameContentOnce() throws IOException {
    var store = new FileStore(folder);
    store.store(out -> out.write(bytes("abc")));
    store.store(out -> out.write(bytes("abc")));
    try (var files = Files.walk(folder)) {
      assertEquals(1, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void keepsNothingWhenWritingFails() {
    var store = new FileStore(folder);
    assertThrows(
        IOException.class,
        () ->
            store.store(
                out -> {
                  out.write(bytes("half"));
                  throw new IOException("on purpose");
                }));
    try (var files = Files.walk(folder)) {
      assertEquals(0, files.filter(Files::isRegularFile).count());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void letsAContentGoWithTheLastWhoHeldItWithoutNamingIt() throws IOException {
    var store = new FileStore(folder);
    var held = store.hold(out -> out.write(bytes("abc")));
    store.hold(out -> out.write(bytes("abc")));
    store.release(held, false);
    assertTrue(store.find(held.sha256()).isPresent());
    store.release(held, false);
    assertTrue(store.find(held.sha256()).isEmpty());
  }

  @Test
  void keepsAContentThatSomebodyNamedOrElseStored() throws IOException {
    var store = new FileStore(folder);
    var named = store.hold(out -> out.write(bytes("abc")));
    store.release(named, true);
    store.release(store.hold(out -> out.write(bytes("abc"))), false);
    assertTrue(store.find(named.sha256()).isPresent());
    var both = store.hold(out -> out.write(bytes("both")));
    store.store(out -> out.write(bytes("both")));
    store.release(both, false);
    assertTrue(store.find(both.sha256()).isPresent());
  }

  @Test
  void removesNoContentThatWasStoredAfterItWasLastNamed() throws IOException {
    var store = new FileStore(folder);
    var stored = store.store(out -> out.write(bytes("abc")));
    store.remove(stored.sha256(), Instant.EPOCH);
    assertTrue(store.find(stored.sha256()).isPresent());
    store.remove(stored.sha256(), Instant.now());
    assertTrue(store.find(stored.sha256()).isEmpty());
  }

  @Test
  void findsNothingForATextThatIsNoHash() {
    var store = new FileStore(folder);
    assertTrue(store.find("../../etc/passwd").isEmpty());
    assertTrue(store.find("0".repeat(64)).isEmpty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
