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

  /** What the page of the example lacks: the other classes, and properties that are seldom used. */
  private static final String FURTHER =
      """
      <https://daten.musterstadt.example/>
        dct:creator <#amt> ; dcat:service <#dienst> ; dcat:catalog <#teil> ; dct:hasPart <#teil> ;
        dct:isPartOf <#teil> ; dcat:record <#eintrag> ; dct:temporal <#zeit> ;
        dct:rights <https://www.musterstadt.example/rechte> ;
        dcatap:availability <http://publications.europa.eu/resource/authority/planned-availability/STABLE> ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> .
      <#teil> a dcat:Catalog ; dct:title "Teil"@de ; dct:description "Ein Teil."@de ; dct:publisher <#amt> .
      <#amt> a foaf:Person , foaf:Agent ; foaf:name "Amt" ; dct:type <http://purl.org/adms/publishertype/LocalAuthority> .
      <#eintrag> a dcat:CatalogRecord ; dct:modified "2025-01-01"^^xsd:date ; foaf:primaryTopic <#serie> ;
        dct:issued "2025-01-01"^^xsd:date ; dct:title "Eintrag" ; dct:description "Ein Eintrag." ;
        dct:language <http://publications.europa.eu/resource/authority/language/DEU> ;
        dct:conformsTo <http://dcat-ap.de/def/dcatde/3.0> ; dct:source <#eintrag> ; adms:status <#status> .
      <#serie> a dcat:DatasetSeries , dcat:Resource ; dct:title "Serie" ; dct:description "Eine Serie." ;
        dct:publisher <#amt> ; dcat:contactPoint <#kontakt> ; dct:spatial <#ort> ; dct:temporal <#zeit> ;
        dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
        dct:issued "2025"^^xsd:gYear ; dct:modified "2025-01"^^xsd:gYearMonth ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> .
      <#kontakt> a vcard:Individual , vcard:Kind ; vcard:fn "Kontakt" ; vcard:hasURL <https://www.musterstadt.example/> .
      <#ort> a dct:Location ; dcat:bbox "POLYGON((8 53,9 53,9 54,8 53))"^^gsp:wktLiteral .
      <#zeit> a dct:PeriodOfTime ; dcat:endDate "2024-12-31"^^xsd:date ; time:hasBeginning <#anfang> ; time:hasEnd <#anfang> .
      <#anfang> a time:Instant .
      <#zeit2> a dct:PeriodOfTime ; time:hasEnd <#anfang> .
      <#dienst> a dcat:DataService ; dct:title "Dienst" ; dct:description "Ein Dienst." ; dct:publisher <#amt> ;
        dcat:endpointURL <https://daten.musterstadt.example/wfs> ; dcat:servesDataset <#daten> ;
        dcat:keyword "wfs" ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ;
        dct:conformsTo <http://www.opengis.net/def/wfs> ; dcat:landingPage <https://daten.musterstadt.example/> .
      <#daten> a dcat:Dataset ; dct:title "Daten" ; dct:description "Daten." ; dct:publisher <#amt> ;
        dcat:distribution <#datei> ; adms:sample <#datei> ; dcat:inSeries <#serie> ; dcat:hasVersion <#daten> ;
        dct:source <#daten> ; dct:contributor <#amt> ; geodcatap:originator <#amt> ; geodcatap:custodian <#amt> ;
        dcat:qualifiedRelation <#beziehung> ; prov:qualifiedAttribution <#zustaendig> ; prov:wasGeneratedBy <#tat> ;
        dct:conformsTo <#norm> ; dct:provenance <#herkunft> ; dct:relation <#daten> ; dct:isReferencedBy <#daten> ;
        foaf:page <https://daten.musterstadt.example/hilfe> ; dcat:temporalResolution "P1D"^^xsd:duration ;
        dcat:spatialResolutionInMeters 10.5 .
      <#datei> a dcat:Distribution ; dcat:accessURL <https://daten.musterstadt.example/d.zip> ;
        dct:license <#lizenz> ; odrl:hasPolicy <#regel> ; dct:conformsTo <#norm> ; foaf:page <#hilfe> ;
        dcat:compressFormat <https://www.iana.org/assignments/media-types/application/gzip> ;
        dcat:packageFormat <https://www.iana.org/assignments/media-types/application/zip> ;
        dcat:temporalResolution "P1D"^^xsd:duration ; dcat:spatialResolutionInMeters 10.5 .
      <#lizenz> a dct:LicenseDocument ; dct:type <http://purl.org/adms/licencetype/Attribution> .
      <#beziehung> a dcat:Relationship ; dcat:hadRole <#rolle> ; dct:relation <#daten> .
      <#rolle> a dcat:Role .
      <#zustaendig> a prov:Attribution ; dcat:hadRole <#rolle> ; prov:agent <#amt> .
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
    GraphUtil.addInto(page, Descriptions.graph(FURTHER));
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
