package org.allmende.harvest.source.dcat;

import static org.allmende.harvest.source.dcat.DcatTests.entries;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.catalog.model.Rdf;
import org.allmende.harvest.SourceRecord.RdfEntry;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.Shared;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catalogs and examples as others published them. */
class DcatRealInputTest {

  @Test
  void readsTheSixDatasetsOfAHydraCatalog() throws IOException {
    var pages = new Given.Pages();
    var file = Shared.require("real-data/catalogs/dcat/hydra-catalog.rdf");

    var entries = entries(pages, file.toString());

    assertEquals(6, entries.size());
    assertEquals(0, pages.notes().unreadableCount());
    assertTrue(pages.notes().isComplete());
  }

  @Test
  void resolvesRelativeIrisOfAFileWithoutTellingWhereItLay() throws IOException {
    var file = Shared.require("real-data/catalogs/dcat/hydra-catalog.rdf");

    var all = entries(new Given.Pages(), file.toString());

    var iris =
        all.stream()
            .flatMap(entry -> entry.graph().stream())
            .map(triple -> triple.getObject().toString())
            .toList();
    assertTrue(iris.contains(Given.BASE + "/berlin"));
    assertTrue(iris.stream().noneMatch(iri -> iri.startsWith("file:")));
  }

  @Test
  void readsADatasetOfGovData() throws IOException {
    var file = Shared.require("real-data/catalogs/dcat/dataset_gov_de.rdf");

    var entries = entries(new Given.Pages(), file.toString());

    assertEquals(
        List.of("https://www.opendata-hro.de/dataset/c1be4007-d811-48fb-8818-2cb358b06a63"),
        DcatTests.keys(entries));
  }

  @Test
  void readsTheCatalogOfTheSampleTownsDistrict() throws IOException {
    var file = Path.of("../sample-data/src/main/resources/musterstadt/dcat/landkreis.ttl");
    Assumptions.assumeTrue(Files.isRegularFile(file));
    var pages = new Given.Pages();

    var entries = entries(pages, file.toAbsolutePath().normalize().toString());

    assertEquals(8, entries.size());
    assertEquals(List.of(), pages.notes().warnings());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void losesNoTripleOfAnExample(Path file) throws IOException {
    var pages = new Given.Pages();
    var entries = entries(pages, file.toString());

    var expected = reachableFromDatasets(file);
    var union = union(entries);

    assertTrue(expected.isIsomorphicWith(union), () -> difference(expected, union));
    assertEquals(0, pages.notes().unreadableCount());
  }

  static Stream<Path> examples() {
    return Stream.concat(
        Shared.files("conformance/dcat-ap-de/examples", ".ttl", ".rdf", ".jsonld").stream(),
        Stream.of(Shared.require("real-data/catalogs/dcat/dataset_gov_de.rdf")));
  }

  /** Every triple that a reader who knows nothing of us finds behind a dataset of the file. */
  private static Graph reachableFromDatasets(Path file) throws IOException {
    var base = Given.BASE + "/" + file.getFileName();
    var graph = GraphFactory.createDefaultGraph();
    try (var in = Files.newInputStream(file)) {
      var lang = RDFLanguages.filenameToLang(file.toString());
      RDFDataMgr.read(graph, in, base, lang);
    }
    var catalogs = new HashSet<Node>(Rdf.instances(graph, DCAT.Catalog.asNode()));
    graph.stream(Node.ANY, DCAT.dataset.asNode(), Node.ANY)
        .forEach(t -> catalogs.add(t.getSubject()));
    var target = GraphFactory.createDefaultGraph();
    for (var dataset : Rdf.instances(graph, DCAT.Dataset.asNode())) {
      if (graph.stream(dataset, Node.ANY, Node.ANY).count() > 1) {
        Rdf.copyReachable(graph, dataset, catalogs, target);
      }
    }
    return target;
  }

  private static Graph union(List<RdfEntry> entries) {
    var union = GraphFactory.createDefaultGraph();
    entries.forEach(entry -> GraphUtil.addInto(union, entry.graph()));
    return union;
  }

  private static String difference(Graph expected, Graph actual) {
    return "expected " + expected.size() + " triples, got " + actual.size();
  }
}
