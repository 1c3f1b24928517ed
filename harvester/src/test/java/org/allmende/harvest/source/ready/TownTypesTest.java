package org.allmende.harvest.source.ready;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.RealData;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;

class TownTypesTest {

  private static final Town TOWN = ReadyTypes.town("Musterstadt", "13099001", "19999");

  private static Table read(String type, String document) throws IOException {
    return ReadyTypes.read(type, TOWN, document);
  }

  private static void assertAccountedFor(Table table, int read, int kept) {
    assertEquals(read, table.notes().rowsRead(), table.notes().toString());
    assertEquals(kept, table.rows().size(), table.notes().toString());
  }

  @Test
  void readsAHotspotListWithItsColumnsInAnyOrderAndNeverAPassword() throws IOException {
    var table =
        read(
            "wlan-list",
            """
            Passwort;Breite;Länge;Netzname;Bezeichnung;PLZ;Ort;kostenlos
            geheim123;53,4;11,2;Stadt-WLAN;Rathaus;19999;Musterstadt;ja
            """);

    assertEquals(List.of("Stadt-WLAN"), column(table, "ssid"));
    assertEquals(List.of(true), column(table, "free"));
    assertTrue(table.rows().getFirst().geometry().isPresent());
    assertFalse((table.rows() + "" + table.notes()).contains("geheim"), table.toString());
  }

  @Test
  void roundsThePositionOfReportsAndDropsWhatCitizensWrote() throws IOException {
    var table =
        read(
            "open311",
            """
            [{"service_request_id":12504,"status":"closed","service_code":"017","service_name":"Ampel","description":"Ich, Max, sah",
              "requested_datetime":"2026-11-01T10:00:00+01:00","updated_datetime":"2026-11-04T11:00:00+01:00",
              "address_string":"Weg 3","lat":50.9384079215,"long":6.83454483747,"media_url":"https://x.example/foto.jpg"}]
            """);

    assertEquals("[6.835,50.938]", table.rows().getFirst().geometry().orElseThrow().coordinates());
    assertEquals(List.of(3L), column(table, "duration_days"));
    assertEquals(List.of("12504"), column(table, "id"));
    assertFalse(table.rows().toString().contains("Max"), table.rows().toString());
    assertFalse(table.rows().toString().contains("foto"), table.rows().toString());
  }

  @Test
  void readsEventsFromTheLinkedDataOfAPage() throws IOException {
    var table =
        read(
            "events",
            """
            <!DOCTYPE html><html><head>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"MusicEvent","@id":"e1","name":"Konzert &amp; Tanz","startDate":"2026-12-01T19:30","location":{"@type":"Place","name":"Halle",
               "geo":{"latitude":"53.4","longitude":"11.2"}}},
              {"@type":"Organization","name":"Verein"}]}</script>
            <script type="application/ld+json">{"@type":"Event","name":"Vorbei","startDate":"2020-01-01"}</script>
            <script type="application/ld+json">{ kaputt </script>
            </head></html>
            """);

    assertEquals(List.of("Konzert & Tanz"), column(table, "name"));
    assertEquals("[11.2,53.4]", table.rows().getFirst().geometry().orElseThrow().coordinates());
    assertAccountedFor(table, 3, 1);
  }

  @Test
  void readsEventsFromICalendar() throws IOException {
    var table =
        read(
            "events",
            """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:x\r
            BEGIN:VEVENT\r
            UID:1\r
            DTSTAMP:20261101T000000Z\r
            SUMMARY:Ratssitzung\r
            DTSTART;TZID=Europe/Berlin:20261201T180000\r
            DTEND;TZID=Europe/Berlin:20261201T200000\r
            LOCATION:Rathaus\r
            END:VEVENT\r
            END:VCALENDAR\r
            """);

    assertEquals(List.of("Ratssitzung"), column(table, "name"));
    assertEquals(List.of("Rathaus"), column(table, "venue"));
    assertTrue(table.outputs().contains("ics"), table.outputs().toString());
  }

  @Test
  void leavesOutExpiredVacanciesAndTheirContacts() throws IOException {
    var table =
        read(
            "jobs",
            """
            [{"@type":"JobPosting","title":"Erzieher*in","description":"<p>Wir suchen&nbsp;Sie.</p><ul><li>Teilzeit</li></ul>",
              "datePosted":"2026-11-01","validThrough":"2026-12-24","identifier":{"value":"7"},
              "applicationContact":{"name":"Frau Muster","telephone":"123"}},
             {"@type":"JobPosting","title":"Alt","validThrough":"2026-01-31","identifier":{"value":"8"}}]
            """);

    assertEquals(List.of("Wir suchen Sie.\nTeilzeit"), column(table, "description"));
    assertFalse(table.rows().toString().contains("Muster"), table.rows().toString());
    assertAccountedFor(table, 2, 1);
  }

  @Test
  void publishesSurveyAnswersOfFiveAndMore() throws IOException {
    var table =
        read(
            "survey",
            """
            Frage-Nr;Frage;Antwort;Gruppe;Anzahl;Anteil [%]
            1;Zufrieden?;ja;alle;120;60,5
            1;Zufrieden?;nein;unter 18;4;2,0
            """);

    assertEquals(List.of("ja"), column(table, "answer"));
    assertEquals(List.of(new BigDecimal("60.5")), column(table, "share"));
    assertAccountedFor(table, 2, 1);
  }

  @Test
  void suppressesSmallCountsOfAppointments() throws IOException {
    var table =
        read(
            "appointments",
            """
            {"data":{"title":"Wartestatistik","dictionary":[
              {"position":1,"variable":"date","type":"string"},{"position":0,"variable":"scope","type":"string"},
              {"position":2,"variable":"waitingcount","type":"number"}],
             "data":[["141","2026-03-01","3"],["141","2026-03-02","0"],["141","2026-03-03","12"]]}}
            """);

    assertEquals(List.of("-", "0", "12"), column(table, "waitingcount"));
    assertEquals(List.of("141", "141", "141"), column(table, "scope"));
  }

  @Test
  void sumsUpAppointmentsByOfficeAndWeekBeforeSuppressing() throws IOException {
    var document =
        """
        {"dictionary":[{"position":0,"variable":"scope","type":"string"},{"position":1,"variable":"date","type":"string"},
          {"position":2,"variable":"hour","type":"string"},{"position":3,"variable":"waitingcount","type":"number"}],
         "data":[["141","2026-03-02","8","3"],["141","2026-03-03","9","4"],["141","2026-03-09","8","2"],["142","2026-03-02","8","0"]]}
        """;
    var pages = new Given.Pages().with(ReadyTypes.LOCATION, "", document);
    var entry = ReadyTypes.read("appointments", TOWN, ReadyTypes.LOCATION, pages).getFirst();

    assertEquals(
        "week,scope,waitingcount\r\n2026-W10,141,7\r\n2026-W10,142,0\r\n2026-W11,141,\r\n",
        new String(entry.attachments().getFirst().body(), StandardCharsets.UTF_8));
  }

  @Test
  void neverShowsATestAsARealWarning() throws IOException {
    var table =
        read(
            "warnings-archive",
            """
            [{"identifier":"w1","sender":"s","sent":"2026-11-01T10:00:00+01:00","status":"Actual","msgType":"Alert",
              "info":[{"language":"en","event":"Flood"},{"language":"de-DE","event":"Hochwasser","category":["Met"],"expires":"3021-01-01T00:00:00Z",
              "area":[{"areaDesc":"Musterstadt"}],"parameter":[{"valueName":"warnVerwaltungsbereiche","value":"130990000000,131"}]}]},
             {"identifier":"w2","status":"Test","info":[]}]
            """);

    assertEquals(List.of("Hochwasser"), column(table, "event"));
    assertEquals(List.of("-"), column(table, "expires"));
    assertEquals(List.of(List.of("130990000000", "131")), column(table, "regional_keys"));
    assertAccountedFor(table, 2, 1);
  }

  @Test
  void readsNoticesFromAFeed() throws IOException {
    var table =
        read(
            "notices",
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Bad</title>
            <item><guid>1</guid><title>Freibad geschlossen</title><description>&lt;b&gt;Heute&lt;/b&gt; zu</description>
            <pubDate>Mi, 03 Dez 2025 10:00:00 +0100</pubDate><link>https://musterstadt.example/1</link></item></channel></rss>
            """);

    assertEquals(List.of("Freibad geschlossen"), column(table, "title"));
    assertEquals(List.of("Heute zu"), column(table, "text"));
  }

  @Test
  void readsPlacesWithoutTheNamesOfThoseWhoKeepThem() throws IOException {
    var table =
        read(
            "places",
            """
            Bezeichnung;Plätze;Ausstattung;barrierefrei;Ansprechpartner
            Ratssaal;60;Beamer, Bühne;ja;Frau Muster
            """);

    assertEquals(List.of(60L), column(table, "seats"));
    assertEquals(List.of(List.of("Beamer", "Bühne")), column(table, "equipment"));
    assertFalse(table.toString().contains("Muster,"), table.toString());
    assertFalse(table.notes().warnings().toString().contains("Ansprech"), table.toString());
  }

  @Test
  void isSilentAboutContactsOfJobsThatItDropsOnPurpose() throws IOException {
    var table =
        read(
            "jobs",
            """
            id;title;applicationContact.name;Ansprechpartner
            1;Gärtnerin;Frau Muster;Herr Muster
            """);

    assertEquals(List.of("Gärtnerin"), column(table, "title"));
    assertFalse(table.notes().warnings().toString().contains("ontact"), table.toString());
    assertFalse(table.notes().warnings().toString().contains("Ansprech"), table.toString());
  }

  @Test
  void readsRealFilesOfTheseTypesCompletely() throws IOException {
    assertAccountedFor(real("wlan-list", "wlan/muenchen-wlan.json"), 171, 171);
    assertAccountedFor(real("open311", "open311/koeln-requests-2016.json"), 50, 50);
    assertAccountedFor(real("services", "townhall/muenchen-dienstleistungen.json"), 40, 40);
    assertEquals(2, real("events", "townhall/schemaorg-events.json").notes().rowsRead());
    assertTrue(real("appointments", "townhall/zms-waiting-report.json").rows().size() > 100);
    var herrenberg =
        ReadyTypes.read(
            "ocpi",
            ReadyTypes.town("Herrenberg", "08115021", "71083"),
            RealData.bytes("charging/ocpi-herrenberg.json"));
    assertEquals(30, herrenberg.notes().rowsRead());
    assertEquals(new BigDecimal("22"), column(herrenberg, "max_plug_power_kw").getFirst());
    assertFalse(herrenberg.rows().toString().contains("AVAILABLE"), "live status");
  }

  private static Table real(String type, String file) throws IOException {
    return ReadyTypes.read(type, TOWN, RealData.bytes(file));
  }
}
