package org.allmende.vocab.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import org.allmende.vocab.LOCN;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our shapes against the official ones, on many descriptions with one thing changed in each:
 * whatever the official shapes call a violation, ours call one too.
 *
 * <p>The official shapes are no part of this repository. They are looked for beside it, in {@code
 * ../shared/conformance}; without them the tests are skipped.
 */
class OfficialShapesTest {

  static final Path EXAMPLE =
      OfficialShapes.CONFORMANCE.resolve("examples/own/musterstadt-catalog-3.0.ttl");

  /** Rules that are stricter than the official shapes on purpose, each with its reason. */
  private static final Set<String> STRICTER =
      Set.of(
          // Project rules: what the portal refuses, and what ends its whole run.
          "dataset-distribution-missing",
          "dataset-title-empty",
          "location-geometry-present",
          // A blank node is no address that anyone could open.
          "distribution-access-url-value",
          "distribution-download-url-value",
          "service-endpoint-url-value",
          // The official rules are written in the namespace r5r# by mistake and never fire.
          "catalog-availability-repeated",
          "catalog-availability-value",
          "dataset-availability-repeated",
          "dataset-availability-value",
          "distribution-availability-value",
          "service-availability-repeated",
          "service-availability-value",
          // The official rule stands in its file, but no shape refers to it.
          "series-publisher-missing",
          // Types must stand in the description: an ontology that adds them is not at hand.
          "catalog-creator-value",
          "catalog-publisher-value",
          "dataset-contact-point-value",
          "dataset-contributor-value",
          "dataset-creator-value",
          "dataset-custodian-value",
          "dataset-originator-value",
          "dataset-publisher-value",
          "series-contact-point-value",
          "series-publisher-value",
          "service-contact-point-value",
          "service-publisher-value");

  /** What the page of the example lacks in 3.0 alone. */
  private static final String FURTHER =
      """
      <#eintrag> adms:status <#status> .
      <#serie> a dcat:DatasetSeries , dcat:Resource ; dct:title "Serie" ; dct:description "Eine Serie." ;
        dct:publisher <#amt> ; dcat:contactPoint <#kontakt> ; dct:spatial <#ort> ; dct:temporal <#zeit> ;
        dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
        dct:issued "2025"^^xsd:gYear ; dct:modified "2025-01"^^xsd:gYearMonth ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> .
      <#daten> dcat:inSeries <#serie> ; geodcatap:originator <#amt> ; geodcatap:custodian <#amt> .
      <#datei> dct:license <#lizenz> .
      """;

  @BeforeAll
  static void needsTheOfficialShapes() {
    OfficialShapes.require();
  }

  @Test
  void acceptsTheExamplePageWithoutAWord() {
    var page = OfficialShapes.load(EXAMPLE);
    assertEquals(Set.of(), Descriptions.violations(page));
    assertEquals(Set.of(), Descriptions.warnings(page));
  }

  @Test
  void findsAViolationWhereverTheOfficialShapesFindOne() {
    var page = OfficialShapes.load(EXAMPLE);
    GraphUtil.addInto(page, Descriptions.graph(Descriptions.FURTHER + FURTHER));
    var official = new OfficialShapes("3.0", page);
    var changes = new ArrayList<>(Mutations.of(page));
    changes.add(new Mutations.Change("added", Set.of(), Set.of(geometry())));
    new Comparison(Profile.DCAT_AP_DE, official, STRICTER).run(page, changes);
  }

  /** All examples there are, also those of other profiles. */
  @Test
  void findsTheViolationsOfEveryExample() {
    for (var file : OfficialShapes.files(OfficialShapes.CONFORMANCE.resolve("examples"))) {
      var page = OfficialShapes.load(file);
      Comparison.assertSameVerdict(
          file.toString(),
          new OfficialShapes("3.0", page).violations(page),
          Descriptions.violations(page),
          STRICTER);
    }
  }

  /** A geometry as DCAT-AP 3.0 wants it, which yet ends a run of GovData. */
  private static Triple geometry() {
    return Triple.create(
        NodeFactory.createURI(Descriptions.BASE + "#ort"),
        LOCN.geometry,
        NodeFactory.createBlankNode());
  }
}
