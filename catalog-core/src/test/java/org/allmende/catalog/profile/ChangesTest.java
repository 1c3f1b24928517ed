package org.allmende.catalog.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.allmende.vocab.profile.Profile;
import org.junit.jupiter.api.Test;

class ChangesTest {

  @Test
  void saysWhatWasReplacedByWhatAndWhy() {
    var change = only("clean-keywords", "<> a dcat:Dataset ; dcat:keyword 'Baum, Wald'@de .");
    assertEquals(
        "Schlagwort (dcat:keyword): „Baum, Wald“ wurde durch „Baum“, „Wald“ ersetzt. Das Portal"
            + " trennt Schlagworte am Komma und nimmt nur Buchstaben, Ziffern, Leerzeichen und - _"
            + " . an.",
        change.sentence("de"));
    assertEquals(
        "keyword (dcat:keyword): \"Baum, Wald\" was replaced by \"Baum\", \"Wald\". The portal"
            + " splits keywords at commas and takes letters, digits, spaces and - _ . alone.",
        change.sentence("en"));
    assertEquals("https://a.example/1", change.node());
  }

  @Test
  void saysWhatWasAdded() {
    var change = only("identifiers", "<> a dcat:Dataset ; dct:title 'T'@de .");
    assertTrue(
        change
            .sentence("de")
            .startsWith(
                "Kennung (dct:identifier): „https://a.example/1“ wurde ergänzt. Das Portal"),
        change.sentence("de"));
  }

  @Test
  void saysWhatWasLeftOut() {
    var change =
        only("unusable-codes", "<> a dcat:Dataset ; dct:accessRights 'nur nach Anmeldung' .");
    assertTrue(
        change.sentence("en").contains("\"nur nach Anmeldung\" was left out. The value is not"),
        change.sentence("en"));
  }

  @Test
  void tellsARenamedNodeOnceAndNotByEachOfItsProperties() {
    var changes =
        changes(
            "<> a dcat:Dataset ; dct:publisher [ foaf:name 'Stadt A'@de ; foaf:mbox"
                + " <mailto:a@b.example> ] .");
    assertEquals(
        List.of("http://purl.org/dc/terms/publisher"),
        changes.stream()
            .filter(change -> change.reason().rule().equals("stable-agents"))
            .map(Change::property)
            .toList());
  }

  @Test
  void hasNothingToSayAboutRaw() {
    var description = Rules.description("<> a dcat:Dataset ; dcat:keyword 'a, b' .");
    assertEquals(List.of(), ProfileView.changes(Profile.RAW, description, Rules.context()));
  }

  @Test
  void changesAddUpToTheView() {
    var description =
        Rules.description(
            "<> a dcat:Dataset ; dct:title 'T' ; dct:language 'de' ; dct:issued '2024' .");
    var touched =
        ProfileView.changes(Profile.DCAT_AP_DE, description, Rules.context()).stream()
            .map(Change::property)
            .toList();
    assertTrue(
        touched.containsAll(
            List.of(
                "http://purl.org/dc/terms/title",
                "http://purl.org/dc/terms/language",
                "http://purl.org/dc/terms/issued")),
        touched.toString());
  }

  private static List<Change> changes(String turtle) {
    return ProfileView.changes(Profile.DCAT_AP_DE, Rules.description(turtle), Rules.context());
  }

  private static Change only(String rule, String turtle) {
    var found =
        changes(turtle).stream().filter(change -> change.reason().rule().equals(rule)).toList();
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }
}
