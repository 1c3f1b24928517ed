package org.allmende.harvest.source.ckan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.MappingException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Short words for the tests of this package. */
final class CkanTests {

  static final CkanSourceFormat FORMAT = new CkanSourceFormat();
  static final String SITE = "https://ckan.example";
  static final String PREFIXES =
      """
      @prefix adms: <http://www.w3.org/ns/adms#> .
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dcatap: <http://data.europa.eu/r5r/> .
      @prefix dcatde: <http://dcat-ap.de/def/dcatde/> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix geodcatap: <http://data.europa.eu/930/> .
      @prefix gsp: <http://www.opengis.net/ont/geosparql#> .
      @prefix locn: <http://www.w3.org/ns/locn#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix spdx: <http://spdx.org/rdf/terms#> .
      @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix eu: <http://publications.europa.eu/resource/authority/> .
      """;

  private CkanTests() {}

  /** Describes a package with id {@code p1}, title {@code T} and these further members. */
  static Submission describe(String members) {
    var json =
        "{\"id\": \"p1\", \"title\": \"T\"" + (members.isBlank() ? "" : ", ") + members + "}";
    try {
      return CkanDescriptions.describe(json, SITE, CatalogRecord.own(Given.NOW));
    } catch (MappingException e) {
      throw new AssertionError(e);
    }
  }

  /** What these members say beside id and title is exactly this; {@code <>} is the dataset. */
  static void assertSays(String members, String turtle) {
    var actual = GraphFactory.createDefaultGraph();
    var plain = describe("").description().graph();
    var said = describe(members).description().graph();
    said.stream().filter(triple -> !plain.contains(triple)).forEach(actual::add);
    var expected =
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).base(SITE + "/dataset/p1").toGraph();
    assertTrue(
        expected.isIsomorphicWith(actual), () -> "expected " + expected + "\nbut was  " + actual);
  }

  static boolean says(Submission submission, Node property, Node value) {
    return submission
        .description()
        .graph()
        .contains(Triple.create(submission.description().node(), property, value));
  }
}
