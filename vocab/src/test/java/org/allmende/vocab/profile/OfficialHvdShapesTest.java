package org.allmende.vocab.profile;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our shapes for high-value datasets against the official ones, of which the class constraints do
 * not count: they demand a type of every license, address and category.
 */
class OfficialHvdShapesTest {

  /** No rule is stricter than the official shapes. */
  private static final Set<String> STRICTER = Set.of();

  /** What the example lacks. */
  private static final String FURTHER =
      """
      <#daten> a dcat:Dataset ; dcat:inSeries <#serie> ; dct:conformsTo <#norm> ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> ;
        dcatap:hvdCategory <http://data.europa.eu/bna/c_b79e35eb> ; dcat:contactPoint <#kontakt> ;
        dcat:distribution <#datei> .
      <#kontakt> a vcard:Kind ; vcard:hasURL <https://www.musterstadt.example/> ; vcard:hasEmail <mailto:a@b.example> .
      <#datei> a dcat:Distribution ; dcat:accessURL <https://daten.musterstadt.example/d> ; dct:conformsTo <#norm> ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> ; dct:rights <#rechte> .
      <#dienst> a dcat:DataService ; dcat:servesDataset <#daten> ; dcat:endpointURL <https://daten.musterstadt.example/wfs> ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> ;
        dcatap:hvdCategory <http://data.europa.eu/bna/c_b79e35eb> ; dcat:contactPoint <#kontakt> ;
        foaf:page <#hilfe> ; dct:rights <#rechte> .
      <#serie> a dcat:DatasetSeries ;
        dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> ;
        dcatap:hvdCategory <http://data.europa.eu/bna/c_b79e35eb> .
      """;

  @BeforeAll
  static void needsTheOfficialShapes() {
    OfficialShapes.require();
  }

  @Test
  void findsAViolationWhereverTheOfficialShapesFindOne() {
    var page = withoutTheCatalog(OfficialShapes.load(OfficialShapesTest.EXAMPLE));
    GraphUtil.addInto(page, Descriptions.graph(FURTHER));
    var official = new OfficialShapes("hvd-3.0.0", page, OfficialHvdShapesTest::counts);
    new Comparison(Profile.HVD, official, STRICTER).run(page, Mutations.of(page));
  }

  private static boolean counts(ReportEntry entry) {
    return !entry.sourceConstraintComponent().getURI().endsWith("#ClassConstraintComponent");
  }

  private static Graph withoutTheCatalog(Graph page) {
    page.find(Node.ANY, RDF.type.asNode(), DCAT.Catalog.asNode())
        .toList()
        .forEach(catalog -> page.remove(catalog.getSubject(), Node.ANY, Node.ANY));
    return page;
  }
}
