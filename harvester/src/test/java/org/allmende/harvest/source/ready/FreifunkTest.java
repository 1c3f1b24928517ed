package org.allmende.harvest.source.ready;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.RealData;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreifunkTest {

  private static final Town TOWN = ReadyTypes.town("Musterstadt", "13099001", "19999");

  private static Table read(String json) throws IOException {
    return ReadyTypes.read("freifunk", TOWN, json);
  }

  @Test
  void readsAllFiveFormatsOfNodeLists() throws IOException {
    for (var json :
        List.of(
            """
            {"version":"1.0.0","updated_at":"2026-11-20T10:00:00","nodes":[{"id":"a","name":"Rathaus","node_type":"AccessPoint",
              "position":{"lat":53.4,"long":11.2},"status":{"online":true,"clients":3,"lastcontact":"2026-11-20T09:00:00"}}]}
            """,
            """
            {"timestamp":"2026-11-20T10:00:00+0100","nodes":[{"node_id":"a","hostname":"Rathaus","location":{"latitude":53.4,"longitude":11.2},
              "is_online":true,"is_gateway":false,"lastseen":"2026-11-20T09:00:00+0100","addresses":["fd00::1"]}],"links":[]}
            """,
            """
            {"version":2,"timestamp":"2026-11-20T10:00:00","nodes":[{"nodeinfo":{"node_id":"a","hostname":"Rathaus",
              "location":{"latitude":53.4,"longitude":11.2},"owner":{"contact":"me@example.org"},"network":{"mac":"aa:bb"},
              "system":{"role":"node"}},"flags":{"online":true,"gateway":false},"lastseen":"2026-11-20T09:00:00"}]}
            """,
            """
            {"version":1,"timestamp":"2026-11-20T10:00:00","nodes":{"a":{"nodeinfo":{"node_id":"a","hostname":"Rathaus",
              "location":{"latitude":53.4,"longitude":11.2}},"flags":{"online":true,"gateway":false}}}}
            """,
            """
            {"nodes":[{"id":"a","name":"Rathaus","geo":[53.4,11.2],"flags":{"online":true,"client":false,"gateway":false},"macs":"aa:bb, cc:dd"}],"links":[]}
            """)) {
      var table = read(json);
      assertEquals(List.of("a"), column(table, "id"), json);
      assertEquals(List.of("Rathaus"), column(table, "name"), json);
      assertEquals(List.of(true), column(table, "online"), json + table.notes() + table.rows());
      assertEquals("[11.2,53.4]", table.rows().getFirst().geometry().orElseThrow().coordinates());
      var all = table.rows() + " " + table.notes();
      assertFalse(all.contains("aa:bb") || all.contains("me@") || all.contains("fd00"), all);
    }
  }

  @Test
  void leavesOutGatewaysOldNodesAndThoseWithoutAPosition() throws IOException {
    var table =
        read(
            """
            {"timestamp":"2026-11-20T10:00:00","nodes":[
              {"id":"gut","position":{"lat":53.4,"long":11.2}},
              {"id":"ortlos"},
              {"id":"alt","position":{"lat":53.4,"long":11.2},"status":{"lastcontact":"2026-10-01T00:00:00"}},
              {"node_id":"tor","location":{"latitude":53.4,"longitude":11.2},"is_gateway":true},
              {"nodeinfo":{"node_id":"server","location":{"latitude":53.4,"longitude":11.2},"system":{"role":"server"}}},
              {"id":"gut","position":{"lat":53.4,"long":11.2}},
              17]}
            """);

    assertEquals(List.of("gut"), column(table, "id"));
    assertEquals(7, table.notes().rowsRead());
    assertEquals(6, table.notes().skipped().size());
    assertTrue(table.notes().warnings().toString().contains("gazetteer import"), "no boundary");
  }

  @Test
  void followsTheDirectoryToTheTownsListsAndToleratesDeadOnes() throws IOException {
    var pages =
        new Given.Pages()
            .with(
                ReadyTypes.LOCATION,
                "",
                """
                {"musterstadt":"https://quelle.example/api.json","anderswo":"https://quelle.example/nein.json"}
                """)
            .with(
                "https://quelle.example/api.json",
                "",
                """
                {"name":"Freifunk Musterstadt","api":"0.5.2","location":{"city":"Musterstadt"},"nodeMaps":[
                  {"url":"https://quelle.example/tot.json","technicalType":"nodelist"},
                  {"url":"nodes.json","technicalType":"meshviewer"},
                  {"url":"https://quelle.example/karte","mapType":"geographical"}]}
                """)
            .with(
                "https://quelle.example/nodes.json",
                "",
                """
                {"nodes":[{"node_id":"a","location":{"latitude":53.4,"longitude":11.2}}]}
                """);
    var tables = ReadyTypes.read("freifunk", TOWN, ReadyTypes.LOCATION, pages);

    assertEquals(1, tables.getFirst().table().rows().size());
    assertEquals(1, pages.notes().warnings().size(), "the dead list is told");
  }

  @Test
  void takesABrokenListAsItLastCame(@TempDir Path temp) throws IOException {
    var good =
        "{\"nodes\":[{\"node_id\":\"b\",\"location\":{\"latitude\":53.4,\"longitude\":11.2}}]}";
    assertEquals(List.of("a", "b"), column(run(temp, good), "id"));

    for (var broken : List.of("{\"nodes\":[{\"node_id\":", "<html></html>")) {
      assertEquals(List.of("a", "b"), column(run(temp, broken), "id"), broken);
    }
  }

  /** A run over a community with two lists, the second of which is as given. */
  private static Table run(Path temp, String second) throws IOException {
    var first =
        "{\"nodes\":[{\"node_id\":\"a\",\"location\":{\"latitude\":53.4,\"longitude\":11.2}}]}";
    var pages =
        new Given.Pages()
            .with(
                ReadyTypes.LOCATION,
                "",
                """
                {"api":"0.5.2","nodeMaps":[{"url":"https://quelle.example/1.json","technicalType":"nodelist"},
                  {"url":"https://quelle.example/2.json","technicalType":"nodelist"}]}
                """)
            .with("https://quelle.example/1.json", "", first)
            .with("https://quelle.example/2.json", "", second);
    var source = ReadyTypes.source("freifunk", ReadyTypes.LOCATION);
    var copies = RawCopies.in(temp);
    var context = ReadyTypes.context(source, TOWN).withCopy(copies.find(source.id()));
    var format = SourceTypes.find("freifunk").orElseThrow().format();
    try (var recorder = copies.record(source.id(), pages);
        var records = format.open(source, context, recorder)) {
      var table = ((SourceRecord.TableEntry) records.toList().getFirst()).table();
      recorder.keep(Harvests.NOW);
      return table;
    }
  }

  @Test
  void refusesBrokenAndForeignDocuments() {
    for (var json : List.of("{\"nodes\":[{\"id\":", "{\"a\":1}", "<html></html>", "[]x", "")) {
      assertThrows(IOException.class, () -> read(json), json);
    }
  }

  @Test
  void keepsTheRealNodesOfDresdenByTheRules() throws IOException {
    var table =
        ReadyTypes.read(
            "freifunk",
            ReadyTypes.town("Dresden", "14612000", "01067"),
            RealData.bytes("wlan/freifunk-dresden-nodes.json"));

    assertEquals(867, table.notes().rowsRead());
    assertEquals(table.rows().size(), table.notes().rowsKept());
    assertEquals(443, table.rows().size(), table.notes().toString());
    assertTrue(table.rows().stream().filter(row -> row.geometry().isPresent()).count() > 430);
    assertFalse(table.toString().contains("@example.org"), "owners' contacts");
  }
}
