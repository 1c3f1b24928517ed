package org.allmende.server.format.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.server.TestSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the search page offers beside its hits (web-ui.md 7.2). */
class SearchOffersIT {
  @TempDir private Path folder;
  @AutoClose private TestSite site;

  @BeforeEach
  void start() {
    site = TestSite.in(folder);
  }

  private Document page(String path) {
    return Jsoup.parse(site.get(path, "Accept", "text/html").body());
  }

  @Test
  void anEmptyCatalogSaysSoAndNamesNoFilters() {
    var page = page("/suche");

    assertTrue(page.select(".empty").text().contains("Hier gibt es noch keine Datensätze"));
    assertFalse(page.select(".empty").text().contains("Filtern"));
    assertTrue(page("/themen").text().contains("Hier gibt es noch nichts"));
    assertTrue(page("/en").text().contains("no datasets") || page("/en").text().contains("yet"));
  }

  @Test
  void eachOfferedFilterFindsAsManyAsItSays() {
    var dissolved = "<http://dcat-ap.de/def/politicalGeocoding/districtKey/13054>";
    site.publish("trees", "Bäume", "<https://other.example/trees> dct:spatial " + dissolved + " .");
    site.publish("water", "Gewässer", "<https://other.example/water> dcat:keyword \"Fluss\"@de .");

    var offered = page("/suche").select("fieldset .check");
    assertTrue(offered.size() > 8, offered.toString());
    for (var offer : offered) {
      var box = offer.expectFirst("input");
      var label = offer.text();
      var found = page("/suche?" + box.attr("name") + "=" + box.val());
      assertTrue(label.endsWith(" " + found.select("article").size()), label);
    }
    assertTrue(offered.eachText().contains("Gebiet mit dem Schlüssel 13054 1"), offered.text());
  }

  @Test
  void theFilterByQualitySaysWhatThePageOfTheDatasetSays() {
    // 205 of 315 points: good for what can be judged here, sufficient if all were judged.
    site.publish(
        "trees",
        "Bäume",
        """
        <https://other.example/trees> dcat:keyword "Linde"@de ;
          dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> .\
        """);
    assertTrue(page("/datensatz/baeume").text().contains("gut, 205 von 315 Punkten"));

    var offered = page("/suche").select(".check:has(input[name=qualitaet])");
    assertEquals(List.of("gut 1"), offered.eachText());
  }

  @Test
  void theListIsThereAsATableAndAsACall() {
    site.publish("trees", "Bäume, alle", "");
    site.publish("water", "Gewässer", "");

    var page = page("/suche?q=b%C3%A4ume");
    var csv = site.get(page.expectFirst("a[type=text/csv]").attr("href"));
    assertEquals("text/csv;charset=utf-8", csv.headers().firstValue("Content-Type").orElseThrow());
    var lines = csv.body().split("\r\n");
    assertEquals("title,publisher,date,formats,use,address", lines[0]);
    assertTrue(
        lines[1].matches(
            "\"Bäume, alle\",Stadt"
                + " Anderswo,\\d{4}-\\d\\d-\\d\\d,CSV,nennung,https://daten.example/datensatz/baeume-alle"),
        lines[1]);
    assertEquals(2, lines.length);
    assertTrue(
        page.text().contains("curl 'https://daten.example/suche.json?q=b%C3%A4ume'"), page.text());
  }

  @Test
  void aTableOfManyPagesHasEveryDatasetOnce() {
    for (var i = 0; i < 45; i++) {
      site.publish("d" + i, "Datensatz Nummer " + i, "");
    }
    var lines = site.get("/suche.csv?sort=titel&seite=2").body().split("\r\n");

    assertEquals(46, lines.length);
    assertEquals(46, Set.of(lines).size());
  }

  @Test
  void whileTheIndexIsUpToDateNothingIsSaidAboutIt() {
    site.publish("trees", "Bäume", "");

    assertFalse(page("/suche").text().contains("Neueste Änderungen"));
  }

  @Test
  void nothingIsOfferedWhereNobodySaidWhomToAsk() {
    site.publish("trees", "Bäume", "");

    assertTrue(page("/suche?q=xyzzy").select("a[href^=mailto]").isEmpty());
  }

  @Test
  void whileTheIndexIsBehindThePageSaysWhenTheNewestChangesAppear() {
    site.publishAheadOfIndex("trees", "Bäume");
    try {
      assertTrue(page("/suche").text().contains("Neueste Änderungen erscheinen in etwa 1 Minute."));
    } finally {
      site.releaseIndex();
    }

    assertFalse(page("/suche").text().contains("Neueste Änderungen"));
    assertTrue(page("/suche").text().contains("1 Datensatz"));
  }

  @Test
  void whereAPlaceHasNothingTheNextLargerCircleThatHasIsOffered() {
    site.publish(
        "trees",
        "Bäume",
        """
        <https://other.example/trees> dcatde:politicalGeocodingURI
          <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060> .
        """);

    var empty = page("/suche?q=B%C3%A4ume&ort=Toddin").expectFirst(".empty");
    var offer = empty.expectFirst(":has(> a[href*=umkreis])");
    var wider = offer.expectFirst("a");
    assertEquals("/suche?q=B%C3%A4ume&ort=13076169&umkreis=10", wider.attr("href"));
    assertTrue(offer.text().endsWith(": 1 Datensatz"), offer.text());
    assertTrue(page(wider.attr("href")).text().contains("1 Datensatz"));
  }

  @Test
  void dataThatAreMissingCanBeAskedForByMailWithTheSearchFilledIn() {
    site.close();
    var contact =
        LocalizedText.of("de", "Schreiben Sie an daten@musterstadt.example oder rufen Sie an.");
    site = TestSite.saying(folder.resolve("saying"), Map.of("contact", contact));
    site.publish("trees", "Bäume", "");

    var mail = page("/suche?q=xyzzy&format=CSV").expectFirst("a[href^=mailto]").attr("href");
    assertTrue(mail.startsWith("mailto:daten@musterstadt.example?subject="), mail);
    var text = URLDecoder.decode(mail, StandardCharsets.UTF_8);
    assertTrue(text.contains("xyzzy"), text);
    assertTrue(text.contains("https://daten.example/suche?q=xyzzy&format=CSV"), text);
    assertTrue(page("/suche?q=B%C3%A4ume").select("a[href^=mailto]").isEmpty());
  }

  @Test
  void withoutAMailAddressThePageOfContactIsOffered() {
    site.close();
    var contact = LocalizedText.of("de", "Rathaus, Zimmer 3.");
    site = TestSite.saying(folder.resolve("saying"), Map.of("contact", contact));
    site.publish("trees", "Bäume", "");

    assertFalse(page("/suche?q=xyzzy").select(".empty a[href=/kontakt]").isEmpty());
  }
}
