package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small pages and pictures for other sites ({@code web-ui.md} 9). */
class EmbedIT {

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    site.publish("trees", "Straßenbäume & <b>Büsche</b>", "");
  }

  private static final String SLUG = "strassenbaeume-bbuesche-b";

  private static Document page(String path) {
    return Jsoup.parse(site.get(path).body());
  }

  private static String policy(String path) {
    return site.get(path).headers().firstValue("Content-Security-Policy").orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/einbetten/datensatz/" + SLUG,
        "/en/embed/dataset/" + SLUG,
        "/einbetten/tabelle/" + SLUG + "/1-tabelle",
        "/einbetten/karte/" + SLUG + "/1-tabelle",
        "/en/embed/chart/" + SLUG + "/1-tabelle",
        "/einbetten/suche",
        "/en/embed/search"
      })
  void aSmallPageMayStandInAnyFrameAndLoadsNothingButTheStyleSheet(String path) {
    var answer = site.get(path, "Cookie", "darstellung=dunkel");
    assertEquals(200, answer.statusCode());
    var policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.endsWith("; frame-ancestors *"), policy);
    assertFalse(policy.contains("script"), policy);
    assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    assertFalse(answer.headers().allValues("Vary").toString().contains("Cookie"));
    assertTrue(answer.body().length() <= 60_000);
    var page = Jsoup.parse(answer.body());
    assertEquals(0, page.select("script, [style], img").size());
    assertEquals(1, page.select("h1").size());
    assertFalse(page.select("html").hasAttr("data-theme"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/suche",
        "/datensatz/" + SLUG,
        "/datensatz/" + SLUG + "/datei/1-tabelle",
        "/hilfe",
        "/einbetten/datensatz/gibtesnicht"
      })
  void everyOtherPageStandsInNoFrame(String path) {
    assertTrue(policy(path).contains("frame-ancestors 'none'"), policy(path));
  }

  @Test
  void theOperatorNarrowsWhoMayFrame() {
    var embedding = new Embedding(List.of("https://www.musterstadt.example", "*.kreis.example"));
    assertTrue(
        embedding
            .policy()
            .endsWith(" frame-ancestors 'self' https://www.musterstadt.example *.kreis.example"));
    assertFalse(Embedding.isHost("x.example; script-src *"));
    assertFalse(Embedding.isHost("*"));
  }

  @Test
  void sourceLicenseAndDateAreAlwaysThere() {
    for (var path :
        List.of("/einbetten/datensatz/" + SLUG, "/einbetten/tabelle/" + SLUG + "/1-tabelle")) {
      var origin = page(path).select(".origin");
      assertTrue(origin.text().contains("Stadt Anderswo"), origin.text());
      assertTrue(origin.text().contains("Datenlizenz Deutschland"), origin.text());
      assertFalse(origin.select("a[rel~=license]").isEmpty());
      assertFalse(origin.select("time[datetime]").isEmpty(), path);
    }
  }

  @Test
  void theAddressSaysWhetherItIsDark() {
    var dark = page("/einbetten/datensatz/" + SLUG + "?darstellung=dunkel");
    assertEquals("dunkel", dark.select("html").attr("data-theme"));
  }

  @Test
  void theOfferedCodeLeadsToThePageAndThePicture() throws Exception {
    var codes = page("/datensatz/" + SLUG).select("section[aria-labelledby=einbetten] code");
    var frame = Jsoup.parse(codes.get(0).wholeText()).select("iframe");
    assertEquals("Straßenbäume & <b>Büsche</b>", frame.attr("title"));
    assertEquals("lazy", frame.attr("loading"));
    assertEquals(200, site.get(local(frame.attr("src"))).statusCode());
    var picture = Jsoup.parse(codes.get(1).wholeText()).select("a > img");
    assertEquals("Straßenbäume & <b>Büsche</b>, Stadt Anderswo", picture.attr("alt"));
    assertEquals(200, site.get(local(picture.attr("src"))).statusCode());
  }

  private static String local(String address) {
    assertTrue(address.startsWith("https://daten.example/"), address);
    return address.substring("https://daten.example".length());
  }

  @Test
  void theCardIsAPictureThatRunsNothing() {
    var answer = site.get("/einbetten/datensatz/" + SLUG + ".svg");
    assertEquals(
        "image/svg+xml", answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
    var svg = Jsoup.parse(answer.body(), Parser.xmlParser());
    assertEquals("Straßenbäume & <b>Büsche</b>", svg.select("svg > title").text());
    assertTrue(svg.select("text").text().contains("Datenlizenz Deutschland"), svg.outerHtml());
    assertEquals(0, svg.select("script, style, [onload]").size());
    assertTrue(policy("/einbetten/datensatz/" + SLUG + ".svg").contains("sandbox"));
  }

  @Test
  void thePaintedCardHasTheSizeThatThePageNames() throws Exception {
    var page = page("/datensatz/" + SLUG);
    var address = page.select("meta[property=og:image]").attr("content");
    assertEquals(CardPainter.canPaint(), !address.isEmpty());
    if (!address.isEmpty()) {
      var image = image(local(address));
      assertEquals(
          page.select("meta[property=og:image:width]").attr("content"),
          Integer.toString(image.getWidth()));
      assertEquals(
          page.select("meta[property=og:image:height]").attr("content"),
          Integer.toString(image.getHeight()));
    }
  }

  private static BufferedImage image(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(site.root() + path)).build();
      var bytes = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      return ImageIO.read(new ByteArrayInputStream(bytes));
    }
  }

  @Test
  void otherSitesLearnHowToShowIt() {
    var head = page("/datensatz/" + SLUG).head();
    var discovered = head.select("link[type=application/json+oembed]").attr("href");
    var told = TestSite.json(site.get(local(discovered)).body());
    assertEquals("rich", told.get("type").asText());
    assertEquals("Stadt Anderswo", told.get("author_name").asText());
    var frame = Jsoup.parse(told.get("html").asText()).select("iframe");
    assertEquals("https://daten.example/einbetten/datensatz/" + SLUG, frame.attr("src"));
    var narrow = TestSite.json(site.get(local(discovered) + "&maxwidth=300&maxheight=200").body());
    assertEquals(300, narrow.get("width").asInt());
    assertEquals(200, narrow.get("height").asInt());
  }

  @Test
  void thePageOfAFileTellsOtherSitesTheSame() {
    var head = page("/datensatz/" + SLUG + "/datei/1-tabelle?ansicht=diagramm").head();
    var discovered = head.select("link[type=application/json+oembed]").attr("href");
    var told = TestSite.json(site.get(local(discovered)).body());
    var frame = Jsoup.parse(told.get("html").asText()).select("iframe");
    assertTrue(
        frame.attr("src").contains("/einbetten/diagramm/" + SLUG + "/1-tabelle"), told.toString());
    assertTrue(head.select("meta[name=description]").attr("content").startsWith("Alles über"));
  }

  @Test
  void thePageOfAFileIsShownAsItsTable() {
    var url = "https://daten.example/en/dataset/" + SLUG + "/file/1-tabelle";
    var told = TestSite.json(site.get("/oembed?url=" + url).body());
    assertTrue(
        told.get("html")
            .asText()
            .contains("\"https://daten.example/en/embed/table/" + SLUG + "/1-tabelle\""),
        told.toString());
    var chart = TestSite.json(site.get("/oembed?url=" + url + "%3Fansicht=diagramm").body());
    assertTrue(
        chart.get("html").asText().contains("/en/embed/chart/" + SLUG + "/1-tabelle?"),
        chart.toString());
  }

  @Test
  void oEmbedRefusesWhatItCannotShow() {
    assertEquals(404, site.get("/oembed?url=https://elsewhere.example/x").statusCode());
    assertEquals(404, site.get("/oembed").statusCode());
    assertEquals(404, site.get("/oembed?url=https://daten.example/datensatz/nichts").statusCode());
    assertEquals(
        501,
        site.get("/oembed?format=xml&url=https://daten.example/datensatz/" + SLUG).statusCode());
    assertEquals(
        400,
        site.get("/oembed?maxwidth=x&url=https://daten.example/datensatz/" + SLUG).statusCode());
  }

  @Test
  void aPageSaysInItsHeadWhatItIs() {
    var head = page("/en/dataset/" + SLUG).head();
    assertEquals(
        "https://daten.example/en/dataset/" + SLUG,
        head.select("meta[property=og:url]").attr("content"));
    assertEquals("en_GB", head.select("meta[property=og:locale]").attr("content"));
    assertTrue(head.select("meta[name=description]").attr("content").startsWith("Alles über"));
  }
}
