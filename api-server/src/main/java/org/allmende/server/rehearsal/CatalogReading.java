package org.allmende.server.rehearsal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Rdf;
import org.allmende.catalog.validate.Validator;
import org.allmende.vocab.HYDRA;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Reads the datasets of the pages (dcat-ap-de.md 2.3): every node that is called one, whether the
 * catalog names it or not.
 */
final class CatalogReading {
  private static final Node TITLE = DCTerms.title.asNode();

  /** The portal's own language. */
  private static final String PORTAL = "de";

  /**
   * A page does not tell us its order, which decides which of equal names gets which number; the
   * order that goes wrong most easily has the longer names first.
   */
  private static final Comparator<PortalDataset> LONG_NAMES_FIRST =
      Comparator.comparingInt((PortalDataset dataset) -> dataset.name().length()).reversed();

  private final String address;
  private final Portal portal;
  private final Findings findings;
  private final PageChecks pageChecks;
  private final ValueChecks values;
  private final DistributionChecks distributions;
  private final ReachChecks reach;

  /**
   * A reading of one catalog.
   *
   * @param address of the source, which is part of the guid of datasets without IRI and identifier
   */
  CatalogReading(String address, Validator validator, Portal portal, Findings findings) {
    this.address = address;
    this.portal = portal;
    this.findings = findings;
    this.pageChecks = new PageChecks(findings);
    this.values = new ValueChecks(findings);
    this.distributions = new DistributionChecks(findings);
    this.reach = new ReachChecks(validator, findings);
  }

  /** How many datasets there were so far. */
  int size() {
    return portal.size();
  }

  /** Takes the datasets of a page; true when one of them was new. */
  boolean take(Graph page, String pageAddress) {
    pageChecks.check(page, pageAddress);
    var foreign = notOfADataset(page);
    var before = portal.size();
    var datasets = Rdf.instances(page, DCAT.Dataset.asNode());
    datasets.stream()
        .map(node -> dataset(page, node, foreign))
        .sorted(LONG_NAMES_FIRST)
        .forEach(dataset -> take(dataset, foreign));
    reach.endOfPage();
    return portal.size() > before;
  }

  private void take(PortalDataset dataset, Set<Node> foreign) {
    if (!portal.take(dataset)) {
      return;
    }
    if (dataset.node().isBlank()) {
      findings.note(Check.GUID_WITHOUT_IRI, dataset.guid());
    }
    values.check(dataset);
    distributions.check(dataset);
    reach.check(dataset, foreign);
  }

  /** The catalog, its pages, and all datasets: where the description of one dataset must end. */
  private static Set<Node> notOfADataset(Graph page) {
    var foreign = new HashSet<Node>();
    for (var type :
        List.of(
            DCAT.Catalog.asNode(),
            DCAT.Dataset.asNode(),
            HYDRA.PartialCollectionView,
            HYDRA.PagedCollection)) {
      foreign.addAll(Rdf.instances(page, type));
    }
    page.stream(Node.ANY, DCAT.dataset.asNode(), Node.ANY)
        .map(Triple::getSubject)
        .forEach(foreign::add);
    return foreign;
  }

  private PortalDataset dataset(Graph page, Node node, Set<Node> foreign) {
    var kept = GraphFactory.createDefaultGraph();
    Rdf.copyReachable(page, node, foreign, kept);
    addTypes(kept, page, foreign);
    var title = title(page, node);
    var name = title.isEmpty() ? "" : DatasetSlug.ofTitle(title, "__").value();
    var identifier = value(page, node, DCTerms.identifier.asNode());
    return new PortalDataset(
        guid(node, identifier, name),
        node,
        title,
        name,
        identifier,
        value(page, node, DCTerms.modified.asNode()),
        !Rdf.objects(page, node, DCAT.distribution.asNode()).isEmpty(),
        kept);
  }

  /** What the dataset leads to is there on the portal, and known by its type. */
  private static void addTypes(Graph kept, Graph page, Set<Node> foreign) {
    for (var triple : kept.find().toList()) {
      if (foreign.contains(triple.getObject())) {
        ReachChecks.types(page, triple.getObject()).forEach(kept::add);
      }
    }
  }

  private static String title(Graph page, Node node) {
    var literals = Rdf.text(page, node, TITLE);
    return literals
        .exactly(PORTAL)
        .or(() -> literals.byLanguage().values().stream().findFirst())
        .or(() -> Rdf.values(page, node, TITLE).stream().filter(t -> !t.isEmpty()).findFirst())
        .orElse("");
  }

  private String guid(Node node, Optional<String> identifier, String name) {
    return node.isURI()
        ? PageReader.relative(node.getURI()).orElse(node.getURI())
        : identifier.orElseGet(() -> address.replaceFirst("/+$", "") + "/" + name);
  }

  private static Optional<String> value(Graph page, Node node, Node property) {
    return Rdf.values(page, node, property).stream().filter(text -> !text.isEmpty()).findFirst();
  }
}
