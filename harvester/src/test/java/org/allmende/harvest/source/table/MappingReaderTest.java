package org.allmende.harvest.source.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.junit.jupiter.api.Test;

class MappingReaderTest {

  private static List<String> problems(String yaml) {
    var problems = new SettingsProblems();
    var node = SettingsNode.parse(yaml, "trees.mapping.yaml", Map.of(), problems);
    MappingReader.from(node);
    node.done();
    return problems.all();
  }

  @Test
  void readsTheExampleOfTheSpecification() {
    var mapping =
        Harvests.mapping(
            """
            reader: csv
            select: { header: [Betreiber, Ort] }
            key: [Ladeeinrichtungs-ID]
            filter: { municipality: { point: [Breitengrad, Längengrad], postcode: Postleitzahl, place: Ort } }
            fields:
              - { name: operator, from: [Betreiber], type: string, required: true }
              - { name: opened, from: [Inbetriebnahmedatum], type: date, format: [dd.MM.yyyy, dd.MM.yy] }
              - { name: status, from: [Status], type: enum, values: { In Betrieb: in-use }, other: keep }
            geometry: { lon: [Längengrad], lat: [Breitengrad], crs: "EPSG:4326" }
            drop: [Public Key1]
            outputs: [csv, geojson, json]
            """);

    assertEquals(List.of("Betreiber", "Ort"), mapping.header());
    assertEquals(List.of("Postleitzahl"), mapping.filter().orElseThrow().postcode());
    assertEquals(Column.Type.DATE, mapping.fields().get(1).type());
    assertTrue(mapping.fields().get(2).keepOthers());
    assertEquals(Map.of("In Betrieb", "in-use"), mapping.fields().get(2).values());
    assertEquals(List.of("csv", "geojson", "json"), mapping.outputs());
  }

  @Test
  void takesTheKeyWordHashForAHashOfAllColumns() {
    assertEquals(List.of(), Harvests.mapping("key: hash\nfields: [{ name: a }]").key());
  }

  @Test
  void namesLineAndNearestKeyOfAnUnknownOne() {
    assertEquals(
        List.of("trees.mapping.yaml, line 2: unknown key \"requird\". Did you mean \"required\"?"),
        problems("fields:\n  - { name: a, requird: true }\n"));
  }

  @Test
  void namesTheNearestType() {
    assertEquals(
        List.of(
            "trees.mapping.yaml, line 1: type: unknown type \"numbr\". Did you mean \"number\"?"),
        problems("fields: [{ name: a, type: numbr }]"));
  }

  @Test
  void refusesAColumnWithPersonalData() {
    assertEquals(
        List.of(
            "trees.mapping.yaml, line 1: from: the column \"nodeinfo.owner.contact\" holds personal"
                + " or secret data and is never published. Take it out"),
        problems("fields: [{ name: contact, from: [nodeinfo.owner.contact] }]"));
  }

  @Test
  void refusesACoordinateSystemThatItCannotConvert() {
    var problems = problems("geometry: { lon: x, lat: y, crs: \"EPSG:2154\" }");
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().contains("EPSG:25833"), problems.getFirst());
  }

  @Test
  void wantsPostcodeAndPlaceTogether() {
    var problems = problems("filter: { municipality: { postcode: PLZ } }");
    assertTrue(problems.getFirst().contains("\"place\" together"), problems.getFirst());
  }

  @Test
  void saysWhereAMissingFileWasLookedFor() {
    var problems = new SettingsProblems();
    MappingReader.read(Path.of("nowhere/trees.mapping.yaml"), Map.of(), problems);
    assertTrue(problems.all().getFirst().contains("nowhere"), problems.all().toString());
  }
}
