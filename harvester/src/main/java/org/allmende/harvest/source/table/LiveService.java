package org.allmende.harvest.source.table;

import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.LocalizedText;
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
 * The interface from which a source's data come, as a data service behind one more distribution of
 * its dataset ({@code dcat-ap-de.md} 4.4, convention 41).
 *
 * @param title such as {@code OParl interface}
 * @param endpoint its address
 * @param standard IRI of what it conforms to
 */
public record LiveService(LocalizedText title, String endpoint, Optional<String> standard) {

  private static final Pattern SECRET =
      Pattern.compile("(?i)//[^/]*@|[?&][^=]*(key|token|secret|passw|auth|sig)[^=]*=");

  /** The dataset with this service, when anybody can reach it; else as it is. */
  public Submission addTo(Submission described, HarvestContext context, Optional<String> license) {
    var isOpen = endpoint.startsWith("http") && !SECRET.matcher(endpoint).find();
    if (!isOpen || !context.source().isRemote()) {
      return described;
    }
    var uri = described.description().uri();
    var graph = described.description().copyOfGraph();
    new Writer(graph, context, license).write(described.id().orElseThrow(), uri.node());
    return new Submission(
        DatasetDescription.owning(uri, graph),
        described.record(),
        described.id(),
        described.name(),
        described.isOwnData());
  }

  /** Adds the triples. */
  private final class Writer {
    private final Graph graph;
    private final HarvestContext context;
    private final Optional<String> license;

    Writer(Graph graph, HarvestContext context, Optional<String> license) {
      this.graph = graph;
      this.context = context;
      this.license = license;
    }

    void write(String datasetId, Node dataset) {
      var service = iri(context.identity().dataServiceIri(context.source().id()));
      add(service, RDF.type.asNode(), DCAT.DataService.asNode());
      describe(service);
      add(service, DCAT.endpointURL.asNode(), iri(endpoint));
      standard.ifPresent(s -> add(service, DCTerms.conformsTo.asNode(), iri(s)));
      publisher().ifPresent(agent -> add(service, DCTerms.publisher.asNode(), agent));
      var id = Uuids.v5Below(datasetId, dataset.getURI(), "service").toString();
      var distribution = iri(context.identity().distributionIri(datasetId, id));
      add(dataset, DCAT.distribution.asNode(), distribution);
      add(distribution, RDF.type.asNode(), DCAT.Distribution.asNode());
      describe(distribution);
      add(distribution, DCAT.accessURL.asNode(), iri(endpoint));
      add(distribution, DCAT.accessService.asNode(), service);
      add(distribution, DCTerms.format.asNode(), iri(CodeLists.fileTypes().require("JSON").iri()));
    }

    private void describe(Node node) {
      title
          .byLanguage()
          .forEach(
              (language, words) ->
                  add(
                      node,
                      DCTerms.title.asNode(),
                      NodeFactory.createLiteralLang(words, language)));
      license.ifPresent(l -> add(node, DCTerms.license.asNode(), iri(l)));
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

    private void add(Node subject, Node property, Node value) {
      graph.add(Triple.create(subject, property, value));
    }

    private static Node iri(String iri) {
      return NodeFactory.createURI(iri);
    }
  }
}
