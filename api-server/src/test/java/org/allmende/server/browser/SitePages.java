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
          "/reihen",
          "/en/series",
          "/orte",
          "/herausgeber/landkreis-musterkreis",
          "/ort/13",
          "/ort/130760060060",
          "/en/place/13",
          "/hilfe",
          "/en/help",
          "/entwickler",
          "/en/developers",
          "/status",
          "/en/status",
          "/entwickler/api",
          "/en/developers/api",
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

  /** Other looks at a table with places. */
  private static final List<String> LOOKS =
      List.of(
          "?ansicht=karte",
          "?ansicht=diagramm",
          "?ansicht=diagramm&achse=1&wert=2&wert=3",
          "?ansicht=diagramm&f1=gibtesnicht",
          "?sort=2&richtung=ab&f1=a",
          "?suche=gibtesnicht",
          "?profil=ja&zeile=1");

  /** The pages of the files of a dataset that has tables and places, and all looks at one. */
  static Stream<String> files(SampleTown town) {
    var files = ofDataset(town, "ladestationen-fuer-elektrofahrzeuge").distinct().toList();
    var table = table(town);
    var both = files.stream().flatMap(file -> Stream.of(file, embedded(file)));
    var chart = embedded(table).replace("/tabelle/", "/diagramm/");
    var looks = Stream.concat(LOOKS.stream().map(look -> table + look), Stream.of(chart));
    return Stream.concat(both, looks);
  }

  /** The pages of the files of a dataset. */
  static Stream<String> ofDataset(SampleTown town, String name) {
    var dataset = town.get("/datensatz/" + name, "Accept", "text/html");
    return Jsoup.parse(dataset.body()).select("main h3 a[href*=/datei/]").eachAttr("href").stream()
        .map(address -> address.replace(town.url(), ""));
  }

  /** The page of the town's table with places, whose preview is ready. */
  static String table(SampleTown town) {
    var table =
        ofDataset(town, "ladestationen-fuer-elektrofahrzeuge")
            .filter(file -> file.contains("csv"))
            .findFirst()
            .orElseThrow();
    for (var i = 0; i < 60 && isBeingPrepared(town, table); i++) {
      // each request waits for a while by itself
    }
    return table;
  }

  private static boolean isBeingPrepared(SampleTown town, String table) {
    return town.get(table + ".json").body().contains("\"preparing\"");
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
