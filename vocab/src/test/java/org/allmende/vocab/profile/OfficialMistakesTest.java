package org.allmende.vocab.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The known mistakes of the official shapes, each shown by a description in which ours find what
 * theirs overlook. When one of these tests fails, the official shapes were mended: the rule then
 * leaves the lists of {@link OfficialShapesTest} and {@link OfficialShapesOf2Test}.
 */
class OfficialMistakesTest {

  @BeforeAll
  static void needsTheOfficialShapes() {
    OfficialShapes.require();
  }

  /** dcat-ap-de.md 1: several files say {@code r5r#} where the namespace ends in {@code /r5r/}. */
  @Test
  void theRuleOfADatasetsAvailabilityNeverFires() {
    assertOverlooked("dataset-availability-value", "<#daten> dcatap:availability 'Unsinn' .");
  }

  @Test
  void theRuleOfADatasetsOneAvailabilityNeverFires() {
    assertOverlooked(
        "dataset-availability-repeated",
        """
        <#daten> dcatap:availability
          <http://publications.europa.eu/resource/authority/planned-availability/STABLE> ,
          <http://publications.europa.eu/resource/authority/planned-availability/TEMPORARY> .
        """);
  }

  @Test
  void theRuleOfADistributionsAvailabilityNeverFires() {
    assertOverlooked(
        "distribution-availability-value",
        "<#datei> dcatap:availability <https://daten.musterstadt.example/nirgends> .");
  }

  @Test
  void theRuleOfAServicesAvailabilityNeverFires() {
    assertOverlooked("service-availability-value", "<#dienst> dcatap:availability 'Unsinn' .");
  }

  /** The rule stands in its file, but no shape refers to it. */
  @Test
  void theRuleOfASeriesPublisherBelongsToNoShape() {
    assertOverlooked(
        "series-publisher-missing",
        "<#reihe> a dcat:DatasetSeries ; dct:title 'Reihe' ; dct:description 'Eine Reihe.' .");
  }

  /** An address must be an IRI or a blank node, they say; nobody can open a blank node. */
  @Test
  void aBlankNodePassesAsTheAddressOfADistribution() {
    assertOverlooked("distribution-access-url-value", "<#datei> dcat:accessURL [] .");
  }

  @Test
  void aBlankNodePassesAsTheAddressOfADownload() {
    assertOverlooked("distribution-download-url-value", "<#datei> dcat:downloadURL [] .");
  }

  @Test
  void aBlankNodePassesAsTheAddressOfAService() {
    assertOverlooked("service-endpoint-url-value", "<#dienst> dcat:endpointURL [] .");
  }

  /** dcat-ap-de.md 5.1: the messages of 2.0 report the license as K31 and the format as K32. */
  @Test
  void theMessagesOf2SwapTheConventionsOfLicenseAndFormat() {
    var page = page();
    GraphUtil.addInto(
        page, Descriptions.graph("<#daten> dcat:distribution [ a dcat:Distribution ] ."));
    var messages = new OfficialShapes("2.0", page).violations(page);
    assertTrue(messages.stream().anyMatch(m -> m.contains("31")), messages::toString);
    var ours =
        Shapes.rules(Profile.DCAT_AP_DE_2).stream()
            .filter(rule -> rule.code().equals("distribution-license-govdata"))
            .findFirst()
            .orElseThrow();
    assertTrue(ours.messageEn().contains("convention 32"), ours.messageEn());
  }

  private static void assertOverlooked(String rule, String mistake) {
    var page = page();
    GraphUtil.addInto(page, Descriptions.graph(mistake));
    assertEquals(Set.of(), new OfficialShapes("3.0", page).violations(page), "the official shapes");
    assertEquals(Set.of(rule), Descriptions.violations(page));
  }

  private static Graph page() {
    var page = OfficialShapes.load(OfficialShapesTest.EXAMPLE);
    GraphUtil.addInto(
        page,
        Descriptions.graph(
            """
            <#amt> a foaf:Organization , foaf:Agent ; foaf:name "Amt" .
            <#daten> a dcat:Dataset ; dct:title "Daten" ; dct:description "Daten." ;
              dct:publisher <#amt> ; dcat:distribution <#datei> .
            <#datei> a dcat:Distribution ; dcat:accessURL <https://daten.musterstadt.example/d> ;
              dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> ;
              dcat:accessService <#dienst> .
            <#dienst> a dcat:DataService ; dct:title "Dienst" ; dct:publisher <#amt> ;
              dcat:endpointURL <https://daten.musterstadt.example/wfs> .
            """));
    return page;
  }
}
