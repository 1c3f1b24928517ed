package org.allmende.harvest.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.vocab.DCATAP;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class EnrichmentTest {

  private static final DatasetUri URI = new DatasetUri("https://quelle.example/dataset/1");

  private static Graph turtle(String text) {
    var prefixes =
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX dcatde: <http://dcat-ap.de/def/dcatde/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
        PREFIX theme: <http://publications.europa.eu/resource/authority/data-theme/>
        """;
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(prefixes + text, Lang.TURTLE).base(URI.value()).parse(graph);
    return graph;
  }

  private static Submission enriched(String text, Defaults defaults, List<String> override) {
    return enriched(text, defaults, override, Map.of());
  }

  private static Submission enriched(
      String text, Defaults defaults, List<String> override, Map<String, List<String>> highValue) {
    var source =
        new HarvestSource(
            "landkreis",
            "dcat",
            "https://quelle.example/",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            defaults,
            override,
            FetchPolicy.defaults(),
            highValue);
    var submission =
        Submission.of(
            DatasetDescription.of(URI, turtle(text)),
            CatalogRecord.harvested("landkreis", "1", Harvests.NOW));
    return Enrichment.standard().apply(submission, Harvests.context(source));
  }

  private static void assertSays(Submission submission, String text) {
    var missing = turtle(text);
    GraphUtil.deleteFrom(missing, submission.description().graph());
    assertTrue(missing.isEmpty(), missing.toString());
  }

  @Test
  void leavesAnEntryAloneWhenTheSourceHasNoDefaults() {
    var text = "<> a dcat:Dataset ; dct:title \"Radwege\" .";
    assertTrue(
        enriched(text, Defaults.none(), List.of())
            .description()
            .graph()
            .isIsomorphicWith(turtle(text)));
  }

  @Test
  void fillsWhatTheEntryLeavesOut() {
    var enriched =
        enriched(
            "<> a dcat:Dataset ; dct:title \"Radwege\" ; dcat:distribution <#d> .",
            Harvests.titled(),
            List.of());

    assertSays(
        enriched,
        """
        <> dcat:theme theme:ENVI ; dcat:keyword "Brunnen"@de ; dcat:contactPoint <#contact> .
        <#contact> a vcard:Kind ; vcard:hasEmail <mailto:offene-daten@musterstadt.example> .
        <#d> dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> ;
          dcatde:licenseAttributionByText "Stadt Musterstadt"@de .
        """);
    assertEquals(Optional.of("Radwege"), enriched.description().view().title().exactly(""));
  }

  @Test
  void neverReplacesWhatTheEntrySays() {
    var text =
        """
        <> a dcat:Dataset ; dcat:theme theme:TRAN ; dcat:keyword "Rad" ; dcat:contactPoint <#c> ;
          dcat:distribution <#d> .
        <#d> dct:license <http://dcat-ap.de/def/licenses/cc-zero> .
        """;
    var view = enriched(text, Harvests.titled(), List.of()).description().view();

    assertEquals(1, view.distributions().size());
    assertEquals(1, view.contacts().size());
    assertTrue(
        turtle(text).stream()
            .allMatch(
                t ->
                    enriched(text, Harvests.titled(), List.of())
                        .description()
                        .graph()
                        .contains(t)));
  }

  @Test
  void replacesTheContactWhereTheOperatorSaysSo() {
    var enriched =
        enriched(
            """
            <> a dcat:Dataset ; dcat:contactPoint [ a vcard:Kind ; vcard:fn "Altes Amt" ] .
            """,
            Harvests.titled(),
            List.of("contact"));

    assertSays(enriched, "<> dcat:contactPoint <#contact> .");
    assertTrue(
        enriched.description().graph().stream()
            .noneMatch(t -> t.getObject().toString().contains("Altes Amt")));
  }

  @Test
  void replacesThePublisherWhereTheOperatorSaysSo() {
    var enriched =
        enriched(
            "<> a dcat:Dataset ; dct:publisher [ a foaf:Agent ; foaf:name \"Kreis\" ] .",
            Harvests.titled(),
            List.of("publisher"));
    assertEquals(
        Optional.of("Stadt Musterstadt"),
        enriched.description().view().publisher().orElseThrow().name().in("de"));
    assertEquals(Optional.of("stadt-musterstadt"), enriched.record().organization());
  }

  @Test
  void marksTheDatasetsThatTheOperatorNamesAsHighValueAndNoOthers() {
    var category = "http://data.europa.eu/bna/c_e4358335";
    var text = "<> a dcat:Dataset ; dct:identifier 'LK-7' .";
    for (var key : List.of(URI.value(), "LK-7")) {
      var marked = enriched(text, Defaults.none(), List.of(), Map.of(key, List.of(category)));
      assertTrue(
          marked
              .description()
              .graph()
              .contains(URI.node(), DCATAP.hvdCategory, NodeFactory.createURI(category)),
          key);
    }
    var other = enriched(text, Defaults.none(), List.of(), Map.of("LK-8", List.of(category)));
    assertTrue(other.description().graph().isIsomorphicWith(turtle(text)));
  }
}
