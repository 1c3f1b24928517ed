package org.allmende.catalog.validate;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.allmende.catalog.TestCatalog;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Graph;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.Test;

class ChecksTest {

  private static final Shapes SHAPES =
      Shapes.parse(org.allmende.vocab.profile.Shapes.of(Profile.DCAT_AP_DE));

  @Test
  void reportsOfAValidDescriptionWhatJenaReports() {
    assertSameAsJena(TestCatalog.valid("trees", "Bäume", "").graph());
  }

  @Test
  void reportsOfAnEmptyDescriptionWhatJenaReports() {
    var graph = graph("<https://a.example/1> a dcat:Dataset, dcat:Distribution, dcat:Catalog .");
    assertFalse(new Checks(SHAPES).run(graph).isEmpty());
    assertSameAsJena(graph);
  }

  @Test
  void reportsOfWrongValuesWhatJenaReports() {
    assertSameAsJena(
        graph(
            """
            <https://a.example/1> a dcat:Dataset ;
              dct:title <https://a.example/title>, "", "Titel"@de, "Titel"@en ;
              dct:publisher "Stadt", [ a foaf:Agent ] ; dcat:theme "Verkehr" ;
              dct:issued "gestern"^^xsd:date, 7 ; dct:spatial [ a dct:Location ] ;
              dcat:distribution [ a dcat:Distribution ; dcat:byteSize "viel" ], "Datei" .
            """));
  }

  private static Graph graph(String turtle) {
    return TestCatalog.description("https://a.example/1", turtle).graph();
  }

  private static void assertSameAsJena(Graph graph) {
    var expected = ShaclValidator.get().validate(SHAPES, graph).getEntries();
    assertEquals(texts(expected), texts(new Checks(SHAPES).run(graph)));
  }

  private static Set<String> texts(Collection<ReportEntry> entries) {
    return entries.stream()
        .map(e -> e.source() + " " + e.focusNode() + " " + e.value() + " " + e.message())
        .collect(toCollection(TreeSet::new));
  }
}
