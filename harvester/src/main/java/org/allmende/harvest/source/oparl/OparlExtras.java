package org.allmende.harvest.source.oparl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Uuids;
import org.allmende.harvest.HarvestContext;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What is known of every council information system beside its tables: the theme, the pattern
 * dataset of its committees, and the OParl interface as a data service behind one more distribution
 * ({@code dcat-ap-de.md} 4.4, convention 41).
 */
final class OparlExtras {

  private static final String PATTERN =
      "https://musterdatenkatalog.de/def/musterdatensatz/"
          + "politischePartizipation/politischeVertretung/gremium";
  private static final List<String> PATTERN_KEYWORDS = List.of("Politische Vertretung", "Gremium");
  private static final Pattern SECRET =
      Pattern.compile("(?i)//[^/]*@|[?&][^=]*(key|token|secret|passw|auth|sig)[^=]*=");

  private final HarvestContext context;
  private final Graph graph;
  private final Node dataset;

  OparlExtras(HarvestContext context, Graph graph, DatasetUri uri) {
    this.context = context;
    this.graph = graph;
    this.dataset = uri.node();
  }

  void addTheme() {
    if (context.source().defaults().themes().isEmpty()) {
      add(dataset, DCAT.theme.asNode(), iri(CodeLists.themes().require("GOVE").iri()));
    }
  }

  /** A pattern dataset comes with its topic and name as keywords ({@code dcat-ap-de.md} 5.5). */
  void addPattern() {
    var defaults = context.source().defaults();
    if (defaults.references().isEmpty()) {
      add(dataset, DCTerms.references.asNode(), iri(PATTERN));
      PATTERN_KEYWORDS.forEach(word -> keyword(word, "de"));
      defaults.keywords().forEach(word -> keyword(word, context.settings().language()));
    }
  }

  private void keyword(String word, String language) {
    add(dataset, DCAT.keyword.asNode(), NodeFactory.createLiteralLang(word, language));
  }

  /**
   * The interface itself, when anybody can reach it.
   *
   * @param datasetId the dataset's id, from which the distribution's follows
   * @param version address of the OParl version, where the objects tell
   */
  void addService(String datasetId, Optional<String> version, Optional<String> license) {
    var source = context.source();
    if (!source.isRemote() || SECRET.matcher(source.location()).find()) {
      return;
    }
    var service = iri(context.identity().dataServiceIri(source.id()));
    var endpoint = iri(source.location());
    add(service, RDF.type.asNode(), DCAT.DataService.asNode());
    title(service);
    add(service, DCAT.endpointURL.asNode(), endpoint);
    version.ifPresent(v -> add(service, DCTerms.conformsTo.asNode(), iri(v)));
    publisher().ifPresent(agent -> add(service, DCTerms.publisher.asNode(), agent));
    license.ifPresent(l -> add(service, DCTerms.license.asNode(), iri(l)));
    addDistribution(datasetId, service, endpoint, license);
  }

  private void addDistribution(
      String datasetId, Node service, Node endpoint, Optional<String> license) {
    var id = Uuids.v5Below(datasetId, dataset.getURI(), "service").toString();
    var distribution = iri(context.identity().distributionIri(datasetId, id));
    add(dataset, DCAT.distribution.asNode(), distribution);
    add(distribution, RDF.type.asNode(), DCAT.Distribution.asNode());
    title(distribution);
    add(distribution, DCAT.accessURL.asNode(), endpoint);
    add(distribution, DCAT.accessService.asNode(), service);
    add(distribution, DCTerms.format.asNode(), iri(CodeLists.fileTypes().require("JSON").iri()));
    license.ifPresent(l -> add(distribution, DCTerms.license.asNode(), iri(l)));
  }

  private void title(Node node) {
    add(node, DCTerms.title.asNode(), NodeFactory.createLiteralLang("OParl-Schnittstelle", "de"));
    add(node, DCTerms.title.asNode(), NodeFactory.createLiteralLang("OParl interface", "en"));
  }

  /** The organization that becomes the dataset's publisher; it is described there. */
  private Optional<Node> publisher() {
    var wanted = context.source().defaults().publisher();
    return context.settings().organizations().stream()
        .filter(o -> wanted.isEmpty() || wanted.get().equals(o.name().value()))
        .findFirst()
        .map(this::agent);
  }

  private Node agent(ConfiguredOrganization organization) {
    return iri(
        organization
            .iri()
            .orElseGet(() -> context.identity().organizationIri(organization.title())));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private void add(Node subject, Node property, Node value) {
    graph.add(Triple.create(subject, property, value));
  }
}
