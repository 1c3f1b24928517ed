package org.allmende.harvest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchingTest {

  @Test
  void readsFilesOfAFolderAndNothingElse(@TempDir Path temp) throws IOException {
    var folder = Files.createDirectories(temp.resolve("oparl/papers"));
    Files.writeString(folder.resolve("b.json"), "{}");
    Files.writeString(temp.resolve("oparl/a.json"), "{}");
    Files.writeString(temp.resolve("secret.txt"), "geheim");
    var fetcher = new FileFetcher(temp.resolve("oparl"), FetchPolicy.defaults());

    var names = fetcher.files(temp.resolve("oparl").toString()).stream();
    assertEquals(List.of("a.json", "b.json"), names.map(p -> p.getFileName().toString()).toList());
    assertEquals(2, fetcher.fetch(folder.resolve("b.json").toString()).body().length);
    assertThrows(IOException.class, () -> fetcher.fetch("../secret.txt"));
    assertThrows(IOException.class, () -> fetcher.fetch(temp.resolve("secret.txt").toString()));
    assertThrows(IOException.class, () -> fetcher.fetch("https://quelle.example/"));
  }

  @Test
  void knowsAFileAgainByItsBytes(@TempDir Path temp) throws IOException {
    var file = Files.writeString(temp.resolve("list.csv"), "a;b\n");
    var first = new FileFetcher(file, FetchPolicy.defaults());
    first.fetch(file.toString());
    var known = Validators.fromNotes(first.validators().toNotes());

    var same = new FileFetcher(file, FetchPolicy.defaults(), known);
    assertThrows(NotModifiedException.class, () -> same.fetch(file.toString()));
    Files.writeString(file, "a;c\n");
    var other = new FileFetcher(file, FetchPolicy.defaults(), known);
    assertEquals(4, other.fetch(file.toString()).body().length);
  }

  @Test
  void getsTheFilesBesideAnIndexAndNoOthers(@TempDir Path temp) throws IOException {
    var folder = Files.createDirectory(temp.resolve("wahl"));
    var index = Files.writeString(folder.resolve("open_data.json"), "{}");
    Files.writeString(folder.resolve("ergebnis.csv"), "a;b\n");
    Files.writeString(temp.resolve("secret.txt"), "x");
    var fetcher = new FileFetcher(index, FetchPolicy.defaults());

    assertEquals(4, fetcher.fetch(folder.resolve("ergebnis.csv").toString()).body().length);
    assertThrows(IOException.class, () -> fetcher.fetch(temp.resolve("secret.txt").toString()));
    assertThrows(IOException.class, () -> fetcher.fetch(folder + "/../secret.txt"));
  }

  @Test
  void saysThatAFileIsNotThere(@TempDir Path temp) {
    var fetcher = new FileFetcher(temp.resolve("list.csv"), FetchPolicy.defaults());
    var failure =
        assertThrows(IOException.class, () -> fetcher.fetch(temp.resolve("list.csv").toString()));
    assertTrue(String.valueOf(failure.getMessage()).contains("no such file"));
  }

  @Test
  void knowsAddressesInsideTheHouse() throws IOException {
    for (var address :
        List.of(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::1",
            "224.0.0.1",
            "255.255.255.255")) {
      assertTrue(AddressGuard.isInside(InetAddress.getByName(address)), address);
    }
    for (var address : List.of("93.184.216.34", "2606:2800:220:1::1", "100.128.0.1")) {
      assertFalse(AddressGuard.isInside(InetAddress.getByName(address)), address);
    }
  }

  @Test
  void looksAtTheContentAndNotAtItsType() {
    assertTrue(ContentKind.JSON.complaint(bytes(" [1]")).isEmpty());
    assertTrue(ContentKind.JSON.complaint(bytes("\ufeff{}")).isEmpty());
    assertTrue(ContentKind.JSON.complaint(bytes("kein JSON")).isPresent());
    assertTrue(ContentKind.CSV.complaint(bytes("a;b\n")).isEmpty());
    assertTrue(ContentKind.CSV.complaint(bytes("  \n")).isPresent());
    assertTrue(ContentKind.XML.complaint(bytes("<?xml version=\"1.0\"?><a/>")).isEmpty());
    assertTrue(ContentKind.RDF.complaint(bytes("@prefix a: <b> .")).isEmpty());
    assertTrue(
        ContentKind.RDF
            .complaint(bytes("<?xml version=\"1.0\"?><!DOCTYPE html><html>"))
            .isPresent());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
