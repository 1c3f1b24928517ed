package org.allmende.harvest.source.oparl;

import static org.allmende.harvest.source.oparl.OparlTests.SYSTEM;
import static org.allmende.harvest.source.oparl.OparlTests.require;
import static org.allmende.harvest.source.oparl.OparlTests.submission;
import static org.allmende.harvest.source.oparl.OparlTests.tables;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.Rdf;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.source.Given;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OparlMapTest {

  private static final String COUNCIL =
      """
      {"type": "https://schema.oparl.org/1.1/System", "body": {"id": "b:1", MORE
        "organization": [
          {"id": "o:1", "type": "https://schema.oparl.org/1.1/Organization", "name": "Rat"}],
        "paper": [{"id": "p:1", "type": "https://schema.oparl.org/1.1/Paper", "name": "P"}]}}
      """;

  @Test
  void hasTitlesBuiltIn() throws IOException {
    var papers = remote("papers", "").description().view();

    assertEquals(Optional.of("Vorlagen und Anträge"), papers.title().exactly("de"));
    assertEquals(Optional.of("Papers and motions"), papers.title().exactly("en"));
    assertEquals(
        Given.BASE + "/dataset/" + Given.identity().sourceDatasetId("quelle", "papers"),
        papers.uri().value());
  }

  @Test
  void isAboutGovernmentUnlessTheOperatorSaysOtherwise() throws IOException {
    var source = OparlTests.source(SYSTEM, "papers");
    var silent = submission(source, "papers", require(tables(source, council("")), "papers"));

    assertEquals("GOVE", silent.description().view().themes().getFirst().code());
    assertEquals(List.of(), remote("papers", "").description().view().themes());
  }

  @Test
  void refersFromCommitteesToTheirPatternDataset() throws IOException {
    var view = remote("organizations", "").description().view();

    assertEquals(
        List.of(
            "https://musterdatenkatalog.de/def/musterdatensatz/"
                + "politischePartizipation/politischeVertretung/gremium"),
        view.values(DCTerms.references.asNode()));
    assertEquals(List.of("Brunnen", "Gremium", "Politische Vertretung"), view.keywords());
    assertEquals(
        List.of(), remote("papers", "").description().view().values(DCTerms.references.asNode()));
  }

  @Test
  void leadsToTheInterfaceThroughOneMoreDistribution() throws IOException {
    var description = remote("papers", "").description();
    var graph = description.graph();
    var service = Rdf.instances(graph, DCAT.DataService.asNode()).getFirst();

    assertEquals(Given.identity().dataServiceIri("quelle"), service.getURI());
    assertEquals(List.of(SYSTEM), Rdf.iris(graph, service, DCAT.endpointURL.asNode()));
    assertEquals(
        List.of("https://schema.oparl.org/1.1/"),
        Rdf.iris(graph, service, DCTerms.conformsTo.asNode()));
    assertEquals(
        List.of(Given.identity().organizationIri("Stadt Musterstadt")),
        Rdf.iris(graph, service, DCTerms.publisher.asNode()));
    var behind =
        description.view().distributions().stream()
            .filter(d -> !d.services().isEmpty())
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of(SYSTEM), behind.accessUrl());
    assertEquals(Optional.empty(), behind.downloadUrl());
    assertTrue(behind.license().isPresent());
  }

  @Test
  void namesNoServiceForAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("p.json"),
        "{\"id\": \"p:1\", \"type\": \"https://schema.oparl.org/1.1/Paper\"}");
    var source = OparlTests.source(folder.toString(), "papers");

    var table = require(tables(source, new Given.Pages()), "papers");

    assertEquals(
        1, submission(source, "papers", table).description().view().distributions().size());
  }

  @Test
  void isUnderTheLicenseOfTheBodyWhenTheListKnowsIt() throws IOException {
    assertEquals(
        Optional.of("http://dcat-ap.de/def/licenses/cc-by/4.0"),
        license("\"license\": \"https://creativecommons.org/licenses/by/4.0/\","));
    assertEquals(
        Optional.of("http://dcat-ap.de/def/licenses/dl-by-de/2.0"),
        license("\"license\": \"hausgemacht\","));
    assertEquals(Optional.of("http://dcat-ap.de/def/licenses/dl-by-de/2.0"), license(""));
  }

  @Test
  void staysADraftWithoutAnyLicense() throws IOException {
    var source = OparlTests.source(SYSTEM, "papers");

    var submission = submission(source, "papers", require(tables(source, council("")), "papers"));

    assertEquals(DatasetState.DRAFT, submission.record().state());
  }

  private static Optional<String> license(String member) throws IOException {
    DatasetView view = remote("papers", member).description().view();
    return view.distributions().getFirst().license();
  }

  private static Given.Pages council(String members) {
    return new Given.Pages().with(SYSTEM, "application/json", COUNCIL.replace("MORE", members));
  }

  private static Submission remote(String table, String members) throws IOException {
    var source = configured();
    return submission(source, table, require(tables(source, council(members)), table));
  }

  private static HarvestSource configured() {
    return Given.source(
        "oparl",
        SYSTEM,
        List.of("organizations", "papers"),
        Harvests.titled(),
        FetchPolicy.defaults());
  }
}
