package org.allmende.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** What spec/dcat-ap-de.md 4.2 and 4.3 call mandatory, and what we added on purpose. */
class DistrictCatalogTest {

  private final Model catalog =
      RDFDataMgr.loadModel(Town.FOLDER.resolve("dcat/landkreis.ttl").toString());

  @Test
  void listsEachOfItsDatasets() {
    assertEquals(Samples.DISTRICT_DATASETS, datasets().size());
    for (Resource dataset : datasets()) {
      assertTrue(catalog.contains(null, DCAT.dataset, dataset), dataset.toString());
    }
  }

  @Test
  void saysWhatIsMandatoryOfEveryDataset() {
    for (Resource dataset : datasets()) {
      for (var property :
          List.of(
              DCTerms.title,
              DCTerms.description,
              DCAT.distribution,
              DCAT.contactPoint,
              DCAT.keyword,
              DCAT.theme)) {
        assertTrue(dataset.hasProperty(property), dataset + " " + property);
      }
      assertEquals(
          1, dataset.listProperties(DCTerms.publisher).toList().size(), dataset.toString());
    }
  }

  @Test
  void saysWhatIsMandatoryOfEveryDistribution() {
    for (Resource distribution : instances(DCAT.Distribution)) {
      assertTrue(
          distribution.getProperty(DCAT.accessURL).getObject().isURIResource(),
          distribution.toString());
      assertEquals(
          1, distribution.listProperties(DCTerms.license).toList().size(), distribution.toString());
      assertTrue(distribution.hasProperty(DCTerms.format), distribution.toString());
    }
  }

  @Test
  void leavesSomethingForTheViewToAdd() {
    assertTrue(datasets().stream().anyMatch(dataset -> !dataset.hasProperty(DCTerms.identifier)));
    assertTrue(datasets().stream().anyMatch(dataset -> !dataset.hasProperty(DCTerms.modified)));
  }

  @Test
  void hasOneDistributionWithoutAnIriAndOneBehindAService() {
    var distributions = instances(DCAT.Distribution);

    assertEquals(1, distributions.stream().filter(Resource::isAnon).count());
    assertEquals(
        1, distributions.stream().filter(it -> it.hasProperty(DCAT.accessService)).count());
    assertFalse(datasets().stream().anyMatch(Resource::isAnon));
  }

  private List<Resource> datasets() {
    return instances(DCAT.Dataset);
  }

  private List<Resource> instances(Resource type) {
    return catalog.listSubjectsWithProperty(RDF.type, type).toList();
  }
}
