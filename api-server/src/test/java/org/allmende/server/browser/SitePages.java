package org.allmende.server.browser;

import java.util.List;
import java.util.stream.Stream;
import org.allmende.server.SampleTown;
import org.jsoup.Jsoup;

/** Every kind of page in every state, by its address in the sample town. */
final class SitePages {

  /** Pages that exist. */
  static final List<String> COMPLETE =
      List.of(
          "/",
          "/en",
          "/suche",
          "/en/search",
          "/suche?q=Ladestationen",
          "/suche?q=Ladestatoinen",
          "/suche?format=CSV&thema=tran",
          "/suche?q=gibtesnicht&format=CSV",
          "/suche?seite=99",
          "/datensatz/ladestationen-fuer-elektrofahrzeuge",
          "/en/dataset/ladestationen-fuer-elektrofahrzeuge",
          "/datensatz/scheidende-zaehlung",
          "/einbetten/datensatz/ladestationen-fuer-elektrofahrzeuge",
          "/en/embed/dataset/scheidende-zaehlung",
          "/einbetten/suche",
          "/themen",
          "/en/themes",
          "/thema/tran",
          "/thema/heal",
          "/herausgeber",
          "/herausgeber/stadt-musterstadt",
          "/orte",
          "/ort/13",
          "/en/place/13",
          "/hilfe",
          "/en/help",
          "/entwickler",
          "/en/developers",
          "/status",
          "/en/status",
          "/statistik",
          "/en/statistics",
          "/qualitaet",
          "/en/quality",
          "/impressum",
          "/datenschutz",
          "/barrierefreiheit",
          "/en/accessibility",
          "/leichte-sprache",
          "/gebaerdensprache",
          "/kontakt",
          "/lizenzen",
          "/datensatz/ladestationen-fuer-elektrofahrzeuge/qualitaet",
          "/en/dataset/ladestationen-fuer-elektrofahrzeuge/quality",
          "/entwickler/sparql",
          "/en/developers/sparql",
          "/entwickler/sparql?query=SELECT+*+WHERE+%7B+%3Fs+a+%3Ftyp+%7D+LIMIT+5",
          "/entwickler/sparql?query=ASK+%7B+%3Fs+a+%3Ftyp+%7D",
          "/entwickler/sparql?query=CONSTRUCT+WHERE+%7B+%3Fs+a+%3Ftyp+%7D+LIMIT+5",
          "/entwickler/sparql?query=SELECT+%3Fx+WHERE+%7B+%3Fx+%3Chttp%3A%2F%2Fnichts.example%2F%3E+1+%7D");

  /** Pages that say what went wrong. */
  static final List<String> FAILING =
      List.of(
          "/gibt-es-nicht",
          "/datensatz/ladestation",
          "/en/not-there",
          "/datensatz/vergangene-zaehlung",
          "/entwickler/sparql?query=SELECT",
          "/suche?seite=x");

  private SitePages() {}

  /** The pages of the files of a dataset that has tables and places. */
  static Stream<String> files(SampleTown town) {
    var dataset = town.get("/datensatz/ladestationen-fuer-elektrofahrzeuge", "Accept", "text/html");
    return Jsoup.parse(dataset.body()).select("main a[href*=/datei/]").eachAttr("href").stream()
        .map(address -> address.replace(town.url(), ""))
        .distinct()
        .flatMap(address -> Stream.of(address, embedded(address)));
  }

  /** Whether a page is one of the small ones for frames of other sites. */
  static boolean isEmbedded(String path) {
    return path.startsWith("/einbetten/") || path.startsWith("/en/embed/");
  }

  private static String embedded(String file) {
    return file.replace("/datensatz/", "/einbetten/tabelle/").replace("/datei/", "/");
  }

  static Stream<String> all() {
    return Stream.concat(COMPLETE.stream(), FAILING.stream());
  }
}
