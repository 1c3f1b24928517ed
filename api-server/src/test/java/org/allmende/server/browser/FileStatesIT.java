package org.allmende.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allmende.server.format.html.FileSite;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states that the page of a file can be in ({@code web-ui.md} 8, 11): each is usable. */
@InBrowser
class FileStatesIT {

  private static final int TOO_MANY = 5_000_001;

  @TempDir private Path folder;
  @AutoClose private FileSite site = FileSite.in(Path.of("none"));

  @BeforeEach
  void open() {
    site.close();
    site = FileSite.in(folder);
  }

  private String address(String path) {
    return site.site().root() + path;
  }

  /** The same page in English. */
  private static String english(String path) {
    return path.replace("/datensatz/", "/en/dataset/").replace("/datei/", "/file/");
  }

  private void assertUsable(House house, String path) throws IOException {
    Axe.assertNoViolation(house, Stream.of(path, english(path)).map(this::address));
  }

  private void assertSays(String path, String german, String englishWords) {
    var here = Jsoup.parse(site.site().get(path).body()).select("main").text();
    assertTrue(here.contains(german), here);
    var there = Jsoup.parse(site.site().get(english(path)).body()).select("main").text();
    assertTrue(there.contains(englishWords), there);
  }

  @Test
  void aPreviewThatIsUnderWayComesByItself(House house) throws IOException {
    var path = site.publish("baeume.csv", "Nr;Art\n1;Linde\n");
    var stop = site.stop();
    assertSays(path, "Die Vorschau wird vorbereitet.", "The preview is being prepared.");
    assertUsable(house, path);
    house.visit(
        1280,
        page -> {
          page.navigate(address(path));
          page.evaluate("() => window.same = true");
          assertThat(page.locator("[data-state]")).isVisible();
          stop.close();
          assertThat(page.locator("table.sheet tbody tr")).hasCount(1);
          assertThat(page.locator("#meldung")).hasText("1 Zeile");
          assertEquals(true, page.evaluate("() => window.same"), "the page was loaded anew");
        });
  }

  @Test
  void withoutScriptsALinkLeadsToThePreviewLater(House house) throws IOException {
    var path = site.publish("baeume.csv", "Nr;Art\n1;Linde\n");
    var stop = site.stop();
    house.visitWithoutScripts(
        320,
        page -> {
          page.navigate(address(path));
          assertThat(page.locator(".download .button")).isVisible();
          stop.close();
          page.getByText("Seite neu laden").click();
          assertThat(page.locator("table.sheet tbody tr")).hasCount(1);
        });
  }

  @Test
  void aBrokenWorkbookSaysWhatToDo(House house) throws IOException {
    var path = site.publish("kaputt.xlsx", "PK\u0003\u0004 und dann nichts");
    site.page(path);
    assertSays(path, "speichern Sie sie noch einmal als XLSX", "save it as XLSX once more");
    assertUsable(house, path);
  }

  @Test
  void aFileThatIsTooLargeSaysHowLargeItMayBe(House house) throws IOException {
    var path =
        site.publish(
            "a.zip",
            out -> {
              var zip = new ZipOutputStream(out);
              zip.putNextEntry(new ZipEntry("lesbar.txt"));
              zip.write("Text".getBytes(StandardCharsets.UTF_8));
              zip.putNextEntry(new ZipEntry("bombe.csv"));
              var zeros = new byte[1 << 20];
              for (var i = 0; i < 1_500; i++) {
                zip.write(zeros);
              }
              zip.finish();
            });
    site.page(path + "?eintrag=bombe.csv");
    assertSays(path + "?eintrag=bombe.csv", "mehr als", "more than");
    assertUsable(house, path + "?eintrag=bombe.csv");
    assertUsable(house, path + "?eintrag=lesbar.txt");
    assertUsable(house, path);
  }

  @Test
  void aTableThatIsCutOffSaysSo(House house) throws IOException {
    var rows = "1\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    var path =
        site.publish(
            "lang.csv",
            out -> {
              out.write("n\n".getBytes(StandardCharsets.UTF_8));
              for (var i = 0; i <= TOO_MANY / 1_000; i++) {
                out.write(rows);
              }
            });
    site.page(path);
    assertSays(path, "Vorschau der ersten 5.000.000 Zeilen", "first 5,000,000 rows");
    assertUsable(house, path);
    assertUsable(house, path + "?druck=ja");
  }

  @Test
  void aServiceSaysHowItIsAsked(House house) throws IOException {
    var path = site.publishService("https://karten.example/wms?LAYERS=wege");
    assertSays(path, "sondern ein Dienst", "but a service");
    assertUsable(house, path);
  }

  @Test
  void chosenColumnsTheirFormAndFoldedTextsAreUsable(House house) throws IOException {
    var table = site.publish("t.csv", "a;b;c\n1;2;3\n");
    site.page(table);
    var json = site.publish("x.json", "{\"a\":{\"b\":[1,2,3],\"c\":{\"d\":1,\"e\":2}}}");
    var found = new ArrayList<String>();
    house.visit(
        1280,
        page -> {
          page.navigate(address(table + "?spalten=1,3"));
          page.locator("#spaltenwahl summary").click();
          found.addAll(violations(page, "columns"));
          page.navigate(address(json + "?ansicht=text"));
          assertFolds(page);
          found.addAll(violations(page, "folded"));
        });
    assertEquals("", String.join("\n", found));
  }

  private static void assertFolds(Page page) {
    var part = page.locator("details").last();
    assertThat(part.locator("summary")).containsText("\"c\"");
    part.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(part).not().hasAttribute("open", "");
  }

  private static List<String> violations(Page page, String state) {
    try {
      return Axe.violationsHere(page, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
