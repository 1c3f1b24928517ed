package org.allmende.server.ckan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.TermText;
import org.allmende.server.TestSite;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key of the JSON that changes changes its own triples, and no other. */
class WriteThroughIT {

  private static final String RICH =
      """
      <https://other.example/trees>
        dct:title "Trees"@en ; dct:description "Alles."@de , "All."@en ;
        <urn:x:unknown> [ <urn:x:deep> "bleibt" ] ;
        dcat:keyword "Baum"@de , "tree"@en ; dcat:theme
          <http://publications.europa.eu/resource/authority/data-theme/ENVI> ;
        dcat:landingPage <https://other.example/page> ;
        dct:creator [ a foaf:Person , foaf:Agent ; foaf:name "Grünamt"@de ; <urn:x:since> "1990" ] ;
        dcat:contactPoint [ a vcard:Kind ; vcard:fn "Team" ; vcard:hasEmail <mailto:a@b.example> ;
          vcard:hasTelephone <tel:+49123> ] ;
        dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2020-01-01"^^xsd:date ] ;
        dct:spatial <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13099001> ,
          [ a dct:Location ; skos:prefLabel "Am Markt" ] ;
        dct:language <http://publications.europa.eu/resource/authority/language/DEU> ,
          <http://publications.europa.eu/resource/authority/language/ENG> ;
        dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/DAILY> ;
        adms:identifier [ a adms:Identifier ; skos:notation "alt-1" ] .
      <https://other.example/trees/csv> dct:description "Eine Tabelle"@de ;
        spdx:checksum [ a spdx:Checksum ; spdx:checksumValue "00ff"^^xsd:hexBinary ;
          spdx:algorithm spdx:checksumAlgorithm_md5 ] .
      """;

  @TempDir Path folder;
  @AutoClose TestSite site;
  Edits edits;
  CatalogEntry trees;

  @BeforeEach
  void open() {
    site = TestSite.in(folder);
    edits = new Edits(site);
    trees = site.publish("trees", "Bäume", RICH);
  }

  @Test
  void theSameJsonChangesNothing() {
    assertFalse(edits.update(trees, json -> {}));
    assertTrue(
        trees.description().graph().isIsomorphicWith(edits.current(trees).description().graph()));
  }

  @Test
  void aTitleChangesInTheLanguageThatIsShown() {
    changes(
        json -> json.put("title", "Alle Bäume"),
        "- dct:title \"Bäume\"@de",
        "+ dct:title \"Alle Bäume\"@de");
  }

  @Test
  void aTextThatIsTakenAwayGoesInEveryLanguage() {
    changes(
        json -> json.putNull("notes"),
        "- dct:description \"All.\"@en",
        "- dct:description \"Alles.\"@de");
  }

  @Test
  void anEmptyTextComesBackEmpty() {
    edits.update(trees, json -> json.put("notes", ""));
    assertEquals("", edits.shown(trees).path("notes").textValue());
  }

  @Test
  void anotherLandingPageTakesThePlaceOfTheOld() {
    changes(
        json -> json.put("url", "https://new.example/"),
        "+ dcat:landingPage https://new.example/",
        "- dcat:landingPage https://other.example/page");
  }

  @Test
  void aTagThatComesOrGoesLeavesTheOthers() {
    changes(
        json -> {
          var tags = json.putArray("tags");
          tags.addObject().put("name", "Baum");
          tags.addObject().put("name", "Kataster");
        },
        "+ dcat:keyword \"Kataster\"",
        "- dcat:keyword \"tree\"@en");
  }

  @Test
  void aGroupThatIsAThemeIsATheme() {
    changes(
        json -> json.withArray("groups").addObject().put("name", "tran"),
        "+ dcat:theme http://publications.europa.eu/resource/authority/data-theme/TRAN");
  }

  @Test
  void theAuthorsNameChangesAndWhatElseIsSaidOfTheAuthorStays() {
    changes(
        json -> json.put("author", "Amt für Grün"),
        "+ foaf:name \"Amt für Grün\"@de",
        "- foaf:name \"Grünamt\"@de");
  }

  @Test
  void anAuthorWithoutAnyIsMade() {
    changes(
        json -> json.put("maintainer", "Pflege").put("maintainer_email", "p@b.example"),
        "+ foaf:mbox mailto:p@b.example",
        "+ foaf:name \"Pflege\"",
        "+ geodcatap:custodian _",
        "+ rdf:type foaf:Agent",
        "+ rdf:type foaf:Organization");
  }

  @Test
  void theContactsMailChangesAndItsTelephoneStays() {
    changes(
        json -> Edits.setExtra(json, "contact_email", "neu@b.example"),
        "- vcard:hasEmail mailto:a@b.example",
        "+ vcard:hasEmail mailto:neu@b.example");
  }

  @Test
  void anEndIsAddedToThePeriodThatHasAStart() {
    changes(
        json -> Edits.setExtra(json, "temporal_end", "2021-12-31"),
        "+ dcat:endDate \"2021-12-31\"^^xsd:date");
  }

  @Test
  void aPlacesNameChangesAndTheMunicipalityStays() {
    changes(
        json -> Edits.setExtra(json, "spatial_text", "Am Hafen"),
        "+ skos:prefLabel \"Am Hafen\"",
        "- skos:prefLabel \"Am Markt\"");
  }

  @Test
  void aListLosesAndGainsSingleValues() {
    changes(
        json ->
            Edits.setExtra(
                json,
                "language",
                "[\"http://publications.europa.eu/resource/authority/language/DEU\", \"fr\"]"),
        "- dct:language http://publications.europa.eu/resource/authority/language/ENG",
        "+ dct:language http://publications.europa.eu/resource/authority/language/FRA");
  }

  @Test
  void aFrequencyIsWrittenAsItsConcept() {
    changes(
        json -> Edits.setExtra(json, "frequency", "ANNUAL"),
        "+ dct:accrualPeriodicity"
            + " http://publications.europa.eu/resource/authority/frequency/ANNUAL",
        "- dct:accrualPeriodicity"
            + " http://publications.europa.eu/resource/authority/frequency/DAILY");
    assertEquals("ANNUAL", Edits.extra(edits.shown(trees), "frequency").asText());
  }

  @Test
  void anExtraThatIsTakenAwayTakesItsTriples() {
    changes(
        json -> Edits.setExtra(json, "alternate_identifier", ""),
        "- adms:identifier _",
        "- rdf:type adms:Identifier",
        "- skos:notation \"alt-1\"");
  }

  @Test
  void aFreeExtraChangesNoTriple() {
    changes(json -> Edits.setExtra(json, "farbe", "grün"));
    assertEquals("grün", Edits.extra(edits.shown(trees), "farbe").asText());
    assertEquals("grün", edits.current(trees).record().extras().get("farbe"));
  }

  @Test
  void theLicenseChangesWhereTheOldOneStoodAndComesBackAsItWasWritten() {
    changes(
        json -> json.put("license_id", "cc-by"),
        "+ dct:license http://dcat-ap.de/def/licenses/cc-by",
        "- dct:license http://dcat-ap.de/def/licenses/dl-by-de/2.0");
    assertEquals("cc-by", edits.shown(trees).path("license_id").asText());
  }

  @Test
  void anUnknownLicenseIsKeptAsItIs() {
    changes(
        json -> json.put("license_id", "hausgemacht"),
        "- dct:license http://dcat-ap.de/def/licenses/dl-by-de/2.0",
        "+ dct:license \"hausgemacht\"");
  }

  @Test
  void aResourcesAddressChangesWhereverItStood() {
    changes(
        json -> resource(json).put("url", "https://new.example/t.csv"),
        "+ dcat:accessURL https://new.example/t.csv",
        "- dcat:accessURL https://other.example/trees.csv",
        "+ dcat:downloadURL https://new.example/t.csv",
        "- dcat:downloadURL https://other.example/trees.csv");
  }

  @Test
  void aResourcesSizeFormatAndNameAreItsOwnProperties() {
    changes(
        json -> resource(json).put("size", "12").put("format", "json").put("name", "Datei"),
        "+ dcat:byteSize \"12\"^^xsd:nonNegativeInteger",
        "- dct:format http://publications.europa.eu/resource/authority/file-type/CSV",
        "+ dct:format http://publications.europa.eu/resource/authority/file-type/JSON",
        "+ dct:title \"Datei\"@de",
        "- dct:title \"Tabelle\"@de");
    assertEquals("JSON", edits.shown(trees).path("resources").path(0).path("format").asText());
  }

  @Test
  void aKeyThatDcatHasNoWordForStaysWithTheResource() {
    changes(json -> resource(json).put("resource_type", "file").put("farbe", "rot"));
    var shown = edits.shown(trees).path("resources").path(0);
    assertEquals("file", shown.path("resource_type").asText());
    assertEquals("rot", shown.path("farbe").asText());
  }

  @Test
  void aValueThatIsNoTextStaysWhatItIs() {
    edits.update(trees, json -> resource(json).putObject("schema").putArray("fields").add(1));
    var shown = edits.shown(trees).path("resources").path(0).path("schema");
    assertEquals("{\"fields\":[1]}", shown.toString());
  }

  @Test
  void aResourceThatIsLeftOutGoesWithAllThatIsSaidOfIt() {
    edits.update(trees, json -> json.putArray("resources"));
    var left = edits.current(trees).description();
    assertEquals(List.of(), left.view().distributions());
    assertFalse(lines(left.graph().find().toList()).anyMatch(line -> line.contains("spdx:")));
  }

  @Test
  void aNewResourceGetsTheLicenseOfThePackage() {
    edits.update(
        trees,
        json -> json.withArray("resources").addObject().put("url", "https://x.example/a.json"));
    var shown = edits.shown(trees).path("resources").path(1);
    assertEquals("https://x.example/a.json", shown.path("url").asText());
    var distributions = edits.current(trees).view().distributions();
    assertEquals(2, distributions.size());
    for (var distribution : distributions) {
      assertEquals(
          "http://dcat-ap.de/def/licenses/dl-by-de/2.0", distribution.license().orElseThrow());
    }
  }

  @Test
  void anotherOrderChangesNoTriple() {
    edits.update(
        trees,
        json -> json.withArray("resources").addObject().put("url", "https://x.example/a.json"));
    var before = edits.current(trees);
    edits.update(
        trees,
        json -> {
          var resources = json.withArray("resources");
          resources.add(resources.remove(0));
        });
    var after = edits.current(trees);
    assertTrue(before.description().graph().isIsomorphicWith(after.description().graph()));
    assertEquals(
        "https://x.example/a.json",
        edits.shown(trees).path("resources").path(0).path("url").asText());
  }

  private static ObjectNode resource(ObjectNode json) {
    return (ObjectNode) json.path("resources").path(0);
  }

  /** Updates, and compares the triples that came (+) and went (-), subjects left out. */
  private void changes(Consumer<ObjectNode> change, String... expected) {
    var before = edits.current(trees).description().graph();
    edits.update(trees, change);
    var after = edits.current(trees).description().graph();
    var gone = lines(before.find().toList()).collect(Collectors.toList());
    var come = lines(after.find().toList()).collect(Collectors.toList());
    lines(after.find().toList()).forEach(gone::remove);
    lines(before.find().toList()).forEach(come::remove);
    var found =
        Stream.concat(gone.stream().map(l -> "- " + l), come.stream().map(l -> "+ " + l))
            .sorted()
            .collect(Collectors.joining("\n"));
    assertEquals(Stream.of(expected).sorted().collect(Collectors.joining("\n")), found);
  }

  private static Stream<String> lines(List<Triple> triples) {
    return triples.stream().map(WriteThroughIT::line);
  }

  private static String line(Triple triple) {
    var text = new StringBuilder();
    TermText.append(text, triple.getPredicate(), node -> "_");
    text.append(' ');
    TermText.append(text, triple.getObject(), node -> "_");
    var readable = text.toString();
    for (var prefix : Prefixes.map().entrySet()) {
      readable =
          readable.replaceAll(
              "<" + Pattern.quote(prefix.getValue()) + "([A-Za-z0-9_]+)>", prefix.getKey() + ":$1");
    }
    return readable.replaceAll("<([^<>]*)>", "$1");
  }
}
