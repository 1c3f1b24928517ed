package org.allmende.server.rehearsal;

import java.util.stream.Stream;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** What becomes of the distributions of a dataset and of their licenses (dcat-ap-de.md 2.7). */
final class DistributionChecks {

  /** Of the old forms, the portal knows those in this namespace. */
  private static final String LICENSES = "http://dcat-ap.de/def/licenses/";

  private final Findings findings;

  DistributionChecks(Findings findings) {
    this.findings = findings;
  }

  void check(PortalDataset dataset) {
    for (var node : Rdf.objects(dataset.kept(), dataset.node(), DCAT.distribution.asNode())) {
      if (node.isBlank()) {
        findings.note(Check.DISTRIBUTION_UNNAMED, dataset.guid(), link(dataset, node));
      }
      if (!node.isLiteral()) {
        checkLicense(dataset, node);
      }
    }
  }

  /** By which people know a distribution without IRI. */
  private static String link(PortalDataset dataset, Node distribution) {
    return Stream.of(DCAT.downloadURL.asNode(), DCAT.accessURL.asNode())
        .flatMap(property -> Rdf.values(dataset.kept(), distribution, property).stream())
        .findFirst()
        .orElse("");
  }

  private void checkLicense(PortalDataset dataset, Node distribution) {
    var licenses = Rdf.objects(dataset.kept(), distribution, DCTerms.license.asNode());
    var place = distribution.isURI() ? distribution.getURI() : link(dataset, distribution);
    if (licenses.isEmpty()) {
      findings.note(Check.LICENSE_MISSING, dataset.guid(), place);
    } else if (licenses.size() > 1) {
      findings.note(Check.LICENSE_SEVERAL, dataset.guid(), place);
    }
    licenses.forEach(license -> checkLicense(dataset, Rdf.textOf(license)));
  }

  private void checkLicense(PortalDataset dataset, String license) {
    if (CodeLists.licenses().findByIri(license).isPresent()) {
      return;
    }
    var current = CodeLists.licenses().find(license).filter(l -> license.startsWith(LICENSES));
    if (current.isPresent()) {
      findings.note(Check.LICENSE_MAPPED, dataset.guid(), license + " → " + current.get().iri());
    } else {
      findings.note(Check.LICENSE_UNKNOWN, dataset.guid(), license);
    }
  }
}
