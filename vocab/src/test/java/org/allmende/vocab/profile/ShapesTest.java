package org.allmende.vocab.profile;

import static org.allmende.vocab.profile.Descriptions.graph;
import static org.allmende.vocab.profile.Descriptions.violations;
import static org.allmende.vocab.profile.Descriptions.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class ShapesTest {

  /** The least that conforms. */
  private static final String MINIMAL =
      """
      <> a dcat:Dataset ;
        dct:title "Ladesäulen"@de ;
        dct:description "Alle Ladesäulen."@de ;
        dct:publisher <#stadt> ;
        dcat:distribution <#csv> .
      <#stadt> a foaf:Organization , foaf:Agent ; foaf:name "Stadt Musterstadt"@de .
      <#csv> a dcat:Distribution ;
        dcat:accessURL <https://daten.musterstadt.example/ladesaeulen.csv> ;
        dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> .
      """;

  /** What our own data sources fill in addition. */
  private static final String COMPLETE =
      MINIMAL
          + """
          <> dct:identifier "1" ;
            dct:modified "2025-11-03T08:15:00Z"^^xsd:dateTime ;
            dcat:keyword "Ladesäule"@de ;
            dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ;
            dcat:contactPoint [ a vcard:Organization , vcard:Kind ; vcard:hasEmail <mailto:info@musterstadt.example> ] .
          <#csv> dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> .
          """;

  @Test
  void acceptsTheLeastThatDcatApDeDemands() {
    assertEquals(Set.of(), violations(graph(MINIMAL)));
  }

  @Test
  void hasNothingToSayAboutACompleteDescription() {
    assertEquals(Set.of(), violations(graph(COMPLETE)));
    assertEquals(Set.of(), warnings(graph(COMPLETE)));
  }

  @Test
  void warnsOfWhatTheProjectRecommends() {
    assertEquals(
        Set.of(
            "dataset-contact-point-missing",
            "dataset-identifier-missing",
            "dataset-keyword-missing",
            "dataset-modified-missing",
            "dataset-theme-missing",
            "distribution-format-missing"),
        warnings(graph(MINIMAL)));
  }

  @Test
  void demandsADistributionUnderACodeOfItsOwn() {
    var description = without("dcat:distribution <#csv>");
    assertEquals(Set.of("dataset-distribution-missing"), violations(description));
    assertEquals(
        "dataset-distribution-missing",
        Shapes.findRule(Shapes.DISTRIBUTION_MISSING).orElseThrow().code());
  }

  @Test
  void demandsATitleBecauseGovDataEndsItsRunWithoutOne() {
    var description = without("dct:title \"Ladesäulen\"@de");
    assertEquals(Set.of("dataset-title-missing"), violations(description));
    var message = Shapes.findRule(Shapes.TITLE_MISSING).orElseThrow().message("de");
    assertTrue(message.contains("dct:title") && message.contains("GovData"), message);
  }

  @Test
  void refusesATitleOfSpaces() {
    var description = graph(MINIMAL.replace("\"Ladesäulen\"", "\"  \""));
    assertEquals(Set.of("dataset-title-empty"), violations(description));
  }

  @Test
  void warnsOfTitlesThatThePortalRefuses() {
    var description = graph(COMPLETE.replace("\"Ladesäulen\"", "\"Search\""));
    assertEquals(Set.of("dataset-title-reserved"), warnings(description));
  }

  @Test
  void refusesGeometryNodesBecauseTheyEndARunOfGovData() {
    assertEquals(
        Set.of("location-bbox-value"),
        violations(with("<> dct:spatial [ a dct:Location ; dcat:bbox [] ] .")));
    assertEquals(
        Set.of("location-centroid-value"),
        violations(with("<> dct:spatial [ a dct:Location ; dcat:centroid <#g> ] .")));
    assertEquals(
        Set.of("location-geometry-present"),
        violations(with("<> dct:spatial [ a dct:Location ; locn:geometry [] ] .")));
  }

  @Test
  void refusesAFileSizeThatIsNotANumber() {
    for (var size : Set.of("\"INF\"^^xsd:double", "\"NaN\"^^xsd:nonNegativeInteger", "\"12 MB\"")) {
      var description = with("<#csv> dcat:byteSize " + size + " .");
      assertEquals(Set.of("distribution-byte-size-value"), violations(description), size);
    }
  }

  @Test
  void asksForAgentsWithTheirTypeInTheDescription() {
    var description = graph(MINIMAL.replace("foaf:Organization , foaf:Agent", "foaf:Organization"));
    assertEquals(Set.of("dataset-publisher-value"), violations(description));
  }

  @Test
  void refusesCodesThatAreNotInTheirList() {
    var description =
        with(
            """
            <> dct:language <http://publications.europa.eu/resource/authority/language/GER> ;
              dct:accessRights "public" ;
              dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/IRREGULAR> .
            """);
    assertEquals(
        Set.of("dataset-access-rights-value", "dataset-frequency-value", "dataset-language-value"),
        violations(description));
  }

  @Test
  void warnsOfALicenseThatGovDataDoesNotKnow() {
    var description = graph(COMPLETE.replace("dl-zero-de/2.0", "dl-zero-de/2_0"));
    assertEquals(Set.of(), violations(description));
    assertEquals(Set.of("distribution-license-list"), warnings(description));
  }

  @Test
  void warnsOfDatesWithoutTheirType() {
    assertEquals(
        Set.of("dataset-issued-type"), warnings(complete("<> dct:issued \"2021-01-26\" .")));
    for (var date :
        Set.of("\"2021\"^^xsd:gYear", "\"2021-01\"^^xsd:gYearMonth", "\"2021-01-26\"^^xsd:date")) {
      assertEquals(Set.of(), warnings(complete("<> dct:issued " + date + " .")), date);
    }
  }

  @Test
  void toleratesTheOldAdministrativeKeyWithAWarning() {
    var description =
        complete(
            "<> dcatde:politicalGeocodingURI"
                + " <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060> .");
    assertEquals(Set.of(), violations(description));
    assertEquals(Set.of("dataset-geocoding-key-outdated"), warnings(description));
  }

  @Test
  void warnsOfAdministrativeKeysThatTheListDoesNotKnow() {
    for (var key :
        Set.of(
            "https://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060",
            "http://www.dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060",
            "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/3403000")) {
      var description = complete("<> dct:spatial <" + key + "> . <" + key + "> a dct:Location .");
      assertEquals(Set.of("dataset-spatial-key"), warnings(description), key);
    }
    var good = "<http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060>";
    var place =
        complete(
            "<> dct:spatial [ a dct:Location ] , " + good + " . " + good + " a dct:Location .");
    assertEquals(Set.of(), warnings(place));
  }

  @Test
  void demandsAWayToReachTheContact() {
    var description = with("<> dcat:contactPoint [ a vcard:Kind ; vcard:fn \"Open Data\" ] .");
    assertEquals(Set.of("contact-way-missing"), violations(description));
  }

  @Test
  void demandsAStartOrAnEndOfAPeriod() {
    var description = with("<> dct:temporal [ a dct:PeriodOfTime ; schema:startDate \"2024\" ] .");
    assertEquals(Set.of("period-end-points-missing"), violations(description));
  }

  @Test
  void promisesNothingAboutRawDescriptions() {
    assertTrue(Shapes.of(Profile.RAW).isEmpty());
    assertEquals(0, Shapes.rules(Profile.RAW).size());
  }

  @Test
  void readsTheShapesOnce() {
    assertSame(Shapes.of(Profile.DCAT_AP_DE), Shapes.of(Profile.DCAT_AP_DE));
  }

  @Test
  void knowsNoRuleForAForeignShape() {
    assertTrue(Shapes.findRule(NodeFactory.createURI("urn:x")).isEmpty());
  }

  private static Graph with(String more) {
    return graph(MINIMAL + more);
  }

  private static Graph complete(String more) {
    return graph(COMPLETE + more);
  }

  private static Graph without(String statement) {
    return graph(MINIMAL.replace(statement, "rdfs:comment \"\""));
  }
}
