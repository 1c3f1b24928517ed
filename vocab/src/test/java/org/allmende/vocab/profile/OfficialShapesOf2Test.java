package org.allmende.vocab.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our shapes of DCAT-AP.de 2.0 with its conventions against the official ones. */
class OfficialShapesOf2Test {

  /** Rules that are stricter than the official shapes on purpose, each with its reason. */
  private static final Set<String> STRICTER =
      Set.of(
          // Project rules: what the portal refuses, and what ends its whole run.
          "dataset-distribution-missing",
          "dataset-title-empty",
          // A blank node is no address that anyone could open.
          "distribution-access-url-value",
          "distribution-download-url-value",
          "service-endpoint-url-value",
          // A media type is a reference; the official rule accepts the text of one too.
          "distribution-compress-format-value",
          "distribution-media-type-value",
          "distribution-package-format-value",
          // The official rules are written in the namespace r5r# by mistake and never fire.
          "catalog-availability-repeated",
          "catalog-availability-value",
          "dataset-availability-repeated",
          "dataset-availability-value",
          "distribution-availability-repeated",
          "distribution-availability-value",
          "service-availability-repeated",
          "service-availability-value",
          // Types must stand in the description: an ontology that adds them is not at hand.
          "catalog-creator-value",
          "catalog-publisher-value",
          "dataset-contact-point-value",
          "dataset-contributor-value",
          "dataset-creator-value",
          "dataset-dcatde-originator-value",
          "dataset-maintainer-value",
          "dataset-publisher-value");

  /** What the page of the example lacks in 2.0 alone. */
  private static final String FURTHER =
      """
      <#eintrag> adms:status <http://purl.org/adms/status/Completed> .
      <#serie> a dcat:Dataset ; dct:title "Reihe" ; dct:description "Eine Reihe." ; dcat:distribution <#datei> ; dct:publisher <#amt> ;
        dcatde:contributorID <http://dcat-ap.de/def/contributors/openNRW> .
      <#ort> locn:geometry "POINT(8 53)" .
      <#zeit3> a dct:PeriodOfTime ; schema:startDate "2020"^^xsd:gYear ; schema:endDate "2021"^^xsd:gYear .
      <#daten> dcat:contactPoint <#kontakt> ; dct:spatial <#ort> ; dct:temporal <#zeit3> ;
        dcatde:contributorID <http://dcat-ap.de/def/contributors/openNRW> ;
        dcatde:legalBasis "Gesetz" ; dcatde:geocodingDescription "Altstadt" ; dcatde:qualityProcessURI <#qualitaet> ;
        dcat:granularity <#monat> ; dct:type <#sammlung> ; dcatde:politicalGeocodingURI <http://dcat-ap.de/def/politicalGeocoding/stateKey/13> ;
        dcatde:originator <#amt> ; dcatde:maintainer <#amt> .
      <#datei> dcatde:plannedAvailability <#stabil> ; dct:issued "2020"^^xsd:gYear ; dct:modified "2020-01"^^xsd:gYearMonth ;
        dct:license <http://dcat-ap.de/def/licenses/cc-zero> .
      """;

  @BeforeAll
  static void needsTheOfficialShapes() {
    OfficialShapes.require();
  }

  @Test
  void findsAViolationWhereverTheOfficialShapesFindOne() throws IOException {
    var page = page();
    GraphUtil.addInto(page, Descriptions.graph(Descriptions.FURTHER + FURTHER));
    var official = new OfficialShapes("2.0", page).knowing(hashAlgorithms());
    new Comparison(Profile.DCAT_AP_DE_2, official, STRICTER).run(page, Mutations.of(page));
  }

  @Test
  void findsTheViolationsOfEveryExample() {
    for (var file : OfficialShapes.files(OfficialShapes.CONFORMANCE.resolve("examples"))) {
      var page = OfficialShapes.load(file);
      var official = new OfficialShapes("2.0", page).knowing(hashAlgorithms());
      Comparison.assertSameVerdict(
          file.toString(),
          official.violations(page),
          Descriptions.violations(Profile.DCAT_AP_DE_2, page),
          STRICTER);
    }
  }

  /** The list that the shapes refer to; the copies of the vocabularies do not have it. */
  private static Graph hashAlgorithms() {
    var list = "http://dcat-ap.de/def/hashAlgorithms";
    return Stream.of("md/1", "md/2", "md/5", "sha/1", "sha/224", "sha/256", "sha/384", "sha/512")
        .map(code -> "<" + list + "/" + code + "> skos:inScheme <" + list + "> .")
        .collect(Collectors.collectingAndThen(Collectors.joining("\n"), Descriptions::graph));
  }

  /** The example page as 2.0 wants it (dcat-ap-de.md 8). */
  private static Graph page() throws IOException {
    var eu = "http://publications.europa.eu/resource/authority/";
    var text =
        Files.readString(OfficialShapesTest.EXAMPLE)
            .replace(eu + "distribution-status/COMPLETED", "http://purl.org/adms/status/Completed")
            .replace("xsd:nonNegativeInteger", "xsd:decimal")
            .replace(
                "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
                "http://dcat-ap.de/def/hashAlgorithms/sha/256")
            .replace("dct:type <" + eu + "dataset-type/GEOSPATIAL> ;", "")
            .replace("dcat:version ", "<http://www.w3.org/2002/07/owl#versionInfo> ")
            .replace("geodcatap:custodian", "dcatde:maintainer");
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, Lang.TURTLE).parse(graph);
    return graph;
  }
}
