package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

  @Test
  void aLineStaysALineAndMarkupOfHtmlAText() {
    assertEquals("<p>eins<br>\nzwei &lt;b&gt;x&lt;/b&gt;</p>\n", Prose.html("eins\nzwei <b>x</b>"));
  }

  @Test
  void headingsStandBelowThatOfTheSectionAndSkipNoLevel() {
    assertEquals("<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>\n", Prose.html("## A\n\n##### B\n\n## C\n"));
  }

  @Test
  void linesThatBeginWithSpacesAreNoProgram() {
    assertEquals("<p>eingerückt</p>\n", Prose.html("     eingerückt"));
  }

  @Test
  void listsEmphasisAndLinksAreWhatTheyLookLike() {
    assertEquals(
        "<ul>\n<li><strong>fett</strong></li>\n<li><a rel=\"nofollow noopener\""
            + " href=\"https://a.example/\">hier</a></li>\n</ul>\n",
        Prose.html("* **fett**\n* [hier](https://a.example/)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "<javascript:alert(1)>",
        "![x](https://a.example/picture.png)",
        "![x](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "```<script>\nalert(1)\n```"
      })
  void nothingRunsAndNothingIsLoaded(String text) {
    var html = Prose.html(text);
    assertFalse(html.contains("<img"), html);
    assertFalse(html.contains("<script"), html);
    assertFalse(html.toLowerCase(java.util.Locale.ROOT).contains("=\"javascript"), html);
  }

  @Test
  void theFirstSentenceEndsAtAStopAndNotAtAShortWord() {
    assertEquals(
        "Alle Bäume der Stadt, z. B. Linden im Park.",
        Prose.firstSentence("Alle Bäume der Stadt, z. B. Linden im Park. Mehr dazu später.", 200));
    assertEquals(
        "Stand vom 1. Januar bis zum Ende des Jahres.",
        Prose.firstSentence("Stand vom 1. Januar bis zum Ende des Jahres.\n\nDann mehr.", 200));
  }

  @Test
  void aLongSentenceIsCutAtAWord() {
    assertEquals("Lorem ipsum …", Prose.firstSentence("Lorem ipsum dolor sit amet", 13));
  }
}
