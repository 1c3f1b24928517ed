package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostVisitorIT {
  @TempDir private Path folder;

  @Test
  void anUnknownAddressLeadsToTheDatasetsThatItsWordsFind() {
    try (var site = TestSite.in(folder)) {
      site.publish("trees", "Straßenbäume der Stadt", "");
      site.publish("water", "Gewässer", "");
      var answer = site.get("/datensatz/strassenbaum-kataster", "Accept", "text/html");
      var lost = site.get("/datensatz/strassenbaum", "Accept", "text/html");

      assertEquals(404, answer.statusCode());
      assertEquals(404, lost.statusCode());
      assertEquals(
          List.of("Straßenbäume der Stadt"), Jsoup.parse(lost.body()).select(".hit h3").eachText());
    }
  }

  @Test
  void whereNothingFitsThereIsTheWayBack() {
    try (var site = TestSite.in(folder)) {
      var lost = Jsoup.parse(site.get("/xyzzy", "Accept", "text/html").body());

      assertTrue(lost.select(".hit").isEmpty());
      assertTrue(lost.select(".ways a").size() >= 2, lost.text());
    }
  }
}
