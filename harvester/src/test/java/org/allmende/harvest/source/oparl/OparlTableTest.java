package org.allmende.harvest.source.oparl;

import static org.allmende.harvest.source.oparl.OparlTests.column;
import static org.allmende.harvest.source.oparl.OparlTests.require;
import static org.allmende.harvest.source.oparl.OparlTests.tablesOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.source.table.Row;
import org.junit.jupiter.api.Test;

class OparlTableTest {

  private static final String COUNCIL =
      """
      {"id": "b:1", "type": "https://schema.oparl.org/1.1/Body", "name": "Stadt",
       "license": "https://www.govdata.de/dl-de/zero-2-0",
       "organization": [
         {"id": "o:1", "type": "https://schema.oparl.org/1.1/Organization", "name": "Rat",
          "shortName": "R", "organizationType": "Gremium", "classification": "Rat",
          "startDate": "2024-07-01", "endDate": "2029-06-30T00:00:00+02:00", "location": "l:1",
          "modified": "2024-07-01T08:00:00+02:00"}],
       "meeting": [
         {"id": "m:1", "type": "https://schema.oparl.org/1.1/Meeting", "name": "1. Sitzung",
          "meetingState": "durchgeführt", "cancelled": false, "start": "2026-01-20T17:30:00+01:00",
          "organization": ["o:1", "o:unknown"], "modified": "2026-02-01T08:00:00+01:00",
          "location": {"id": "l:1", "description": "Rathaus", "room": "Saal"},
          "invitation": {"id": "f:1", "accessUrl": "https://a.example/e.pdf"},
          "agendaItem": [
            {"id": "a:1", "number": "1", "name": "Eröffnung", "public": true},
            {"id": "a:2", "number": "2", "name": "Haushalt", "public": true,
             "result": "beschlossen", "resolutionText": "Beschlossen ist …", "consultation": "c:1"},
            {"id": "a:3", "number": "N 3", "name": "Grundstück", "public": false,
             "result": "beschlossen"}]}],
       "paper": [
         {"id": "p:1", "type": "https://schema.oparl.org/1.1/Paper", "name": "Haushalt 2026",
          "reference": "2026/001", "date": "2026-01-07", "paperType": "Beschlussvorlage",
          "underDirectionOf": ["o:1"], "originatorPerson": ["person:1"],
          "mainFile": {"id": "f:2", "downloadUrl": "https://a.example/p.pdf"},
          "auxiliaryFile": [{"id": "f:3", "accessUrl": "https://a.example/3.pdf"}, {"id": "f:4"}],
          "consultation": [{"id": "c:1", "agendaItem": "a:2", "meeting": "m:1", "role": "Entscheidung"}]}],
       "person": [{"id": "person:1", "type": "https://schema.oparl.org/1.1/Person", "name": "X"}]}
      """;

  @Test
  void describesCommittees() throws IOException {
    var table = require(tablesOf(COUNCIL), "organizations");

    assertEquals(List.of("Rat"), column(table, "name"));
    assertEquals(List.of("Gremium"), column(table, "organization_type"));
    assertEquals(List.of(LocalDate.parse("2029-06-30")), column(table, "end_date"));
    assertEquals(List.of("Rathaus"), column(table, "location"));
    assertEquals(
        List.of("http://dcat-ap.de/def/licenses/dl-zero-de/2.0"), column(table, "license"));
  }

  @Test
  void describesMeetingsWithTheirPublicAgenda() throws IOException {
    var table = require(tablesOf(COUNCIL), "meetings");

    assertEquals(
        List.of(OffsetDateTime.parse("2026-01-20T17:30:00+01:00")), column(table, "start"));
    assertEquals(List.of(List.of("Rat")), column(table, "organizations"));
    assertEquals(List.of(false), column(table, "cancelled"));
    assertEquals(List.of(List.of("1 Eröffnung", "2 Haushalt")), column(table, "agenda"));
    assertEquals(List.of("https://a.example/e.pdf"), column(table, "invitation"));
    assertEquals(List.of("-"), column(table, "end"));
    assertEquals(Optional.of(Instant.parse("2026-02-01T07:00:00Z")), table.stateDate());
  }

  @Test
  void describesPapers() throws IOException {
    var table = require(tablesOf(COUNCIL), "papers");

    assertEquals(List.of("2026/001"), column(table, "reference"));
    assertEquals(List.of(List.of("Rat")), column(table, "under_direction_of"));
    assertEquals(List.of("https://a.example/p.pdf"), column(table, "main_file"));
    assertEquals(List.of(2L), column(table, "auxiliary_files"));
    assertEquals(List.of(1L), column(table, "consultations"));
    assertEquals(List.of(List.of("2026-01-20 Rat (Entscheidung)")), column(table, "consulted_in"));
    assertEquals(List.of(List.of("https://a.example/3.pdf")), column(table, "auxiliary_links"));
  }

  @Test
  void describesPublicAgendaItemsWithAResultAsDecisions() throws IOException {
    var table = require(tablesOf(COUNCIL), "agenda-items");

    assertEquals(List.of("Haushalt"), column(table, "name"));
    assertEquals(List.of("1. Sitzung"), column(table, "meeting"));
    assertEquals(List.of("2026/001"), column(table, "paper"));
    assertEquals(List.of(LocalDate.parse("2026-01-20")), column(table, "date"));
    assertEquals(3, table.notes().rowsRead());
    assertEquals(1, table.notes().rowsKept());
    assertEquals(2, table.notes().skipped().size());
  }

  @Test
  void publishesThePointOfAMeetingsPlaceWhicheverCoordinateComesFirst() throws IOException {
    var meeting =
        """
        {"id": "m:%d", "type": "https://schema.oparl.org/1.1/Meeting", "name": "S", "location":
          {"description": "Ratssaal", "geojson": {"type": "Feature", "geometry":
            {"type": "Point", "coordinates": [%s]}}}}
        """;
    var body =
        "{\"id\": \"b:1\", \"meeting\": [%s, %s]}"
            .formatted(
                meeting.formatted(1, "11.4148, 53.6294"), meeting.formatted(2, "53.6294, 11.4148"));

    var table = require(tablesOf(body), "meetings");

    assertEquals(List.of("ics", "csv", "json", "geojson"), table.outputs());
    for (var row : table.rows()) {
      assertEquals(Optional.of(new Row.Geometry("Point", "[11.4148,53.6294]")), row.geometry());
    }
  }

  @Test
  void neverNamesAPerson() throws IOException {
    for (var table : tablesOf(COUNCIL).values()) {
      assertFalse(table.toString().contains("person"), table.toString());
    }
  }

  @Test
  void takesTimesOfAnExportForNone() throws IOException {
    var papers = new StringBuilder();
    for (var i = 0; i < 10; i++) {
      papers.append(
          """
          {"id": "p:%d", "type": "https://schema.oparl.org/1.0/Paper", "name": "P",
           "modified": "2026-11-21T03:00:0%d+01:00"},
          """
              .formatted(i, i));
    }
    var body = "{\"id\": \"b:1\", \"paper\": [" + papers.toString().replaceAll(",\\s*$", "") + "]}";

    var table = require(tablesOf(body), "papers");

    assertEquals(Optional.empty(), table.stateDate());
    assertEquals("-", column(table, "modified").getFirst());
    assertTrue(table.notes().repairs().toString().contains("Export"));
  }
}
