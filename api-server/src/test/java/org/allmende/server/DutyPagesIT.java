package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DutyPagesIT {
  @TempDir private Path directory;

  private static Document page(RunningServer server, String path) throws Exception {
    var answer = server.get(path, "Accept", "text/html");
    assertEquals(200, answer.statusCode());
    return Jsoup.parse(answer.body());
  }

  @Test
  void aPageWithoutTheOperatorsWordsSaysSoAndNoPageLeadsThere() throws Exception {
    try (var server = RunningServer.start(directory)) {
      var imprint = page(server, "/impressum");

      assertTrue(imprint.select(".warning").text().contains("noch nicht fertig"));
      assertEquals("pages.imprint", imprint.select(".warning code").text());
      assertEquals("noindex, follow", imprint.select("meta[name=robots]").attr("content"));
      assertTrue(page(server, "/").select("a[href=/impressum]").isEmpty());
    }
  }

  @Test
  void theOperatorsWordsCompleteIt() throws Exception {
    try (var server = RunningServer.start(directory, "pages.imprint", "Stadt <b>X</b>")) {
      var imprint = page(server, "/en/imprint");

      assertTrue(imprint.select(".warning").isEmpty());
      assertEquals("Stadt <b>X</b>", imprint.select(".prose div[lang=de] p").text());
      assertFalse(page(server, "/en").select("a[href=/en/imprint]").isEmpty());
    }
  }

  @Test
  void whatNeedsNoWordsOfTheOperatorIsThere() throws Exception {
    try (var server = RunningServer.start(directory)) {
      assertFalse(page(server, "/").select("a[href=/leichte-sprache]").isEmpty());
      var licenses = page(server, "/lizenzen");
      assertTrue(licenses.select("tbody tr").size() > 10, licenses.text());
      var lucene = licenses.select("tbody tr:contains(lucene-core)");
      assertTrue(lucene.select("td").eachText().contains("Apache-2.0"), lucene.text());
    }
  }
}
