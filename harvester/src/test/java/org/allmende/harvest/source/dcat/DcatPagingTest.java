package org.allmende.harvest.source.dcat;

import static org.allmende.harvest.source.dcat.DcatTests.PREFIXES;
import static org.allmende.harvest.source.dcat.DcatTests.START;
import static org.allmende.harvest.source.dcat.DcatTests.entries;
import static org.allmende.harvest.source.dcat.DcatTests.keys;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.allmende.harvest.source.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DcatPagingTest {

  private static final String SECOND = START + "?page=2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a hydra:PagedCollection ; hydra:nextPage \"https://katalog.example/catalog?page=2\"",
        "a hydra:PagedCollection ; hydra:nextPage <https://katalog.example/catalog?page=2>",
        "a hydra:PartialCollectionView ; hydra:next \"?page=2\"",
        "a hydra:PartialCollectionView ; hydra:next <?page=2>",
        "a hydra:PartialCollectionView, hydra:PagedCollection ; hydra:next \"catalog?page=2\""
      })
  void followsTheNextPageHoweverItIsWritten(String paging) throws IOException {
    var pages = pages("<> " + paging + " .", "");

    assertEquals(List.of("https://katalog.example/a", "https://katalog.example/b"), keysOf(pages));
    assertTrue(pages.notes().isComplete());
  }

  @Test
  void stopsAtAPageThatWasSeenBefore() throws IOException {
    var pages = pages(next(SECOND), next(START));

    assertEquals(2, entries(pages).size());
    assertTrue(pages.notes().isComplete());
    assertEquals(1, pages.notes().warnings().size());
  }

  @Test
  void stopsAtAPageThatEqualsTheFirstByteByByteAndTrustsNoAbsence() throws IOException {
    var body = PREFIXES + ":a a dcat:Dataset ; dct:title \"A\" ." + next("?page=2");
    var pages =
        new Given.Pages().with(START, "text/turtle", body).with(SECOND, "text/turtle", body);

    assertEquals(1, entries(pages).size());
    assertFalse(pages.notes().isComplete());
  }

  @Test
  void keepsWhatCameBeforeAPageThatCannotBeRead() throws IOException {
    var pages = pages(next(SECOND), "").with(SECOND, "text/turtle", "<html>Wartung</html>");

    assertEquals(List.of("https://katalog.example/a"), keysOf(pages));
    assertFalse(pages.notes().isComplete());
  }

  @Test
  void failsAsAWholeWhenTheFirstPageCannotBeRead() {
    var pages = new Given.Pages().with(START, "text/html", "<!-- x --><HTML>Anmeldung</HTML>");

    var error = assertThrows(IOException.class, () -> entries(pages));

    assertTrue(Given.message(error).contains("got an HTML page"), Given.message(error));
  }

  @Test
  void joinsADatasetThatOnePageNamesAndAnotherDescribes() throws IOException {
    var pages =
        new Given.Pages()
            .with(
                START,
                "text/turtle",
                PREFIXES + ":a a dcat:Dataset . :p foaf:name \"P\" ." + next(SECOND))
            .with(
                SECOND,
                "text/turtle",
                PREFIXES + ":a a dcat:Dataset ; dct:title \"A\" ; dct:publisher :p .");

    var entries = entries(pages);

    assertEquals(1, entries.size());
    assertEquals(4, entries.getFirst().graph().size());
  }

  private static Given.Pages pages(String onFirst, String onSecond) {
    return new Given.Pages()
        .with(START, "text/turtle", PREFIXES + ":a a dcat:Dataset ; dct:title \"A\" ." + onFirst)
        .with(SECOND, "text/turtle", PREFIXES + ":b a dcat:Dataset ; dct:title \"B\" ." + onSecond);
  }

  private static String next(String address) {
    return " <> a hydra:PagedCollection ; hydra:next <" + address + "> .";
  }

  private static List<String> keysOf(Given.Pages pages) throws IOException {
    return keys(entries(pages));
  }
}
