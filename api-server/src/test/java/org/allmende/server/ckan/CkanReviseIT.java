package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code package_revise}: what must be there, what goes, what comes, what is shown (8.2). */
class CkanReviseIT extends EditedSite {

  @BeforeEach
  void open() {
    editor.result(
        "package_create",
        """
        {'name': 'baeume', 'notes': 'Alle.', 'owner_org': 'stadt-anderswo',
         'resources': [{'url': 'https://x.example/a.csv', 'name': 'A', 'description': 'alt'},
                       {'url': 'https://x.example/b.csv', 'name': 'B'}]}
        """);
  }

  @Test
  void whatIsMergedInLeavesTheRest() {
    var revised =
        editor.result(
            "package_revise",
            """
            {'match': {'name': 'baeume', 'notes': 'Alle.'},
             'update': {'title': 'Neu', 'resources': [{'name': 'A2'}]}}
            """);
    assertEquals("Neu", revised.at("/package/title").asText());
    assertEquals("A2", revised.at("/package/resources/0/name").asText());
    assertEquals("alt", revised.at("/package/resources/0/description").asText());
    assertEquals("B", revised.at("/package/resources/1/name").asText());
  }

  @Test
  void whatDoesNotMatchIsNamedByItsPath() {
    assertEquals(
        "409 {'match':['notes','resources__1__name']}",
        editor.error(
            "package_revise",
            "{'match': {'name': 'baeume', 'notes': 'x'}, 'match__resources__1__name': 'C'}"));
    assertEquals(
        "409 {'match__id':['Missing value']}",
        editor.error("package_revise", "{'update': {'title': 'x'}}"));
  }

  @Test
  void aResourceIsMeantByIndexFromTheEndOrTheBeginningOfItsId() {
    var first = editor.show("baeume").at("/resources/0/id").asText().substring(0, 6);
    var revised =
        editor.result(
            "package_revise",
            "{'match__name': 'baeume', 'update__resources__-1__name': 'letzte',"
                + " 'update__resources__"
                + first
                + "__name': 'erste'}");
    assertEquals("erste", revised.at("/package/resources/0/name").asText());
    assertEquals("letzte", revised.at("/package/resources/1/name").asText());
    assertEquals(
        409,
        editor
            .post(
                "package_revise",
                "{'match__name': 'baeume', 'update__resources__7__name': 'nirgends'}")
            .statusCode());
  }

  @Test
  void aListIsExtended() {
    var revised =
        editor.result(
            "package_revise",
            "{'match__name': 'baeume',"
                + " 'update__resources__extend': [{'url': 'https://x.example/c.csv'}]}");
    assertEquals(3, revised.at("/package/resources").size());
    assertEquals("https://x.example/c.csv", revised.at("/package/resources/2/url").asText());
  }

  @Test
  void aFilterTakesAwayWhatItsFirstFittingPatternSays() {
    var revised =
        editor.result(
            "package_revise",
            "{'match__name': 'baeume', 'filter': '-resources__0__description,-notes'}");
    assertTrue(revised.at("/package/notes").isNull());
    assertTrue(revised.at("/package/resources/0/description").isNull());
    assertEquals("A", revised.at("/package/resources/0/name").asText());
    var first =
        editor.result(
            "package_revise",
            "{'match__name': 'baeume', 'filter': ['+resources__1', '-resources__*']}");
    assertEquals(1, first.at("/package/resources").size());
    assertEquals("B", first.at("/package/resources/0/name").asText());
  }

  @Test
  void theAnswerShowsWhatIsAskedFor() {
    var revised =
        editor.result(
            "package_revise",
            "{'match__name': 'baeume', 'include': '+name,+resources__0__name,-*'}");
    assertEquals(
        "{'name':'baeume','resources':[{'name':'A'}]}",
        revised.path("package").toString().replace('"', '\''));
  }

  @Test
  void aFileComesWithIt() {
    var body =
        """
        --B\r
        Content-Disposition: form-data; name="match"\r
        \r
        {"name": "baeume"}\r
        --B\r
        Content-Disposition: form-data; name="update__resources__0__upload"; filename="n.csv"\r
        \r
        neu\r
        --B--\r
        """;
    var answer =
        editor.send(
            "package_revise", "multipart/form-data; boundary=B", BodyPublishers.ofString(body));
    var resource = ApiClient.result(answer).at("/package/resources/0");
    assertEquals("upload", resource.path("url_type").asText());
    assertEquals(3, resource.path("size").asInt());
    assertFalse(resource.path("hash").asText().isEmpty());
  }
}
