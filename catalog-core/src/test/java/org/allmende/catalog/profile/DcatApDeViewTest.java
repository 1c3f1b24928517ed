package org.allmende.catalog.profile;

import static org.allmende.catalog.TestCatalog.description;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.Prefixes;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.Test;

class DcatApDeViewTest {

  private static final String IRI = "https://a.example/1";
  private static final String EU = "http://publications.europa.eu/resource/authority/";

  @Test
  void leavesWhatCameAsItWas() {
    var raw =
        description(IRI, "<" + IRI + "> a dcat:Dataset ; dct:title 'T' ; dct:language 'de' .");
    var before = raw.copyOfGraph();
    view(raw);
    assertTrue(raw.graph().isIsomorphicWith(before));
  }

  @Test
  void addsAnIdentifierAndATimeWhereTheyLack() {
    var view = view("");
    assertEquals(List.of("\"" + IRI + "\""), values(view, "dct:identifier"));
    assertEquals(List.of("\"2026-03-01T10:00:00Z\"^^xsd:dateTime"), values(view, "dct:modified"));
  }

  @Test
  void passesAnIdentifierAndADateOn() {
    var view = view("dct:identifier 'DE-1' ; dct:modified '2024-05-01'^^xsd:date ;");
    assertEquals(List.of("\"DE-1\""), values(view, "dct:identifier"));
    assertEquals(List.of("\"2024-05-01\"^^xsd:date"), values(view, "dct:modified"));
  }

  @Test
  void typesDatesAndWritesTimesInUtc() {
    assertEquals(
        List.of("\"2024-05-01\"^^xsd:date"),
        values(view("dct:issued '2024-05-01' ;"), "dct:issued"));
    assertEquals(
        List.of("\"2024-05-01T08:00:00Z\"^^xsd:dateTime"),
        values(view("dct:issued '2024-05-01T10:00:00' ;"), "dct:issued"));
    assertEquals(List.of("\"2024\"^^xsd:gYear"), values(view("dct:issued '2024' ;"), "dct:issued"));
    assertEquals(List.of("\"im Mai\""), values(view("dct:issued 'im Mai' ;"), "dct:issued"));
  }

  @Test
  void writesTheListsIriForANameOrAnOldIri() {
    var view =
        view(
            """
            dct:language 'de' ; dcat:theme 'Verkehr' ; dct:accrualPeriodicity <%sfrequency/IRREGULAR> ;
            """
                .formatted(EU));
    assertEquals(List.of("<" + EU + "language/DEU>"), values(view, "dct:language"));
    assertEquals(List.of("<" + EU + "data-theme/TRAN>"), values(view, "dcat:theme"));
    assertEquals(List.of("<" + EU + "frequency/IRREG>"), values(view, "dct:accrualPeriodicity"));
  }

  @Test
  void keepsALicenseThatTheListDoesNotKnow() {
    var view = view("dct:license <https://a.example/own-license> ;");
    assertEquals(List.of("<https://a.example/own-license>"), values(view, "dct:license"));
  }

  @Test
  void readsOldNamespacesOfTheProfile() {
    var view =
        view(
            "<http://dcat-ap.de/def/dcatde/1_0/contributorID>"
                + " <http://dcat-ap.de/def/contributors/openDataHRO> ;");
    assertEquals(
        List.of("<http://dcat-ap.de/def/contributors/openDataHRO>"),
        values(view, "dcatde:contributorID"));
  }

  @Test
  void splitsAndCleansKeywords() {
    assertEquals(
        List.of("\"Baum\"@de", "\"Stadt Land\"@de", "\"Wald\"@de"),
        values(view("dcat:keyword 'Baum, Wald', 'Stadt/Land'@de, 'x' ;"), "dcat:keyword"));
  }

  @Test
  void tagsTextsThatNameNoLanguage() {
    assertEquals(
        List.of("\"Text\"@de"), values(view("dct:description 'Text' ;"), "dct:description"));
  }

  @Test
  void putsAProvenanceTextOnAStatementOfItsOwn() {
    var view = view("dct:provenance 'Aus dem Register.' ;");
    assertEquals(List.of("<" + IRI + "#provenance>"), values(view, "dct:provenance"));
    assertEquals(List.of("Aus dem Register."), view.view().provenance());
  }

  @Test
  void readsPeriodsInTheWordsOfSchemaOrg() {
    var view = view("dct:temporal [ schema:startDate '2019-05-01' ; schema:endDate '2020' ] ;");
    var period = view.view().periods().getFirst();
    assertEquals("2019-05-01", period.start().orElseThrow());
    assertFalse(view.graph().toString().contains("schema.org"), view.graph().toString());
  }

  @Test
  void encodesSpacesInAddresses() {
    var view = view("dcat:landingPage 'http://a.example/ein pfad/ä' ;");
    assertEquals(List.of("<http://a.example/ein%20pfad/%C3%A4>"), values(view, "dcat:landingPage"));
  }

  @Test
  void givesBlankDistributionsAndPublishersTheIrisThatWereAssigned() {
    var raw =
        description(
            IRI,
            "<%s> a dcat:Dataset ; dcat:distribution [ dct:title 'CSV' ] ; dct:publisher [ foaf:name 'Stadt A' ] ."
                .formatted(IRI));
    var blank = Rdf.objects(raw.graph(), raw.node(), DCAT.distribution.asNode()).getFirst();
    var view =
        view(
            raw,
            "https://daten.example",
            Map.of(blank, "https://daten.example/dataset/i/resource/r"));
    assertEquals(
        List.of("<https://daten.example/dataset/i/resource/r>"), values(view, "dcat:distribution"));
    assertEquals(
        List.of(
            "<"
                + new Identity("https://daten.example", "https://daten.example")
                    .organizationIri("Stadt A")
                + ">"),
        values(view, "dct:publisher"));
  }

  @Test
  void unnestsTelephonesAndMakesMailAddressesIris() {
    var view =
        view(
            "dcat:contactPoint <%s#c> . <%s#c> vcard:hasEmail 'a@b.example' ;"
                + " vcard:hasTelephone [ vcard:hasValue <tel:+49-381-1> ] . <"
                + IRI
                + "> dct:subject <#s> ;");
    var text = view.graph().toString();
    assertTrue(text.contains("mailto:a@b.example"), text);
    assertTrue(text.contains("tel:+493811"), text);
    assertFalse(text.contains("hasValue"), text);
  }

  @Test
  void saysNothingAboutTheCatalogItsSiblingsOrTheCodesItUses() {
    var raw =
        description(
            IRI,
            """
            <%1$s> a dcat:Dataset ; dct:title 'T' ; dct:isPartOf <#catalog> ; dct:relation <#other> ;
              dcat:theme <%2$sdata-theme/TRAN> ; dct:spatial [ locn:geometry [ a skos:Concept ] ] .
            <#catalog> a dcat:Catalog ; dct:title 'K' . <#other> a dcat:Dataset .
            <%2$sdata-theme/TRAN> skos:prefLabel 'Verkehr' .
            """
                .formatted(IRI, EU));
    var view = view(raw);
    assertEquals(List.of(), values(view, "dct:isPartOf"));
    assertEquals(1, Rdf.instances(view.graph(), DCAT.Dataset.asNode()).size());
    assertEquals(List.of(), Rdf.instances(view.graph(), DCAT.Catalog.asNode()));
    assertFalse(view.graph().toString().contains("Verkehr"));
    assertFalse(view.graph().toString().contains("geometry"));
  }

  @Test
  void namesAnAdministrativeKeyInBothWays() {
    var view =
        view(
            "dcatde:politicalGeocodingURI"
                + " <https://www.dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060/> ;");
    var key = "<http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060>";
    assertEquals(List.of(key), values(view, "dct:spatial"));
    assertEquals(List.of(key), values(view, "dcatde:politicalGeocodingURI"));
  }

  @Test
  void writesOurAddressesAsTheyStandTodayAndKeepsIdentities() {
    var raw =
        description(
            "https://daten.example/dataset/1",
            "<https://daten.example/dataset/1> a dcat:Dataset ;"
                + " dcat:landingPage <https://daten.example/datensatz/t> .");
    var view = view(raw, "https://neu.example", Map.of());
    assertEquals(List.of("<https://neu.example/datensatz/t>"), values(view, "dcat:landingPage"));
    assertEquals(List.of("\"https://daten.example/dataset/1\""), values(view, "dct:identifier"));
  }

  @Test
  void sizesAreWholeNumbersOfTheTypeOf30() {
    var raw =
        description(
            IRI,
            "<%s> a dcat:Dataset ; dcat:distribution <#d> . <#d> dcat:byteSize '6776.0' ."
                .formatted(IRI));
    assertTrue(
        view(raw).graph().toString().contains("nonNegativeInteger"), view(raw).graph().toString());
  }

  private static DatasetDescription view(String properties) {
    var turtle = "<" + IRI + "> a dcat:Dataset ; " + properties + " dct:title 'T' .";
    return view(description(IRI, turtle));
  }

  private static DatasetDescription view(DatasetDescription raw) {
    return view(raw, "https://daten.example", Map.of());
  }

  private static DatasetDescription view(
      DatasetDescription raw, String url, Map<Node, String> distributions) {
    var context =
        new ViewContext(
            new Identity("https://daten.example", url),
            "id",
            distributions,
            Instant.parse("2026-03-01T10:00:00.5Z"),
            "de",
            List.of(),
            true);
    return ProfileView.of(Profile.DCAT_AP_DE, raw, context);
  }

  /** The values of a property of the dataset, in the fixed order, written as in Turtle. */
  private static List<String> values(DatasetDescription view, String property) {
    return Rdf.objects(view.graph(), view.node(), Rdf.iri(expand(property))).stream()
        .map(DcatApDeViewTest::write)
        .sorted()
        .toList();
  }

  private static String write(Node node) {
    if (node.isURI()) {
      return "<" + node.getURI() + ">";
    }
    var text = "\"" + node.getLiteralLexicalForm() + "\"";
    if (!node.getLiteralLanguage().isEmpty()) {
      return text + "@" + node.getLiteralLanguage();
    }
    var type = node.getLiteralDatatypeURI();
    var xsd = Prefixes.map().get("xsd");
    return type.equals(xsd + "string") ? text : text + "^^" + type.replace(xsd, "xsd:");
  }

  private static String expand(String name) {
    var parts = name.split(":", 2);
    return new HashMap<>(Prefixes.map()).get(parts[0]) + parts[1];
  }
}
