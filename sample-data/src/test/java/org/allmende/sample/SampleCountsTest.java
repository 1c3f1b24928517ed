package org.allmende.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The numbers in {@link Samples}, counted in the files. */
class SampleCountsTest {

  @Test
  void countsTheHotspots() throws IOException {
    assertEquals(Samples.HOTSPOT_ROWS, Town.json("wlan/hotspots.geojson").get("features").size());
  }

  @Test
  void countsTheNodesAndThoseWithAPosition() throws IOException {
    var nodes = Town.json("wlan/nodes.json").get("nodes");

    assertEquals(Samples.NODE_ROWS_READ, nodes.size());
    assertEquals(Samples.NODE_ROWS, stream(nodes).filter(SampleCountsTest::hasPosition).count());
    assertTrue(
        stream(nodes).filter(SampleCountsTest::hasPosition).noneMatch(SampleCountsTest::isGateway));
  }

  @Test
  void countsTheSurveyAndFindsNoCellBelowFive() throws IOException {
    var rows = Town.csv("survey/result.csv");
    var body = rows.subList(1, rows.size());

    assertEquals(Samples.SURVEY_ROWS, body.size());
    assertEquals(
        Samples.SURVEY_ROWS,
        new HashSet<>(body.stream().map(SampleCountsTest::surveyKey).toList()).size());
    assertTrue(body.stream().allMatch(row -> Integer.parseInt(row.get(4)) >= 5));
  }

  @Test
  void countsTheObjectsOfTheCouncilSystem() throws IOException {
    assertEquals(Samples.ORGANIZATION_ROWS, oparl("Organization").size());
    assertEquals(Samples.MEETING_ROWS, oparl("Meeting").size());
    assertEquals(Samples.PAPER_ROWS, oparl("Paper").size());
    assertEquals(
        Samples.AGENDA_ITEM_ROWS,
        oparl("Meeting").stream()
            .flatMap(meeting -> stream(meeting.get("agendaItem")))
            .filter(item -> item.has("result"))
            .count());
  }

  @Test
  void joinsEveryConsultationToAnAgendaItemOfItsMeeting() throws IOException {
    var agenda = new HashSet<List<String>>();
    for (JsonNode meeting : oparl("Meeting")) {
      stream(meeting.get("agendaItem"))
          .forEach(
              item ->
                  agenda.add(
                      List.of(text(meeting, "id"), text(item, "id"), text(item, "consultation"))));
    }

    for (JsonNode paper : oparl("Paper")) {
      for (JsonNode consultation : paper.path("consultation")) {
        var key =
            List.of(
                text(consultation, "meeting"),
                text(consultation, "agendaItem"),
                text(consultation, "id"));
        assertTrue(agenda.contains(key), key.toString());
      }
    }
  }

  @Test
  void namesNoPersons() throws IOException {
    assertEquals(List.of(), oparl("Person"));
    for (var file : Town.files(".json")) {
      assertFalse(Town.json(file).toString().contains("originatorPerson"), file.toString());
    }
  }

  /** All living objects of a type, from list pages, arrays and single objects alike. */
  private static List<JsonNode> oparl(String type) throws IOException {
    var found = new ArrayList<JsonNode>();
    for (var file : Town.files(".json")) {
      if (file.startsWith(Town.FOLDER.resolve("oparl"))) {
        var json = Town.json(file);
        var objects = json.isArray() ? json : json.has("data") ? json.get("data") : List.of(json);
        objects.forEach(found::add);
      }
    }
    return found.stream()
        .filter(object -> text(object, "type").equals("https://schema.oparl.org/1.1/" + type))
        .filter(object -> !object.path("deleted").asBoolean())
        .toList();
  }

  private static boolean hasPosition(JsonNode node) {
    var location = node.path("nodeinfo").path("location");
    return location.has("latitude") && location.has("longitude");
  }

  private static boolean isGateway(JsonNode node) {
    return node.path("flags").path("gateway").asBoolean();
  }

  private static List<String> surveyKey(CSVRecord row) {
    return List.of(row.get(0), row.get(2), row.get(3));
  }

  private static String text(JsonNode object, String name) {
    return object.path(name).asText("");
  }

  private static Stream<JsonNode> stream(Iterable<JsonNode> nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
