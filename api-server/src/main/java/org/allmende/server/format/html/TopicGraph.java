package org.allmende.server.format.html;

import java.util.List;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.Triples;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.Page;
import org.allmende.vocab.DCAT3;
import org.allmende.vocab.HYDRA;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The pages of topics and their lists as RDF: a page is a collection of datasets that says how many
 * there are and what it is about. Each dataset stands there with its title and the link to the
 * topic; everything else about it is at its own address.
 */
final class TopicGraph {
  private final Catalog catalog;
  private final TopicPages pages;

  TopicGraph(Catalog catalog, TopicPages pages) {
    this.catalog = catalog;
    this.pages = pages;
  }

  /** The topics of a list with their counts. */
  Triples of(ListPage list) {
    var graph = GraphFactory.createDefaultGraph();
    var language = list.frame().language();
    for (var entry : list.entries()) {
      addTopic(graph, entry.topic(), language);
      addCollection(graph, entry.topic(), list.frame().absolute(entry.address()), entry.count());
    }
    return Triples.of(graph);
  }

  /** A topic and its datasets, the {@value Page#MAX_LIMIT} that changed last. */
  Triples of(TopicPage page) {
    var graph = GraphFactory.createDefaultGraph();
    var topic = page.topic();
    var collection = iri(page.frame().canonical());
    addTopic(graph, topic, page.frame().language());
    addCollection(graph, topic, page.frame().canonical(), page.total());
    for (var entry : entries(topic)) {
      graph.add(collection, HYDRA.member, iri(entry.uri().value()));
      addDataset(graph, entry, topic);
    }
    return Triples.of(graph);
  }

  private List<CatalogEntry> entries(Topic topic) {
    var found = pages.datasets(topic, new Page(0, Page.MAX_LIMIT));
    return catalog.entries(found.hits().stream().map(Hit::ordinal).toList()).stream()
        .filter(CatalogEntry::isPublic)
        .toList();
  }

  private static void addTopic(Graph graph, Topic topic, String language) {
    var node = iri(topic.iri());
    graph.add(node, RDF.type.asNode(), type(topic.kind()));
    graph.add(node, name(topic.kind()), label(topic, language));
  }

  private static Node label(Topic topic, String language) {
    return topic.kind() == TopicKind.PUBLISHER
        ? NodeFactory.createLiteralString(topic.label())
        : NodeFactory.createLiteralLang(topic.label(), language);
  }

  private static Node name(TopicKind kind) {
    return switch (kind) {
      case THEME, PLACE -> SKOS.prefLabel.asNode();
      case PUBLISHER -> FOAF.name.asNode();
      case SERIES -> DCTerms.title.asNode();
    };
  }

  private static Node type(TopicKind kind) {
    return switch (kind) {
      case THEME -> SKOS.Concept.asNode();
      case PUBLISHER -> FOAF.Agent.asNode();
      case PLACE -> DCTerms.Location.asNode();
      case SERIES -> DCAT3.DatasetSeries;
    };
  }

  private static void addCollection(Graph graph, Topic topic, String page, long count) {
    var node = iri(page);
    graph.add(node, RDF.type.asNode(), HYDRA.Collection);
    graph.add(node, FOAF.primaryTopic.asNode(), iri(topic.iri()));
    graph.add(node, RDFS.label.asNode(), NodeFactory.createLiteralString(topic.label()));
    graph.add(
        node,
        HYDRA.totalItems,
        NodeFactory.createLiteralDT(Long.toString(count), XSDDatatype.XSDinteger));
  }

  private static void addDataset(Graph graph, CatalogEntry entry, Topic topic) {
    var dataset = iri(entry.uri().value());
    graph.add(dataset, RDF.type.asNode(), DCAT.Dataset.asNode());
    graph.add(dataset, link(topic.kind()), iri(topic.iri()));
    entry
        .view()
        .title()
        .byLanguage()
        .forEach(
            (tag, title) ->
                graph.add(
                    dataset,
                    DCTerms.title.asNode(),
                    tag.isEmpty()
                        ? NodeFactory.createLiteralString(title)
                        : NodeFactory.createLiteralLang(title, tag)));
  }

  private static Node link(TopicKind kind) {
    return switch (kind) {
      case THEME -> DCAT.theme.asNode();
      case PUBLISHER -> DCTerms.publisher.asNode();
      case PLACE -> DCTerms.spatial.asNode();
      case SERIES -> DCAT3.inSeries;
    };
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
