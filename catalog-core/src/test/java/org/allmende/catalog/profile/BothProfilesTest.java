package org.allmende.catalog.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.allmende.catalog.validate.Validator;
import org.allmende.catalog.validate.Violation;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.Test;

/** Series, services, versions and all that: valid in 3.0 and in 2.0, in the terms of each. */
class BothProfilesTest {

  private static final String LEAST =
      """
      <> a dcat:Dataset ; dct:title "T"@de ; dct:description "D"@de ; dcat:distribution <#csv> ;
        dct:publisher [ foaf:name "Stadt A"@de ; dct:type "Kommune" ] .
      <#csv> dcat:downloadURL <http://x.example/t.csv> ; dct:license "dl-zero-de/2.0" .
      """;

  static final String RICH =
      LEAST
          + """
          <> dcat:inSeries <http://x.example/reihe> ; dcat:hasVersion <http://x.example/alt> ; dcat:version "2" ;
            dct:type <http://publications.europa.eu/resource/authority/dataset-type/STATISTICAL> ;
            dct:spatial <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060> , [ dcat:bbox "POLYGON((8 53,9 53,9 54,8 53))" ] ;
            dct:temporal [ schema:startDate "2019" ] ; dct:references "http://musterdatenkatalog.de/def/musterdatensatz/verkehr/baeume" ;
            geodcatap:originator [ foaf:name "Amt"@de ] ; dcat:distribution <#wfs> ; dcat:contactPoint [ vcard:hasEmail "a@b.example" ] .
          <http://x.example/reihe> dct:title "Reihe"@de ; dct:description "R"@de ; dct:publisher [ foaf:name "Stadt A"@de ] .
          <#csv> adms:status "vollständig" ; dcat:byteSize "12.0" ; spdx:checksum [ spdx:algorithm "SHA-256" ; spdx:checksumValue "9f86" ] .
          <#wfs> dct:format "WFS" ; dct:license "dl-zero-de/2.0" ; dcat:accessService <http://x.example/wfs> .
          <http://x.example/wfs> dct:title "WFS"@de ; dcat:endpointURL "http://x.example/wfs" ; dcat:servesDataset <> ;
            dcat:endpointDescription <http://x.example/wfs?request=GetCapabilities> .
          """;

  private static final String HIGH_VALUE =
      RICH + "<> dcatap:hvdCategory <http://data.europa.eu/bna/c_b79e35eb> .";

  @Test
  void theLeastIsValidInBoth() {
    assertEquals(List.of(), violations(Profile.DCAT_AP_DE, LEAST));
    assertEquals(List.of(), violations(Profile.DCAT_AP_DE_2, LEAST));
  }

  @Test
  void seriesServicesVersionsAndChecksumsAreValidInBoth() {
    assertEquals(List.of(), violations(Profile.DCAT_AP_DE, RICH));
    assertEquals(List.of(), violations(Profile.DCAT_AP_DE_2, RICH));
  }

  @Test
  void eachSpeaksInItsOwnTerms() {
    var today = text(view(Profile.DCAT_AP_DE, RICH));
    assertTrue(today.contains("distribution-status/COMPLETED"), today);
    assertTrue(today.contains("nonNegativeInteger") && today.contains("inSeries"), today);
    var old = text(view(Profile.DCAT_AP_DE_2, RICH));
    assertTrue(old.contains("http://purl.org/adms/status/Completed"), old);
    assertTrue(old.contains("hashAlgorithms/sha/256") && old.contains("versionInfo"), old);
    assertFalse(old.contains("inSeries") || old.contains("DatasetSeries"), old);
    assertFalse(old.contains("dataset-type/"), old);
  }

  @Test
  void bothNameTheAdministrativeKeyTwice() {
    for (var profile : List.of(Profile.DCAT_AP_DE, Profile.DCAT_AP_DE_2)) {
      var view = view(profile, RICH);
      assertTrue(view.contains(Node.ANY, DCATDE.politicalGeocodingURI, Node.ANY), profile.id());
      assertTrue(
          view.contains(
              Node.ANY,
              Terms.SPATIAL,
              Edit.iri("http://dcat-ap.de/def/politicalGeocoding/municipalityKey/13076060")),
          profile.id());
    }
  }

  @Test
  void aMarkedDatasetIsAHighValueDatasetThroughout() {
    assertEquals(List.of(), violations(Profile.DCAT_AP_DE, HIGH_VALUE));
    var view = view(Profile.DCAT_AP_DE, HIGH_VALUE);
    assertEquals(List.of(), violations(new Validator(Profile.HVD), view));
    assertEquals(
        5,
        view.find(Node.ANY, DCATAP.applicableLegislation, HighValue.REGULATION).toList().size(),
        "dataset, two distributions, service, series");
  }

  @Test
  void aDocumentWithoutHighValueDatasetsHasNothingToFearFromTheirShapes() {
    assertEquals(List.of(), violations(new Validator(Profile.HVD), view(Profile.DCAT_AP_DE, RICH)));
  }

  @Test
  void aHighValueDatasetWithoutServiceLacksOne() {
    var view =
        view(
            Profile.DCAT_AP_DE,
            LEAST + "<> dcatap:hvdCategory <http://data.europa.eu/bna/c_b79e35eb> .");
    assertEquals(List.of("hvd-dataset-api-missing"), violations(new Validator(Profile.HVD), view));
  }

  @Test
  void theEuropeanProfileDemandsLess() {
    var foreign = LEAST.replace("; dct:license \"dl-zero-de/2.0\"", "");
    var view = view(Profile.DCAT_AP_DE, foreign);
    assertEquals(List.of(), violations(new Validator(Profile.DCAT_AP), view));
    assertEquals(
        List.of("distribution-license-missing"),
        violations(new Validator(Profile.DCAT_AP_DE), view));
  }

  @Test
  void aReportCarriesTheRepairWhereItIsCertain() {
    var raw = Rules.graph(LEAST + "<> dct:language \"de\" ; dct:accessRights \"nach Absprache\" .");
    var findings = new Validator(Profile.DCAT_AP_DE).validate(raw).findings();
    assertEquals(
        "<http://publications.europa.eu/resource/authority/language/DEU>",
        repair(findings, "dataset-language-value"));
    assertEquals("", repair(findings, "dataset-access-rights-value"));
  }

  private static String repair(List<Violation> findings, String rule) {
    return findings.stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow()
        .repair()
        .orElse("");
  }

  private static String text(Graph graph) {
    return RDFWriter.source(graph).format(RDFFormat.NTRIPLES).asString();
  }

  private static Graph view(Profile profile, String turtle) {
    return ProfileView.of(profile, Rules.description(turtle), Rules.context()).graph();
  }

  private static List<String> violations(Profile profile, String turtle) {
    return violations(new Validator(profile), view(profile, turtle));
  }

  private static List<String> violations(Validator validator, Graph graph) {
    return validator.validate(graph).findings().stream()
        .filter(Violation::isViolation)
        .map(Violation::rule)
        .toList();
  }
}
