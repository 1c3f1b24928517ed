package org.allmende.harvest.source.ready;

import static org.allmende.harvest.Harvests.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.harvest.RealData;
import org.allmende.harvest.source.table.Column;
import org.allmende.harvest.source.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChargingRegisterTest {

  private static final Town TOWN = ReadyTypes.town("Musterstadt", "13099001", "19999");

  private static Table read(String csv) throws IOException {
    return ReadyTypes.read("charging-register", TOWN, csv);
  }

  @Test
  void readsTheFirstLayoutWithTheWholeAddressInOneCell() throws IOException {
    var table =
        read(
            """
            Betreiber;Standort;Längengrad [DG];Breitengrad [DG];Art der Ladeeinrichtung;Anzahl Ladepunkte;Steckertypen 1;P1 [kW];Steckertypen 2;P2 [kW];Steckertypen 3;P3 [kW];Steckertypen 4#;P4 [kW]
            Stadtwerke;Am Markt 3a, 19999 Musterstadt;11,2;53,4;Normalladeeinrichtung;2;AC Steckdose Typ 2, AC Schuko;22;AC Steckdose Typ 2;3,7;;;;
            Stadtwerke;Am Markt 3a 19999, Musterstadt;11,2;53,4;Normalladeeinrichtung;2;;;;;;;AC Kupplung Typ 2;43
            """);

    assertEquals(List.of("Am Markt", "Am Markt"), column(table, "street"));
    assertEquals(List.of("3a", "3a"), column(table, "house_no"));
    assertEquals(List.of("19999", "19999"), column(table, "postcode"));
    assertEquals(List.of("Musterstadt", "Musterstadt"), column(table, "place"));
    assertEquals(List.of("AC Typ 2 Steckdose", "AC Schuko"), column(table, "plugs").getFirst());
    assertEquals(new BigDecimal("43"), column(table, "max_plug_power_kw").getLast());
    assertEquals(List.of(), table.notes().warnings());
  }

  @Test
  void givesParallelDevicesKeysOfTheirOwnWhereTheRegisterHasNone() throws IOException {
    var row =
        "Stadtwerke;Am Markt;3;;19999;Musterstadt;53,4;11,2;22.07.21;44;2;AC Schuko;3,7;A1B2\n";
    var table =
        read(
            "Betreiber;Straße;Hausnummer;Adresszusatz;Postleitzahl;Ort;Breitengrad;Längengrad;"
                + "Inbetriebnahmedatum;Anschlussleistung;Anzahl Ladepunkte;Steckertypen1;P1 [kW];"
                + "Public Key1\n"
                + row
                + row);

    var key = table.rows().getFirst().key();
    assertEquals(key + "#2", table.rows().getLast().key());
    assertFalse(table.rows().toString().contains("A1B2"), "public keys are dropped");
    assertEquals(LocalDate.of(2021, 7, 22), column(table, "opened").getFirst());
  }

  @Test
  void readsNamesWithEntitiesAndNumbersThatStandForNothing() throws IOException {
    var table =
        read(
            """
            Letzte Aktualisierung vom: 01.03.2026;;;;;;
            Ladeeinrichtungs-ID;Betreiber;Straße;Hausnummer;Postleitzahl;Ort;Anzahl Ladepunkte
            7;"M&uuml;ller &amp; Co";Hafen;0;19999;Musterstadt;1
            """);

    assertEquals("Müller & Co", column(table, "operator").getFirst());
    assertEquals("-", column(table, "house_no").getFirst());
    assertTrue(table.stateDate().isPresent());
  }

  @Test
  void readsASingleByteEncoding() throws IOException {
    var csv =
        """
        Ladeeinrichtungs-ID;Betreiber;Straße;Postleitzahl;Ort;Anzahl Ladepunkte
        7;Stadtwerke;Süderstraße;19999;Musterstadt;1
        """;
    var table =
        ReadyTypes.read("charging-register", TOWN, csv.getBytes(Charset.forName("windows-1252")));

    assertEquals("Süderstraße", column(table, "street").getFirst());
    assertEquals("windows-1252", table.notes().encoding());
  }

  @Test
  void namesColumnsThatItDoesNotKnow() throws IOException {
    var table =
        read("Betreiber;Postleitzahl;Ort;Anzahl Ladepunkte;Dach\nS;19999;Musterstadt;1;ja\n");

    assertTrue(table.notes().warnings().getFirst().contains("Dach"), table.notes().toString());
  }

  @Test
  void choosesByTheBoundaryWhereItIsKnownAndByNamesWhereARowHasNoPosition(@TempDir Path folder)
      throws IOException {
    var boundary =
        """
        {"type":"Feature","properties":{"name":"Musterstadt","ags":"13099001"},"geometry":{"type":"Polygon",
          "coordinates":[[[11,53],[12,53],[12,54],[11,54],[11,53]]]}}
        """;
    var csv =
        """
        Betreiber;Postleitzahl;Ort;Breitengrad;Längengrad;Anzahl Ladepunkte
        innen;19998;Ortsteil;53,5;11,5;1
        außen;19999;Musterstadt;52,5;11,5;1
        ohne Lage;19999;Musterstadt;;;1
        vertauscht;19998;Ortsteil;11,5;53,5;1
        """;
    var table =
        ReadyTypes.readWithin(
            "charging-register", TOWN, folder, boundary, csv.getBytes(StandardCharsets.UTF_8));

    assertEquals(List.of("innen", "ohne Lage", "vertauscht"), column(table, "operator"));
    assertTrue(
        table.notes().filterRule().in("de").orElse("").contains("Grenze"),
        table.notes().filterRule()::toString);
  }

  @Test
  void refusesADocumentThatIsAWebPage() {
    var failure =
        assertThrows(IOException.class, () -> read("<html><title>Wartung</title></html>"));

    assertTrue(String.valueOf(failure.getMessage()).contains("Wartung"), failure.getMessage());
  }

  @Test
  void makesTheSameColumnsOfAllRealVintages() throws IOException {
    var berlin = real("charging/bnetza-2018-berlin.csv", ReadyTypes.BERLIN);
    var names = berlin.columns().stream().map(Column::name).toList();

    for (var file :
        List.of(
            "charging/bnetza-2022-koeln.csv",
            "charging/muenster-2022.csv",
            "charging/bnetza-2026-02-utf8bom.csv",
            "charging/bnetza-2026-api.json")) {
      var table = real(file, ReadyTypes.BERLIN);
      assertEquals(names, table.columns().stream().map(Column::name).toList(), file);
      assertFalse(table.notes().warnings().toString().contains("Spalte"), table.notes().toString());
    }
  }

  @Test
  void keepsTheRowsOfTheTownInRealFiles() throws IOException {
    var berlin = real("charging/bnetza-2018-berlin.csv", ReadyTypes.BERLIN);
    assertEquals(330, berlin.notes().rowsRead());
    assertEquals(LocalDate.of(2009, 7, 14), column(berlin, "opened").getFirst());
    assertEquals("Boyenstr.", column(berlin, "street").getFirst());

    var heroldstatt = real("charging/bnetza-2026-02-utf8bom.csv", ReadyTypes.HEROLDSTATT);
    assertEquals(19, heroldstatt.notes().rowsRead());
    assertEquals("DEAEWE002501", first(heroldstatt, "evse_ids"));
    assertEquals("24/7", column(heroldstatt, "opening_hours").getFirst());

    var duesseldorf = real("charging/bnetza-2026-api.json", ReadyTypes.DUESSELDORF);
    assertEquals(918, duesseldorf.notes().rowsRead());
    assertEquals(2L, column(duesseldorf, "charge_points").getFirst());
    assertEquals(
        List.of("AC Typ 2 Steckdose", "AC Schuko"), column(duesseldorf, "plugs").getFirst());
  }

  private static Object first(Table table, String list) {
    return ((List<?>) column(table, list).getFirst()).getFirst();
  }

  private static Table real(String file, Town town) throws IOException {
    return ReadyTypes.read("charging-register", town, RealData.bytes(file));
  }
}
