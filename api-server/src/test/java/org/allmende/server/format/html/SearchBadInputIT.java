package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.allmende.server.TestSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sought: an answer or a clear error, soon, and never an error of the server. */
class SearchBadInputIT {

  /** Ten times what the issue demands: this machine may do other things beside. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  @TempDir static Path folder;
  @AutoClose private static TestSite site;

  @BeforeAll
  static void fill() {
    site = TestSite.in(folder);
    for (var i = 0; i < 50; i++) {
      site.publish("d" + i, "Straßenbaumkataster Teil " + i, "");
    }
    site.get("/suche?q=warm");
    site.get("/suche.json?q=warm");
  }

  static Stream<String> texts() {
    return Stream.of(
        "a".repeat(100_000),
        "ä".repeat(5_000),
        "wort ".repeat(5_000),
        Stream.iterate(0, i -> i + 1)
            .limit(5_000)
            .map(i -> "wort" + i)
            .reduce("", (a, b) -> a + " " + b),
        "AND OR NOT && || ! + - ( ) ",
        "(((((((((((((((((((((((((((((",
        "\"\"\"\"\"\"\"\"\"\"\"\"",
        "- - - - - -",
        "* ? ** ?? *?*?*?*",
        "der die das und oder in auf",
        "(a+)+$ (x+x+)+y ([a-zA-Z]+)*",
        "a*".repeat(400),
        "\u0000\u0001\u0002\u0007\u001b[31m\u007f",
        "\u202etxeT\u202c \u200f\u061c\u2066",
        "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪💩",
        "\ud83d",
        "Zalgo h̸̡̪̯ͨ͊̽̅̾̎Ȩ̬̩̾͛ͪ̈́̀́͘ ̶̧̨̱̹̭̯ͧ̾ͬ",
        "नमस्ते 你好 مرحبا שלום",
        "title:foo^10 AND [* TO *] {!func}x _query_:y",
        "'; DROP TABLE dataset; --",
        "<script>alert(1)</script>",
        "%00%0a%0d",
        "../../etc/passwd",
        "~".repeat(900),
        "strassenbaumkatatser ".repeat(40),
        "Hagenow ".repeat(100),
        "-".repeat(900) + "x");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isAnsweredSoonOrRefusedClearly(String text) {
    for (var path : List.of("/suche?q=", "/suche.json?q=", "/suche.json?ort=")) {
      var start = System.nanoTime();
      var status = site.get(path + URLEncoder.encode(text, StandardCharsets.UTF_8)).statusCode();
      var took = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(status < 500, path + text.substring(0, Math.min(40, text.length())) + status);
      assertTrue(took.compareTo(LONGEST) < 0, () -> path + " took " + took);
    }
  }

  @Test
  void noMixtureOfParametersBreaksIt() {
    var random = new Random(42);
    var keys =
        List.of(
            "q",
            "ort",
            "umkreis",
            "bbox",
            "von",
            "bis",
            "art",
            "thema",
            "format",
            "lizenz",
            "herausgeber",
            "jahr",
            "aktualitaet",
            "qualitaet",
            "sort",
            "seite",
            "mehr",
            "ohne");
    var values =
        List.of(
            "",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "1e9",
            "NaN",
            "a",
            "Hagenow",
            "13",
            "%00",
            "%FF",
            "1,2,3,4",
            "180,90,-180,-90",
            "53.4,11.2",
            "2020",
            "woche",
            "treffer",
            "%22",
            "*");
    for (var i = 0; i < 300; i++) {
      var query = new StringBuilder("/suche.json?x=y");
      for (var j = random.nextInt(6); j >= 0; j--) {
        query.append('&').append(keys.get(random.nextInt(keys.size())));
        query.append('=').append(values.get(random.nextInt(values.size())));
      }
      var status = site.get(query.toString()).statusCode();
      assertTrue(
          status == 200 || status == 400, query.toString().toLowerCase(Locale.ROOT) + status);
    }
  }
}
