package org.allmende.harvest.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerTest {

  /** A square of 0.2 degrees around Hagenow, with a hole in its middle. */
  private static final String SQUARE =
      """
      {"type":"Feature","properties":{"name":"Hagenow","ags":"13076060"},"geometry":{"type":"Polygon","coordinates":[
        [[11.1,53.3],[11.3,53.3],[11.3,53.5],[11.1,53.5],[11.1,53.3]],
        [[11.19,53.39],[11.21,53.39],[11.21,53.41],[11.19,53.41],[11.19,53.39]]]}}
      """;

  @TempDir private Path directory;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private Gazetteer gazetteer() {
    return Gazetteer.in(directory.resolve("data"));
  }

  @Test
  void findsABoundaryByKeyNamePostcodeAndPoint() throws IOException {
    gazetteer().importFile(file("grenze.geojson", SQUARE));

    var again = gazetteer();
    var town = new Town("Hagenow", "13076060", Optional.of("130760060060"), List.of("19230"));
    assertEquals("Hagenow", again.boundaryOf(town).orElseThrow().name());
    assertEquals(1, again.findByName("Hagenow, Stadt").size());
    assertEquals(1, again.findByPostcode("19230").size());
    assertEquals(1, again.findByPoint(11.15, 53.35).size());
    assertEquals(List.of(), again.findByPoint(12, 53.35));
    assertEquals(Optional.empty(), again.findByKey("13076061"));
  }

  @Test
  void leavesHolesOutAndDoubtsWhatIsNear() throws IOException {
    gazetteer().importFile(file("grenze.geojson", SQUARE));
    var line = gazetteer().findByKey("13076060").orElseThrow();

    assertTrue(line.contains(11.15, 53.35));
    assertFalse(line.contains(11.2, 53.4), "in the hole");
    assertFalse(line.contains(11.302, 53.4), "130 m east of the line");
    assertTrue(line.isNear(11.302, 53.4));
    assertFalse(line.isNear(11.305, 53.4), "330 m east of the line");
  }

  @Test
  void joinsThePiecesOfARelationToRings() throws IOException {
    var overpass =
        """
        {"elements":[{"type":"relation","id":7,"tags":{"name":"Ort","de:amtlicher_gemeindeschluessel":"1051011"},"members":[
          {"type":"way","role":"outer","geometry":[{"lon":9,"lat":54},{"lon":9.1,"lat":54}]},
          {"type":"way","role":"outer","geometry":[{"lon":9,"lat":54.1},{"lon":9,"lat":54}]},
          {"type":"way","role":"outer","geometry":[{"lon":9.1,"lat":54},{"lon":9.1,"lat":54.1},{"lon":9,"lat":54.1}]}]}]}
        """;
    gazetteer().importFile(file("antwort.json", overpass));

    // The key had lost its zero.
    assertTrue(gazetteer().findByKey("01051011").orElseThrow().contains(9.05, 54.05));
  }

  @Test
  void saysWhereALineHasAGap() throws IOException {
    var overpass =
        """
        {"elements":[{"type":"relation","id":7,"tags":{"name":"Ort"},"members":[
          {"type":"way","role":"outer","geometry":[{"lon":9,"lat":54},{"lon":9.1,"lat":54}]}]}]}
        """;
    var file = file("antwort.json", overpass);

    var failure = assertThrows(BoundaryException.class, () -> gazetteer().importFile(file));
    assertTrue(String.valueOf(failure.getMessage()).contains("relation 7"), failure.getMessage());
    assertTrue(String.valueOf(failure.getMessage()).contains("9.1, 54"), failure.getMessage());
  }

  @Test
  void refusesFilesWithoutABoundary() throws IOException {
    for (var content :
        List.of(
            "",
            "{}",
            "kein JSON",
            "{\"type\":\"Point\",\"coordinates\":[9,54]}",
            SQUARE.replace("\"ags\":\"13076060\"", "\"a\":1").replace("Hagenow", "Nirgendwo"),
            SQUARE.replace("11.1,53.3", "453000,5930000"))) {
      var file = file("falsch.json", content);
      assertThrows(IOException.class, () -> gazetteer().importFile(file), content);
    }
  }

  @Test
  void knowsTheMunicipalitiesThatShareAPostcode() throws IOException {
    assertTrue(gazetteer().municipalities("19230").size() > 2, "all with their seat there");

    var table = file("plz.csv", "plz,ags\n19230,13076060\n19230,13076005\n1067,14612000\n");
    assertEquals(3, gazetteer().importFile(table).postcodes());
    assertEquals(2, gazetteer().municipalities("19230").size());
    assertEquals(List.of("01067"), gazetteer().postcodesOf("14612000"));
  }

  @Test
  void closesTheRealDistrictAroundHagenow() throws IOException {
    RealData.bytes("osm/overpass-ludwigslust-parchim.json");
    var file = directory.resolve("kreis.json");
    Files.write(file, RealData.bytes("osm/overpass-ludwigslust-parchim.json"));
    gazetteer().importFile(file);

    var district = gazetteer().findByKey("13076").orElseThrow();
    assertTrue(district.contains(11.193, 53.432));
    assertFalse(district.contains(11.41, 53.63), "Schwerin is no part of it");
  }
}
