package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statistics of the whole house: what was called a moment ago stands there. */
class StatisticsIT {
  @TempDir private Path directory;
  @AutoClose private RunningServer server;

  @BeforeEach
  void start() throws InterruptedException {
    server = RunningServer.start(directory);
    server.publish("baeume");
    server.awaitFollowers();
  }

  private void ask(int times, String path) throws IOException, InterruptedException {
    for (var i = 0; i < times; i++) {
      assertEquals(200, server.get(path, "Accept", "text/html").statusCode(), path);
    }
  }

  @Test
  void aDatasetThatIsLookedAtStandsOnThePageByItsTitle() throws IOException, InterruptedException {
    ask(6, "/datensatz/baeume");
    ask(4, "/hilfe");

    var page = Jsoup.parse(server.get("/statistik").body());
    var row = page.expectFirst("section[aria-labelledby=dataset] tbody tr");
    assertEquals("baeume", row.select("th a").text());
    assertEquals("/datensatz/baeume", row.select("th a").attr("href"));
    assertEquals("6", row.select("td").text());
    assertEquals(0, page.select("a:containsOwn(/hilfe)").size());
  }

  @Test
  void theSameIsThereAsJsonAndAsCsv() throws IOException, InterruptedException {
    ask(5, "/datensatz/baeume");

    var json = server.get("/statistik.json").body();
    assertTrue(json.contains("\"dataset\":5"), json);
    assertTrue(json.contains("{\"address\":\"/datensatz/baeume\",\"count\":5}"), json);
    var csv = server.get("/statistik.csv").body().split("\r\n");
    assertEquals("day,kind,address,count", csv[0]);
    assertTrue(csv[1].endsWith(",dataset,/datensatz/baeume,5"), csv[1]);
    assertEquals(2, csv.length);
  }

  @Test
  void frequentWordsAreToldOnlyIfTheyFindSomething() throws IOException, InterruptedException {
    ask(10, "/suche?q=baeume");
    ask(10, "/suche?q=quatschwort");
    server.close();
    server = RunningServer.start(directory);

    assertEquals("word,count\r\nbaeume,10\r\n", server.get("/statistik/suchworte.csv").body());
    assertFalse(server.get("/statistik.json").body().contains("quatschwort"));
  }

  @Test
  void countsSurviveARestart() throws IOException, InterruptedException {
    ask(7, "/datensatz/baeume");
    server.close();
    server = RunningServer.start(directory);

    assertTrue(server.get("/statistik.json").body().contains("\"dataset\":7"));
  }

  @Test
  void daysThatAreNoneAreRefusedByName() throws IOException, InterruptedException {
    var wrong = server.get("/statistik.csv?von=gestern");
    assertEquals(400, wrong.statusCode());
    assertTrue(wrong.body().contains("\"von\""), wrong.body());
    assertEquals(400, server.get("/statistik.json?von=2026-02-01&bis=2026-01-01").statusCode());
  }

  @Test
  void whereNothingWasCalledOftenThePageSaysSo() throws IOException, InterruptedException {
    ask(1, "/en/help");

    assertTrue(
        server.get("/en/statistics").body().contains("Nothing has been called often enough"));
  }
}
