package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allmende.harvest.settings.SettingsException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookIT {
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'><path d='M0 0h30v20z'/></svg>";

  @TempDir private Path directory;

  private static Document page(RunningServer server, String path) throws Exception {
    return Jsoup.parse(server.get(path, "Accept", "text/html").body());
  }

  @Test
  void withoutSettingsNothingIsOfTheTown() throws Exception {
    try (var server = RunningServer.start(directory, "look.strip", "Seite der Stadt")) {
      var page = page(server, "/");

      assertTrue(page.select(".strip").isEmpty(), "nobody confirmed to be a public body");
      assertTrue(page.select(".brand img").isEmpty());
      assertEquals(404, server.get("/static/0/logo.svg").statusCode());
    }
  }

  @Test
  void aPublicBodyHasItsOwnSentenceAtTheTop() throws Exception {
    try (var server =
        RunningServer.start(
            directory, "look.public-body", "true", "look.strip", "Seite der <b>Stadt</b>")) {
      assertEquals("Seite der <b>Stadt</b>", page(server, "/suche").select(".strip p").text());
      assertEquals("de", page(server, "/en").select(".strip p").attr("lang"));
    }
  }

  @Test
  void aReadableShadeOfTheAccentIsServed() throws Exception {
    try (var server = RunningServer.start(directory, "look.accent", "#FFCC00")) {
      var css = server.get(page(server, "/").select("link[rel=stylesheet]").attr("href")).body();

      assertTrue(css.contains(":root { --action: light-dark(#"), "the color is missing");
      assertTrue(css.endsWith(", #ffcc00); } }\n"), "yellow can be read on dark pages");
      assertFalse(css.contains("light-dark(#ffcc00"), "yellow cannot be read on light pages");
    }
  }

  @Test
  void theLogoOfTheThemeFolderStandsBeforeTheName() throws Exception {
    Files.writeString(Files.createDirectories(directory.resolve("theme")).resolve("logo.svg"), SVG);
    try (var server = RunningServer.start(directory, "look.logo-text", "Wappen: ein Fährboot")) {
      var logo = page(server, "/").select(".brand img");
      assertEquals("Wappen: ein Fährboot", logo.attr("alt"));
      assertEquals("60", logo.attr("width"));

      var picture = server.get(logo.attr("src"));
      assertEquals(SVG, picture.body());
      var type = picture.headers().firstValue("Content-Type").orElseThrow();
      assertTrue(type.startsWith("image/svg+xml"), type);
      var policy = picture.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.contains("sandbox"), policy);
    }
  }

  @Test
  void theStyleSheetOfTheThemeFolderComesAfterOurs() throws Exception {
    var plain = styleSheetAddress();
    theme(":root { --page: #fffff0; }");
    try (var server = RunningServer.start(directory)) {
      var address = page(server, "/").select("link[rel=stylesheet]").attr("href");
      assertTrue(server.get(address).body().endsWith(":root { --page: #fffff0; }"));
      assertFalse(address.equals(plain), "another content has another address");
      assertEquals(404, server.get(plain).statusCode());
    }
  }

  private String styleSheetAddress() throws Exception {
    try (var server = RunningServer.start(directory)) {
      return page(server, "/").select("link[rel=stylesheet]").attr("href");
    }
  }

  private void theme(String css) throws IOException {
    Files.writeString(
        Files.createDirectories(directory.resolve("theme")).resolve("theme.css"), css);
  }

  @Test
  void aStyleSheetThatLoadsAnythingRefusesTheStart() throws Exception {
    for (var css :
        List.of(
            "@import 'x.css';",
            "body { background: URL(https://other.example/x.png) }",
            "/* */ b { src: '//other.example/f' }",
            "a{}".repeat(30_000))) {
      theme(css);
      var refused =
          assertThrows(SettingsException.class, () -> RunningServer.start(directory), css);
      assertTrue(String.valueOf(refused.getMessage()).contains("theme.css"), refused.toString());
    }
    theme("/* see https://town.example */ b { color: red }");
    RunningServer.start(directory).close();
  }

  @Test
  void whatCannotBeUsedRefusesTheStart() {
    var accent =
        assertThrows(
            SettingsException.class, () -> RunningServer.start(directory, "look.accent", "red"));
    assertTrue(String.valueOf(accent.getMessage()).contains("#004f9f"), accent.toString());
    assertThrows(
        SettingsException.class, () -> RunningServer.start(directory, "look.logo", "nirgends.svg"));
  }
}
