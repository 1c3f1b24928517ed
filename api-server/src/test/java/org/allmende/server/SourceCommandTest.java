package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCommandTest {

  private static final String TREES =
      """
      Baumkataster der Stadt;;;;;
      Stand: 01.05.2024;;;;;
      Baum-Nr;Art;Pflanzdatum;Höhe [m];PLZ;Rechtswert;Hochwert;Gefällt
      0017;Linde;03.04.1998;12,5;01067;411820,4;5655903,2;nein
      0018;Eiche;;8,25;01067;411830,4;5655913,2;ja
      0019;Ahorn;12.11.2003;;01069;411840,4;5655923,2;nein
      """;

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, arguments);
  }

  @Test
  void guessesHeaderKeyTypesPlacesAndTitle() throws IOException {
    var guessed = run("source", "guess", file("baum_kataster.csv", TREES).toString());

    assertEquals(0, guessed.exitCode(), guessed.err());
    for (var part :
        List.of(
            "format: csv",
            "select: {header: [\"Baum-Nr\", Art]}",
            "key: [\"Baum-Nr\"]",
            "{name: baum_nr, from: [\"Baum-Nr\"], type: string}",
            "{name: pflanzdatum, from: [Pflanzdatum], type: date}",
            "{name: hoehe, from: [\"Höhe [m]\"], type: number}",
            "{name: plz, from: [PLZ], type: postcode}",
            "{name: gefaellt, from: [Gefällt], type: boolean}",
            "geometry: {lon: [Rechtswert], lat: [Hochwert], crs: \"EPSG:25832\"}",
            "title: Baum Kataster")) {
      assertTrue(
          guessed
              .out()
              .replace("\"Baum-Nr\"", "Baum-Nr")
              .contains(part.replace("\"Baum-Nr\"", "Baum-Nr")),
          part + "\n" + guessed.out());
    }
  }

  @Test
  void showsWhatAProposalMakesOfTheFirstRows() throws IOException {
    var guessed = run("source", "guess", file("baum_kataster.csv", TREES).toString());
    var proposal = file("baum.yaml", guessed.out());
    var tried = run("source", "try", proposal.toString(), "--rows", "2", "--lang", "en");

    assertEquals(0, tried.exitCode(), tried.err());
    assertTrue(tried.out().contains("1998-04-03"), tried.out());
    assertTrue(tried.out().contains("12.5"), tried.out());
    assertTrue(tried.out().contains("Point ["), tried.out());
    assertTrue(tried.out().contains("Rows read: 2, kept: 2"), tried.out());
    assertFalse(Files.exists(folder.resolve("data")), "nothing is written");
  }

  @Test
  void runsItsOwnProposal() throws IOException {
    var guessed = run("source", "guess", file("baum_kataster.csv", TREES).toString());
    var settings = file("allmende.yaml", guessed.out());
    var harvested = run("harvest", "--config", settings.toString());

    assertEquals(0, harvested.exitCode(), harvested.out() + harvested.err());
    assertTrue(harvested.out().contains("3"), harvested.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nodes\": {\"a1\": {\"name\": \"A\", \"pos\": {\"lat\": 53.41, \"lon\": 11.2}}, \"b1\":"
            + " {\"name\": \"B\"}, \"c1\": {\"name\": \"C\"}}}",
        "{\"a\": 1, \"mac\": \"00:11\"}\n{\"a\": 2, \"mac\": \"00:12\"}\n",
        "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\":"
            + " {\"n\": \"x: y # z\"}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [11.2,"
            + " 53.4]}}]}",
        "<?xml version=\"1.0\"?><kml><Placemark><name>a</name></Placemark></kml>",
        "<gpx><wpt lat=\"53.4\" lon=\"11.2\"><name>a</name></wpt></gpx>",
        "<rss><channel><item><title>a</title><guid>1</guid></item></channel></rss>",
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:1
        DTSTART:20261124T180000
        SUMMARY:s
        END:VEVENT
        END:VCALENDAR
        """,
        "ja;true;no;~;1e5\n1;2;3;4;5\n"
      })
  void proposesWhatRunsForEveryKindOfList(String document) throws IOException {
    var guessed = run("source", "guess", file("liste", document).toString());
    assertEquals(0, guessed.exitCode(), guessed.err());
    var tried = run("source", "try", file("liste.yaml", guessed.out()).toString());
    assertEquals(0, tried.exitCode(), guessed.out() + tried.out() + tried.err());
  }

  @Test
  void proposesWhatRunsForRealLists() throws IOException {
    var shared = Path.of("../../shared/real-data");
    if (!Files.exists(shared)) {
      System.out.println("Skipped: no shared/real-data on this machine.");
    }
    Assumptions.assumeTrue(Files.exists(shared));
    for (var name :
        List.of(
            "municipal/muenster-mobilitaet.csv",
            "municipal/muenster-glascontainer.geojson",
            "charging/bnetza-2018-berlin.csv",
            "charging/bnetza-2022-koeln.csv",
            "charging/bnetza-2026-api.json",
            "wlan/meshviewer.json",
            "statistics/vaterstetten-einwohner.csv",
            "townhall/zms-waiting-report.json")) {
      var guessed = run("source", "guess", shared.resolve(name).toAbsolutePath().toString());
      assertEquals(0, guessed.exitCode(), name + guessed.err());
      var tried = run("source", "try", file("real.yaml", guessed.out()).toString());
      assertEquals(0, tried.exitCode(), name + guessed.out() + tried.err());
    }
  }

  @Test
  void showsWhatTheBoundaryLeavesOut() throws IOException {
    var boundary =
        file(
            "grenze.geojson",
            """
            {"type": "Feature", "properties": {"name": "Musterstadt", "ags": "13099001"}, "geometry": {"type": "Polygon",
             "coordinates": [[[11.1, 53.3], [11.3, 53.3], [11.3, 53.5], [11.1, 53.5], [11.1, 53.3]]]}}
            """);
    var data = folder.resolve("elsewhere").toString();
    assertEquals(0, run("gazetteer", "import", boundary.toString(), "--data", data).exitCode());
    var list = file("list.csv", "name;lat;lon\nBrunnen;53,4001;11,2001\nFern;52,5001;13,4001\n");
    var settings =
        file(
            "allmende.yaml",
            """
            catalog: {language: en}
            municipality: {name: Musterstadt, ags: "13099001"}
            sources:
              - {id: brunnen, format: csv, location: %s, mapping: {passthrough: true,
                 filter: {municipality: {point: [lat, lon]}}}}
            """
                .formatted(list));

    var tried = run("source", "try", settings.toString(), "--data", data, "--lang", "en");
    assertEquals(0, tried.exitCode(), tried.err());
    assertTrue(tried.out().contains("Rows read: 2, kept: 1"), tried.out());
    assertTrue(tried.out().contains("boundary of Musterstadt"), tried.out());
    assertTrue(tried.out().contains("line 3: [13.400100, 52.500100]"), tried.out());
  }

  @Test
  void triesAMappingFileOnWhatItIsToldTo() throws IOException {
    var mapping = file("m.mapping.yaml", "fields: [{ name: a }, { name: b, type: number }]\n");
    var list = file("list.csv", "a;b\n1;x\n2;\u001b[31m3\n");

    var alone = run("source", "try", mapping.toString());
    assertEquals(2, alone.exitCode());
    assertTrue(alone.err().contains("--location"), alone.err());
    var tried = run("source", "try", mapping.toString(), "--location", list.toString());
    assertEquals(0, tried.exitCode(), tried.err());
    assertTrue(
        tried.out().contains("erwartet wird eine Zahl") || tried.out().contains("Zahl"),
        tried.out());
    assertFalse(tried.out().contains("\u001b"), "no control characters reach the terminal");
  }

  @Test
  void namesTheNearestKeyAndTheLineOfAMistake() throws IOException {
    var mapping = file("m.mapping.yaml", "reader: csv\nfileds: [{ name: a }]\n");
    var tried = run("source", "try", mapping.toString(), "--location", mapping.toString());
    assertEquals(2, tried.exitCode());
    assertTrue(tried.err().contains("line 2"), tried.err());
    assertTrue(tried.err().contains("fields"), tried.err());
  }

  @Test
  void saysWhatIsNoList() throws IOException {
    var guessed =
        run("source", "guess", file("x.html", "<!doctype html><title>Hallo</title>").toString());
    assertEquals(1, guessed.exitCode());
    assertTrue(guessed.err().contains("HTML page"), guessed.err());
    assertEquals(2, run("source", "guess", folder.resolve("none").toString()).exitCode());
    assertEquals(1, run("source", "guess", file("e.csv", "a;b\n").toString()).exitCode());
  }

  @ParameterizedTest
  @CsvSource({
    "a.yml, 'title: Köln\nurl: https://a.example\n', YAML",
    "b.yaml, '- name: a\n  size: 3\n- name: b\n', YAML",
    "c.pdf, '%PDF-1.7\n1;2', PDF",
    "d.zip, 'PK\u0003\u0004\u0014 daten.csv 1;2', ZIP",
    "e.ttl, '@prefix dcat: <http://www.w3.org/ns/dcat#> .\n', format: dcat",
    "f.json, '{\"success\": true, \"result\": {\"results\": [{\"id\": 1}]}}', format: ckan",
    "g.json, '{\"id\": \"x\", \"type\": \"https://schema.oparl.org/1.1/System\"}', type: oparl",
    "h.csv, 'a\u0000;\u0000b\u0000', UTF-16"
  })
  void saysWhatItIsInsteadOfAListAndWhatToDo(String name, String content, String part)
      throws IOException {
    var guessed = run("source", "guess", file(name, content).toString());

    assertEquals(1, guessed.exitCode(), guessed.out());
    assertTrue(guessed.err().contains(part), guessed.err());
  }

  @Test
  void speaksTheLanguageThatIsAskedFor() throws IOException {
    var mapping = file("m.mapping.yaml", "fields: [{ name: a }, { name: b, type: number }]\n");
    var list = file("list.csv", "a;b\n1;x\n1;2;3\n");
    var tried =
        run("source", "try", mapping.toString(), "--location", list.toString(), "--lang", "en");

    assertTrue(tried.out().contains("expected a number"), tried.out());
    assertTrue(tried.out().contains("line 3: has 3 cells"), tried.out());
  }

  @Test
  void tellsOfATriedCatalogWhatCouldNotBeRead() throws IOException {
    var dump = file("dump.jsonl", "{\"id\": \"a\", \"resources\": []}\n{\"id\": \"b\", \"tit\n");
    var settings =
        file("allmende.yaml", "sources: [{id: x, format: ckan, location: \"%s\"}]".formatted(dump));
    var tried = run("source", "try", settings.toString(), "--lang", "en");

    assertTrue(tried.out().contains("line 2: is no valid JSON"), tried.out());
  }
}
