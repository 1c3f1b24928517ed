package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each failure has a page in both languages, its status, and problem JSON for programs. */
class ErrorPagesIT {
  @TempDir private static Path folder;
  @AutoClose private static FailingSite site;

  @BeforeAll
  static void start() {
    site = FailingSite.in(folder);
  }

  private static HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    return RunningServer.send("GET", site.address(path), "Accept", accept);
  }

  private static Document page(String path) throws IOException, InterruptedException {
    return Jsoup.parse(get(path, "text/html").body());
  }

  static final List<Integer> STATUSES = FailingSite.STATUSES;

  @ParameterizedTest
  @FieldSource("STATUSES")
  void aFailureHasAPageInBothLanguagesWithAWayOut(int status)
      throws IOException, InterruptedException {
    var german = get("/fehler/" + status, "text/html");
    var english = get("/en/fehler/" + status, "text/html");

    assertEquals(status, german.statusCode());
    assertEquals(status, english.statusCode());
    assertTrue(Jsoup.parse(german.body()).title().startsWith("Fehler: "), german.body());
    assertEquals("de", Jsoup.parse(german.body()).expectFirst("html").attr("lang"));
    assertEquals("en", Jsoup.parse(english.body()).expectFirst("html").attr("lang"));
    assertFalse(
        Jsoup.parse(german.body())
            .expectFirst("h1")
            .text()
            .equals(Jsoup.parse(english.body()).expectFirst("h1").text()));
    assertTrue(Jsoup.parse(german.body()).select(".ways a").size() >= 2);
    assertEquals(
        "noindex, follow",
        Jsoup.parse(german.body()).expectFirst("meta[name=robots]").attr("content"));
  }

  @ParameterizedTest
  @FieldSource("STATUSES")
  void aProgramGetsProblemJson(int status) throws IOException, InterruptedException {
    var answer = get("/fehler/" + status, "application/json");

    assertEquals(status, answer.statusCode());
    assertEquals(
        "application/problem+json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(status, new ObjectMapper().readTree(answer.body()).path("status").asInt());
  }

  @Test
  void whoMustWaitIsToldHowLong() throws IOException, InterruptedException {
    assertTrue(page("/fehler/429").text().contains("in etwa 30 Sekunden"));
    assertTrue(page("/en/fehler/503").text().contains("in about 5 minutes"));
    assertEquals(
        "30", get("/fehler/429", "text/html").headers().firstValue("Retry-After").orElseThrow());
  }

  @Test
  void aFailureOfOursHasANumberAndNoInsides() throws IOException, InterruptedException {
    var page = get("/fehler/500", "text/html").body();
    var json = new ObjectMapper().readTree(get("/fehler/500", "*/*").body());

    assertTrue(Jsoup.parse(page).text().matches(".*diese Nummer: [0-9a-f]{8}\\b.*"), page);
    assertTrue(json.path("reference").asText().matches("[0-9a-f]{8}"), json.toString());
    assertFalse(page.contains("secret"));
    assertFalse(json.toString().contains("secret"));
  }

  @Test
  void aWrongValueIsNamedWithWhatIsPossibleAndTheWayWithoutIt()
      throws IOException, InterruptedException {
    var page = page("/suche?q=baum&sort=%3Cb%3Equer&format=CSV");

    assertTrue(page.text().contains("Angegeben war: „<b>quer“"), page.text());
    assertTrue(page.text().contains("treffer, neueste oder titel"), page.text());
    assertEquals(
        "/suche?q=baum&format=CSV",
        page.expectFirst(".ways a:containsOwn(Ohne diese Angabe)").attr("href"));
  }

  @Test
  void anEndlessValueIsCut() throws IOException, InterruptedException {
    var page = page("/suche?seite=" + "x".repeat(5_000));

    assertTrue(page.expectFirst("main").text().length() < 1_000);
    assertTrue(page.text().contains("eine ganze Zahl ab 1"));
  }
}
