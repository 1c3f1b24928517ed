package org.allmende.harvest.source.ckan;

import static org.allmende.harvest.source.ckan.CkanTests.assertSays;
import static org.allmende.harvest.source.ckan.CkanTests.describe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.MappingException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class CkanDatasetTest {

  @Test
  void isNamedByThePortalAndItsId() {
    var expected =
        RDFParser.fromString(
                CkanTests.PREFIXES
                    + "<https://ckan.example/dataset/p1> a dcat:Dataset ;"
                    + " dct:title \"T\" ; dct:identifier \"p1\" .",
                Lang.TURTLE)
            .toGraph();

    assertTrue(expected.isIsomorphicWith(describe("").description().graph()));
  }

  @Test
  void isNamedByItsExtraUri() {
    var extras = "\"extras\": [{\"key\": \"uri\", \"value\": \"https://other.example/d\"}]";

    assertEquals("https://other.example/d", describe(extras).description().uri().value());
  }

  @Test
  void wishesForItsIdAndName() {
    var submission = describe("\"name\": \"baumkataster\"");

    assertEquals(Optional.of("p1"), submission.id());
    assertEquals(Optional.of(new DatasetSlug("baumkataster")), submission.name());
  }

  @Test
  void keepsMarkdownAsItIs() {
    assertSays("\"notes\": \"# A\\n\\n* b\"", "<> dct:description \"# A\\n\\n* b\" .");
  }

  @Test
  void tagsTextsOfAMultilingualPortal() {
    assertSays(
        """
        "notes": {"de": "Bäume", "en": "Trees", "fr": ""},
        "keywords": {"de": ["Baum"], "en": ["tree"]}
        """,
        """
        <> dct:description "Bäume"@de , "Trees"@en ; dcat:keyword "Baum"@de , "tree"@en .
        """);
  }

  @Test
  void readsTagsAsKeywords() {
    assertSays(
        "\"tags\": [{\"name\": \"Baum\"}, \"Straße\"]", "<> dcat:keyword \"Baum\" , \"Straße\" .");
  }

  @Test
  void readsGroupsAsThemesByCodeSpellingAndOldName() {
    assertSays(
        """
        "groups": [{"name": "tran"}, {"name": "x-17", "title": "Gesundheit"}, "politik_wahlen"]
        """,
        """
        <> dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ,
          <http://publications.europa.eu/resource/authority/data-theme/HEAL> ,
          <http://publications.europa.eu/resource/authority/data-theme/GOVE> .
        """);
  }

  @Test
  void keepsAGroupOfThePortalsOwn() {
    assertEquals(
        List.of("lieblingsdaten"),
        describe("\"groups\": [{\"name\": \"lieblingsdaten\"}]").record().groups());
  }

  @Test
  void takesTimesWithoutZoneAsUtc() {
    assertSays(
        """
        "metadata_created": "2024-05-01T09:30:12.123456", "metadata_modified": "2024-05-02T10:00",
        "extras": [{"key": "temporal_start", "value": "1982"},
                   {"key": "temporal_end", "value": "31.12.1986"}]
        """,
        """
        <> dct:issued "2024-05-01T09:30:12.123456Z"^^xsd:dateTime ;
          dct:modified "2024-05-02T10:00:00Z"^^xsd:dateTime ;
          dct:temporal [ a dct:PeriodOfTime ;
            dcat:startDate "1982"^^xsd:gYear ; dcat:endDate "1986-12-31"^^xsd:date ] .
        """);
  }

  @Test
  void prefersThePublishersDatesToThoseOfTheEntry() {
    assertSays(
        """
        "metadata_created": "2024-05-01T09:30:12", "metadata_modified": "2024-05-01T09:30:12",
        "extras": [{"key": "issued", "value": "2020-01-01"},
                   {"key": "modified", "value": "2021-01-01T12:00:00+01:00"}]
        """,
        """
        <> dct:issued "2020-01-01"^^xsd:date ;
          dct:modified "2021-01-01T12:00:00+01:00"^^xsd:dateTime .
        """);
  }

  @Test
  void readsListsThatAreJsonInAText() {
    assertSays(
        """
        "extras": [
          {"key": "language", "value": "[\\"http://publications.europa.eu/resource/authority/language/DEU\\"]"},
          {"key": "documentation", "value": "[\\"https://a.example/1\\", \\"https://a.example/2\\"]"},
          {"key": "contributorID", "value": "[\\"http://dcat-ap.de/def/contributors/stadtx\\"]"},
          {"key": "alternate_identifier", "value": "[\\"A-1\\"]"}]
        """,
        """
        <> dct:language <http://publications.europa.eu/resource/authority/language/DEU> ;
          foaf:page <https://a.example/1> , <https://a.example/2> ;
          dcatde:contributorID <http://dcat-ap.de/def/contributors/stadtx> ;
          adms:identifier [ a adms:Identifier ; skos:notation "A-1" ] .
        """);
  }

  @Test
  void findsCodesBySpellingAndKeepsTheUnknownAsGiven() {
    assertSays(
        """
        "extras": {"frequency": "jährlich", "access_rights": "nur montags",
          "politicalGeocodingLevelURI": "http://dcat-ap.de/def/politicalGeocoding/Level/1_0/state"}
        """,
        """
        <> dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
          dct:accessRights "nur montags" ;
          dcatde:politicalGeocodingLevelURI <http://dcat-ap.de/def/politicalGeocoding/Level/state> .
        """);
  }

  @Test
  void keepsExtrasForWhichDcatHasNoWord() {
    var extras =
        describe("\"extras\": {\"sector\": \"x\", \"issued\": \"2020\"}").record().extras();

    assertEquals(Map.of("sector", "x"), extras);
  }

  @Test
  void recordsThatItIsPrivateOrADraft() {
    assertTrue(describe("\"private\": true").record().isPrivate());
    assertEquals(DatasetState.DRAFT, describe("\"state\": \"draft\"").record().state());
  }

  @Test
  void keepsTheOrderOfItsResources() {
    assertEquals(
        List.of("r2", "r1"),
        describe("\"resources\": [{\"id\": \"r2\"}, {\"id\": \"r1\"}]").record().resourceOrder());
  }

  @Test
  void isNotDescribedWithoutIdAndNameOrWhenDeleted() {
    for (var json : List.of("{}", "[]", "x", "{\"id\": \"a\", \"state\": \"deleted\"}")) {
      assertThrows(
          MappingException.class,
          () -> CkanDescriptions.describe(json, CkanTests.SITE, CatalogRecord.own(Given.NOW)));
    }
  }
}
