package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and texts inside ZIP archives, honest ones and others ({@code web-ui.md} 8). */
class ArchiveIT {

  private static final String TREES = "Nr;Art;Höhe\n1;Linde;12,5\n2;Eiche;9\n3;Linde;7\n";

  @TempDir static Path folder;
  @AutoClose private static FileSite site;

  @BeforeAll
  static void open() {
    site = FileSite.in(folder);
  }

  /** Fills an archive. */
  @FunctionalInterface
  private interface Filling {
    void into(ZipOutputStream zip) throws IOException;
  }

  private static byte[] zip(Charset names, Filling filling) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, names)) {
      filling.into(zip);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String publish(byte[] archive) throws IOException {
    return site.publish("a.zip", (OutputStream out) -> out.write(archive));
  }

  private static String publish(Filling filling) throws IOException {
    return publish(zip(StandardCharsets.UTF_8, filling));
  }

  private static String entry(String name) {
    return "?eintrag=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static List<String> links(Document page) {
    return page.select("table.sheet td a").eachText();
  }

  @Test
  void aTableInAnArchiveIsShownFilteredAndTakenAlongLikeAnyOther() throws IOException {
    var path =
        publish(
            zip -> {
              zip.putNextEntry(new ZipEntry("daten/"));
              add(zip, "daten/Bäume & Co.csv", TREES);
              add(zip, "bild.jpg", "kein Bild");
            });
    var list = site.page(path);
    assertEquals(List.of("daten/Bäume & Co.csv"), links(list));
    var address = list.select("table.sheet td a").attr("href");
    assertEquals(path + "?eintrag=daten%2FB%C3%A4ume+%26+Co.csv", address);

    var page = site.page(address + "&f2=linde&sort=3");
    assertEquals(List.of("3", "1"), page.select("tbody td:first-child").eachText());
    assertTrue(page.select(".inside").text().contains("daten/Bäume & Co.csv"), page.text());
    assertEquals(path, page.select(".inside a").attr("href"));
    assertEquals("noindex, follow", page.select("meta[name=robots]").attr("content"));
    assertEquals("daten/Bäume & Co.csv", page.select("#auswahl input[name=eintrag]").attr("value"));
    var csv = page.select(".exports a").get(0).attr("href");
    assertEquals(
        path + "/auswahl.csv" + address.substring(path.length()) + "&f2=linde&sort=3", csv);
    assertEquals("Nr,Art,Höhe\r\n3,Linde,7\r\n1,Linde,\"12,5\"\r\n", site.get(csv).body());
    assertTrue(site.page(address + "&ansicht=diagramm").select("svg.chart").size() == 1);
    var small = address.replace("/datensatz/", "/einbetten/tabelle/").replace("/datei/", "/");
    assertEquals(3, site.page(small).select("tbody tr").size());
  }

  @Test
  void everyKindOfTableIsShownAndTextIsText() throws IOException {
    var point = "{\"type\":\"Point\",\"coordinates\":[11.2,53.4]}";
    var path =
        publish(
            zip -> {
              add(zip, "a.tsv", "x\ty\n1\t2\n");
              add(zip, "b.json", "[{\"x\":1},{\"x\":2}]");
              add(
                  zip,
                  "c.geojson",
                  "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"n\":1},\"geometry\":"
                      + point
                      + "}]}");
              add(zip, "LIESMICH.TXT", "Bitte lesen");
              add(zip, "d.xml", "<a><b/></a>");
            });

    assertEquals(5, links(site.page(path)).size());
    assertEquals(1, rows(path, "a.tsv"));
    assertEquals(2, rows(path, "b.json"));
    assertEquals(1, rows(path, "c.geojson"));
    var map = site.page(path + entry("c.geojson") + "&ansicht=karte");
    assertEquals(1, map.select(".map circle.point").size());
    assertEquals(path + "?eintrag=c.geojson&zeile=", map.select("figure.map").attr("data-row"));
    assertTrue(site.page(path + entry("LIESMICH.TXT")).select("pre").text().contains("Bitte"));
    assertTrue(site.page(path + entry("d.xml")).select("pre").text().contains("  <b>"));
  }

  private static int rows(String path, String name) {
    return site.page(path + entry(name)).select("table.sheet tbody tr").size();
  }

  @Test
  void namesAreReadAsWindowsWritesThem() throws IOException {
    for (var charset : List.of("IBM850", "windows-1252", "UTF-8")) {
      var path = publish(zip(Charset.forName(charset), zip -> add(zip, "Straßenbäume.csv", TREES)));

      assertEquals(List.of("Straßenbäume.csv"), links(site.page(path)), charset);
      assertEquals(3, rows(path, "Straßenbäume.csv"), charset);
    }
  }

  @Test
  void aBombSaysThatItIsTooLargeAndDoesNotGoOff() throws IOException {
    var zeros = "0".repeat(1 << 20);
    var path =
        publish(
            zip -> {
              zip.putNextEntry(new ZipEntry("bombe.csv"));
              for (var i = 0; i < 1_500; i++) {
                zip.write(zeros.getBytes(StandardCharsets.UTF_8));
              }
            });

    var page = site.page(path + entry("bombe.csv"));
    assertTrue(page.select(".note .detail").text().contains("mehr als"), page.text());
  }

  @Test
  void anArchiveThatLiesAboutASizeIsNotBelieved() throws IOException {
    var archive =
        zip(StandardCharsets.UTF_8, zip -> add(zip, "luege.txt", "Zeile\n".repeat(5_000)));
    var header = header(archive);
    archive = patched(archive, header + 24, 7);

    var page = site.page(publish(archive) + entry("luege.txt"));
    assertEquals(200, page.select("pre").text().split("Zeile", -1).length - 1);
  }

  @Test
  void whatIsEncryptedPackedOddlyOrAnArchiveItselfIsToldApart() throws IOException {
    var inner = zip(StandardCharsets.UTF_8, zip -> add(zip, "x.csv", TREES));
    var nested =
        publish(
            zip -> {
              zip.putNextEntry(new ZipEntry("innen.zip"));
              zip.write(inner);
            });
    assertTrue(site.page(nested).select("tbody").text().contains("Archiv im Archiv"));
    assertTrue(
        site.page(nested + entry("innen.zip"))
            .select(".note")
            .text()
            .contains("selbst ein Archiv"));

    var plain = zip(StandardCharsets.UTF_8, zip -> add(zip, "x.csv", TREES));
    var locked = publish(patched(plain, header(plain) + 8, 1));
    assertTrue(site.page(locked).select("tbody").text().contains("mit Passwort geschützt"));
    assertTrue(site.page(locked + entry("x.csv")).select(".note").text().contains("Passwort"));

    var odd = publish(patched(plain, header(plain) + 10, 14));
    assertTrue(site.page(odd).select("tbody").text().contains("ungewöhnlich gepackt"));
    assertEquals(List.of(), links(site.page(odd)));
  }

  @Test
  void brokenBytesSayWhichFileTheyAreOf() throws IOException {
    var archive = zip(StandardCharsets.UTF_8, zip -> add(zip, "kaputt.csv", TREES.repeat(100)));
    for (var i = 60; i < 100; i++) {
      archive[i] = (byte) 0xFF;
    }
    var page = site.page(publish(archive) + entry("kaputt.csv"));

    assertTrue(page.select(".note .detail").text().contains("kaputt.csv: lässt sich nicht"));
    var cut = Arrays.copyOf(archive, archive.length - 30);
    assertTrue(site.page(publish(cut)).select(".note").text().contains("nicht lesen"));
  }

  @Test
  void aNameThatIsThereTwiceLeadsToTheFirst() throws IOException {
    var archive =
        new String(
                zip(
                    StandardCharsets.ISO_8859_1,
                    zip -> {
                      add(zip, "a.csv", "x\n1\n");
                      add(zip, "b.csv", "x\n1\n2\n");
                    }),
                StandardCharsets.ISO_8859_1)
            .replace("b.csv", "a.csv")
            .getBytes(StandardCharsets.ISO_8859_1);
    var path = publish(archive);

    assertEquals(1, links(site.page(path)).size());
    assertTrue(site.page(path).select("tbody").text().contains("gleicher Name"));
    assertEquals(1, rows(path, "a.csv"));
  }

  @Test
  void namesThatMeanHarmAreNamesOnly() throws IOException {
    var name = "../../etc/<b>x</b>\u202evsc.csv";
    var path = publish(zip -> add(zip, name, TREES));
    var page = site.page(path);

    assertEquals(0, page.select("td b").size());
    assertFalse(page.select("td").text().contains("\u202e"));
    assertEquals(3, site.page(page.select("td a").attr("href")).select("tbody tr").size());
    var long1 = publish(zip -> add(zip, "x".repeat(20_000) + ".csv", TREES));
    assertTrue(site.page(long1).select("td").get(0).text().length() < 300);
    assertEquals(List.of(), links(site.page(long1)));
  }

  @Test
  void anEntryThatIsNotThereIsNotFound() throws IOException {
    var path = publish(zip -> add(zip, "a.csv", TREES));

    assertEquals(404, site.site().get(path + entry("b.csv")).statusCode());
    assertEquals(404, site.site().get(path + "/auswahl.csv" + entry("b.csv")).statusCode());
    var json = new ObjectMapper().readTree(site.site().get(path + ".json").body());
    assertEquals("a.csv", json.path("entries").path(0).path("name").asText());
    assertEquals(3, twin(path + ".json" + entry("a.csv")).path("found").asInt());
  }

  private static JsonNode twin(String address) throws IOException {
    return new ObjectMapper().readTree(site.get(address).body());
  }

  @Test
  void emptyArchivesAndOddNumbersAreNoError() throws IOException {
    assertTrue(site.page(publish(zip -> {})).text().contains("0 Einträge"));
    var plain = zip(StandardCharsets.UTF_8, zip -> add(zip, "x.csv", TREES));
    for (var at : List.of(header(plain) + 42, header(plain) + 20, plain.length - 6)) {
      var odd = publish(patched(patched(plain, at, 0xFFFF), at + 2, 0x7FFF));
      assertEquals(200, site.site().get(odd).statusCode());
      assertTrue(Set.of(200, 404).contains(site.site().get(odd + entry("x.csv")).statusCode()));
    }
  }

  /** Where the header of the first entry lies in the table of contents. */
  private static int header(byte[] archive) {
    var bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.getInt(archive.length - 6);
  }

  private static byte[] patched(byte[] archive, int at, int value) {
    var copy = archive.clone();
    ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
    return copy;
  }
}
