package org.allmende.harvest.source.ready;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.RealData;
import org.allmende.harvest.SourceRecord.TableEntry;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.OutputFile;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;

class ElectionsTest {

  private static final Town TOWN = ReadyTypes.town("Musterstadt", "13099001", "19999");
  private static final String INDEX =
      """
      {"csvs":[{"wahl":"Wahl zum Deutschen Bundestag","ebene":"Gemeinde-Ergebnis","url":"a.csv"},
               {"wahl":"Wahl zum Deutschen Bundestag","ebene":"Wahlbezirke","url":"b.csv"}],
       "dateifelder":[{"name":"Wahl zum Deutschen Bundestag",
         "felder":[{"feld":"A","wert":"Wahlberechtigte insgesamt"},{"feld":"D","wert":"Gültige Erststimmen"},{"feld":"F","wert":"Gültige Zweitstimmen"},{"feld":"E","wert":"Ungültige Zweitstimmen"}],
         "parteien":[{"feld":"D1","wert":"Partei der Mitte"}]}]}
      """;
  private static final String HEAD =
      "datum;wahl;ags;gebiet-nr;gebiet-name;max-schnellmeldungen;anz-schnellmeldungen;A;B;C;D;E;F;D1;F1\n";

  private static List<TableEntry> read(String second) throws IOException {
    return ReadyTypes.read("elections", TOWN, "https://wahl.example/open_data.json", pages(second));
  }

  private static Given.Pages pages(String second) {
    return new Given.Pages()
        .with("https://wahl.example/open_data.json", "", INDEX)
        .with(
            "https://wahl.example/a.csv",
            "",
            HEAD
                + "26.09.2021;Wahl zum Deutschen"
                + " Bundestag;13099001;;Musterstadt;2;2;100;70;1;69;2;68;30;40\n")
        .with("https://wahl.example/b.csv", "", second);
  }

  private static String graph(TableEntry entry) throws Exception {
    var source = ReadyTypes.source("elections", "https://wahl.example/open_data.json");
    var format = SourceTypes.find("elections").orElseThrow().format();
    var files =
        List.of(
            new OutputFile("csv", "0".repeat(64), 1, 1),
            new OutputFile("original", "1".repeat(64), 1, 1));
    var submission = format.map(entry.withFiles(files), ReadyTypes.context(source, TOWN));
    return submission.description().graph().stream().toList().toString();
  }

  @Test
  void keepsTheFileAsItIsBesideTheLongForm() throws Exception {
    var second = HEAD + "26.09.2021;;13099001;1;Briefwahl;1;0;0;20;0;20;0;20;8;12\n";
    var entry = read(second).getLast();

    assertEquals("original", entry.attachments().getFirst().output());
    assertEquals(second, new String(entry.attachments().getFirst().body(), StandardCharsets.UTF_8));
    assertTrue(graph(entry).contains("(CSV, Originaldatei)"), graph(entry));
  }

  @Test
  void saysThatAFinalResultNeverChanges() throws Exception {
    var tables = read(HEAD + "26.09.2021;Wahl;13099001;1;Briefwahl;1;0;0;20;0;20;0;20;8;12\n");

    assertTrue(graph(tables.getFirst()).contains("frequency/NEVER"));
    assertFalse(graph(tables.getLast()).contains("frequency/NEVER"), "a district is missing");
  }

  @Test
  void publishesTheOtherFilesWhenOneHasNoResultsYetOrIsMissing() throws IOException {
    var empty = pages(HEAD);
    var tables = ReadyTypes.read("elections", TOWN, "https://wahl.example/open_data.json", empty);
    assertEquals(1, tables.size());
    assertEquals(Set.of("wahl-zum-deutschen-bundestag-wahlbezirke"), empty.notes().kept());
    assertTrue(empty.notes().warnings().toString().contains("b.csv"));

    var broken = pages("<html><title>Wartung</title></html>");
    var others = ReadyTypes.read("elections", TOWN, "https://wahl.example/open_data.json", broken);
    assertEquals(1, others.size());
    assertTrue(broken.notes().warnings().toString().contains("b.csv"));
  }

  @Test
  void makesATableInTheLongFormOfEachFileOfTheIndex() throws IOException {
    var tables = read(HEAD + "26.09.2021;;13099001;1;Briefwahl;1;0;0;20;0;20;0;20;8;12\n");

    assertEquals(2, tables.size());
    var town = tables.getFirst().table();
    assertEquals(8, town.rows().size());
    assertEquals(
        List.of("eligible", "voters", "invalid", "valid", "invalid", "valid", "votes", "votes"),
        column(town, "kind"));
    assertEquals(List.of("first", "second"), column(town, "vote").subList(6, 8));
    assertEquals("Partei der Mitte", column(town, "list").getLast());
    assertEquals(List.of(false), column(tables.getLast().table(), "complete").subList(0, 1));
  }

  @Test
  void describesTheElectionWithItsDayAndPattern() throws Exception {
    var entry = read(HEAD + "26.09.2021;;;1;x;1;1;1;1;0;1;0;1;1;1\n").getFirst();
    var source = ReadyTypes.source("elections", "https://wahl.example/open_data.json");
    var format = SourceTypes.find("elections").orElseThrow().format();
    var submission =
        format.map(
            entry.withFiles(List.of(new OutputFile("csv", "0".repeat(64), 1, 1))),
            ReadyTypes.context(source, TOWN));

    var graph = submission.description().graph();
    var titles = graph.find(Node.ANY, DCTerms.title.asNode(), Node.ANY).toList().toString();
    assertTrue(titles.contains("Wahl zum Deutschen Bundestag 2021 (Gemeinde-Ergebnis)"), titles);
    var patterns = graph.find(Node.ANY, DCTerms.references.asNode(), Node.ANY).toList().toString();
    assertTrue(patterns.contains("bundestagswahl"), patterns);
    assertEquals(1, graph.find(Node.ANY, DCTerms.temporal.asNode(), Node.ANY).toList().size());
  }

  @Test
  void saysThatAFileHasNoResultsYet() throws IOException {
    var empty = ReadyTypes.read("elections", TOWN, HEAD);

    assertEquals(0, empty.rows().size());
    assertTrue(empty.notes().warnings().toString().contains("Kopfzeile"), empty.notes().toString());
  }

  @Test
  void readsListsOfPersons() throws IOException {
    var csv =
        """
        datum;wahl;ags;gebiet-nr;gebiet-name;A;D1_unveraendert;D1;D1_1;D1_2
        15.03.2020;Wahl des Gemeinderats;13099001;0;Musterstadt;10;3;90;50;40
        """;
    var table = ReadyTypes.read("elections", TOWN, csv);

    assertEquals(List.of("-", "-", "-", 1L, 2L), column(table, "candidate_no"));
    assertEquals(List.of(10L, 3L, 90L, 50L, 40L), column(table, "votes"));
  }

  @Test
  void readsRealFilesCompletely() throws IOException {
    var folder = "elections/vaterstetten/";
    var districts =
        ReadyTypes.read("elections", TOWN, RealData.bytes(folder + "btw2021-wahlbezirke.csv"));
    assertEquals(27L * 62, districts.rows().size(), districts.notes().toString());
    var council =
        ReadyTypes.read("elections", TOWN, RealData.bytes(folder + "gemeinderat2020-gemeinde.csv"));
    assertEquals(200, council.rows().size(), council.notes().toString());
  }
}
