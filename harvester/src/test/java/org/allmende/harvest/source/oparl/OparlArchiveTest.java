package org.allmende.harvest.source.oparl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.allmende.harvest.source.table.NoteTexts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OparlArchiveTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @AutoClose private OparlArchive archive;

  @BeforeEach
  void open() throws IOException {
    archive = new OparlArchive(NoteTexts.in("en"));
  }

  @Test
  void givesObjectsInTheOrderInWhichTheyCameHoweverManyThereAre() throws IOException {
    for (int n = 0; n < 3_000; n++) {
      add("{'id': 'https://rat.example/paper/%d', 'name': '%s'}".formatted(n, "ä".repeat(50)));
    }
    assertEquals(
        IntStream.range(0, 3_000).mapToObj(n -> "https://rat.example/paper/" + n).toList(), ids());
    assertEquals(3_000, archive.read("Paper"));
  }

  @Test
  void keepsOfTheSameObjectTheOneThatSaysMostInItsPlace() throws IOException {
    add("{'id': 'https://rat.example/paper/1'}");
    add("{'id': 'https://rat.example/paper/2'}");
    add("{'id': 'https://rat.example/paper/1', 'name': 'Turnhalle', 'reference': '1'}");
    add("{'id': 'https://rat.example/paper/1', 'name': 'kurz'}");
    assertEquals(List.of("https://rat.example/paper/1", "https://rat.example/paper/2"), ids());
    var paper = archive.find("Paper", "https://rat.example/paper/1").orElseThrow();
    assertEquals("Turnhalle", paper.path("name").textValue());
    assertEquals(2, archive.read("Paper"));
  }

  @Test
  void findsAnObjectUnderAnotherSpellingOfItsAddress() throws IOException {
    add("{'id': 'https://rat.example/files//rim/1/'}");
    assertTrue(archive.has("Paper", "http://rat.example/files/rim/1"));
    assertFalse(archive.has("Meeting", "http://rat.example/files/rim/1"));
    assertTrue(archive.misses("Paper", JSON.readTree("\"https://rat.example/files/rim/2\"")));
  }

  @Test
  void renewsAnObjectTogetherWithItsParts() throws IOException {
    add(
        "{'id': 'https://rat.example/paper/1', 'consultation':"
            + " [{'id': 'https://rat.example/c/1'}, {'id': 'https://rat.example/c/2'}]}");
    assertEquals(2, archive.parts("Consultation", "https://rat.example/paper/1").size());
    archive.renew(
        json(
            "{'id': 'https://rat.example/paper/1', 'consultation':"
                + " [{'id': 'https://rat.example/c/2'}]}"),
        "Paper",
        "a list");
    var parts = archive.parts("Consultation", "https://rat.example/paper/1");
    assertEquals(List.of("https://rat.example/c/2"), parts.stream().map(this::id).toList());
    assertFalse(archive.has("Consultation", "https://rat.example/c/1"));
    assertEquals(1, archive.read("Consultation"));
  }

  @Test
  void takesAConsultationInsideAnItemForNoneAboutTheItem() throws IOException {
    archive.add(
        json(
            "{'id': 'https://rat.example/m/1', 'agendaItem': [{'id': 'https://rat.example/i/1',"
                + " 'consultation': {'id': 'https://rat.example/c/1', 'role': 'Vorberatung'}}]}"),
        "Meeting",
        "a list");

    var item = archive.find("AgendaItem", "https://rat.example/i/1").orElseThrow();
    var consultation = archive.find("Consultation", "https://rat.example/c/1").orElseThrow();
    assertEquals("https://rat.example/m/1", item.path("meeting").asText());
    assertFalse(consultation.has("paper"));
  }

  @Test
  void takesTextThatIsNoProperUnicode() throws IOException {
    add("{'id': 'https://rat.example/paper/1', 'name': 'halb \\ud83d und \\u0000'}");
    var paper = archive.find("Paper", "https://rat.example/paper/1").orElseThrow();
    assertEquals("halb \ud83d und \u0000", paper.path("name").textValue());
  }

  private void add(String paper) throws IOException {
    assertTrue(archive.add(json(paper), "Paper", "a list"));
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private List<String> ids() {
    return archive.all("Paper").map(this::id).toList();
  }

  private String id(JsonNode object) {
    return OparlJson.text(object, "id").orElseThrow();
  }
}
