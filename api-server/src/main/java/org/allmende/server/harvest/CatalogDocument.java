package org.allmende.server.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.HarvestPage;
import org.allmende.catalog.model.Triples;
import org.allmende.server.format.OutputFormat;
import org.allmende.server.http.ETags;
import org.allmende.server.http.Links;
import org.allmende.server.http.Problem;
import org.allmende.server.http.ProblemException;
import org.allmende.vocab.HYDRA;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes a page of the catalog: the catalog itself, its datasets with their complete descriptions,
 * and one node that leads to the other pages (dcat-ap-de.md 2.2, ckan-api.md 11.3).
 */
final class CatalogDocument {
  /** Raised when the same page is written with other bytes. */
  private static final int VERSION = 1;

  private final Catalog catalog;
  private final Links links;
  private final PageFinder finder;
  private final long maxBytes;

  /**
   * A writer of pages.
   *
   * @param finder finds what {@code q} and {@code fq} mean
   * @param maxBytes a page with more ends after fewer datasets
   */
  CatalogDocument(Catalog catalog, Links links, PageFinder finder, long maxBytes) {
    this.catalog = catalog;
    this.links = links;
    this.finder = finder;
    this.maxBytes = maxBytes;
  }

  /** The page asked for; its descriptions are read when it is written. */
  HarvestPage page(PageRequest request) {
    var window = request.of(catalog.settings().pageSize());
    return request.isSearch()
        ? catalog.harvestPage(window, found(request))
        : catalog.harvestPage(window);
  }

  private long[] found(PageRequest request) {
    try {
      return finder.find(request.texts("q"), request.texts("fq"));
    } catch (PageFinder.UnclearSearchException e) {
      throw new ProblemException(
          Problem.ofParameter(PageRequest.BAD_PARAMETER, "q", String.valueOf(e.getMessage())), e);
    }
  }

  /**
   * The tag of a page, told by what it is made of; empty when only the bytes can tell it.
   *
   * @param path the address without parameters, such as {@code /catalog.ttl}
   */
  Optional<String> tag(HarvestPage page, PageRequest request, String path, OutputFormat format) {
    if (!format.isReproducible() || !page.items().stream().allMatch(HarvestPage.Item::isReady)) {
      return Optional.empty();
    }
    var parts = new ArrayList<Object>();
    parts.addAll(List.of(VERSION, catalog.rules(), catalog.settings(), links.url(), maxBytes));
    parts.addAll(List.of(format.mediaType(), path, request.parameters()));
    parts.addAll(List.of(page.total(), page.hasNext(), page.modified()));
    for (var item : page.items()) {
      parts.add(item.ordinal());
      parts.add(item.sequence());
    }
    return Optional.of(ETags.ofParts(parts.toArray()));
  }

  /** Writes a page; the parameters are those of {@link #tag}. */
  byte[] write(HarvestPage whole, PageRequest request, String path, OutputFormat format) {
    var page = whole;
    var body = format.write(frame(page, request, path), page.items());
    while (body.length > maxBytes && page.items().size() > 1) {
      page = firstOf(page, page.items().size() * maxBytes / body.length);
      body = format.write(frame(page, request, path), page.items());
    }
    return body;
  }

  /** The page ends early; its {@code next} begins behind the last dataset that is left. */
  private static HarvestPage firstOf(HarvestPage page, long count) {
    var left = Math.clamp(count, 1, page.items().size() - 1);
    return new HarvestPage(page.items().subList(0, left), true, page.total(), page.modified());
  }

  /** The catalog, the node that leads to other pages, the links to the datasets of this one. */
  private Triples frame(HarvestPage page, PageRequest request, String path) {
    var frame = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(frame, catalog.catalogDescription(page.modified()));
    addPaging(frame, page, request, path);
    var node = NodeFactory.createURI(catalog.identity().catalogIri());
    return sink -> {
      Triples.of(frame).sendTo(sink);
      for (var item : page.items()) {
        var dataset = NodeFactory.createURI(item.uri().value());
        sink.accept(Triple.create(node, DCAT.dataset.asNode(), dataset));
      }
    };
  }

  private void addPaging(Graph graph, HarvestPage page, PageRequest request, String path) {
    var size = catalog.settings().pageSize();
    var lastPage = Math.max(1, (page.total() + size - 1) / size);
    var self = NodeFactory.createURI(request.address(links, path));
    graph.add(self, RDF.type.asNode(), HYDRA.PagedCollection);
    graph.add(self, RDF.type.asNode(), HYDRA.PartialCollectionView);
    graph.add(self, HYDRA.totalItems, number(page.total()));
    graph.add(self, HYDRA.itemsPerPage, number(size));
    link(graph, self, HYDRA.first, HYDRA.firstPage, request.address(links, path, 1));
    link(graph, self, HYDRA.last, HYDRA.lastPage, request.address(links, path, lastPage));
    if (request.page() > 1) {
      var previous = request.address(links, path, request.page() - 1L);
      link(graph, self, HYDRA.previous, HYDRA.previousPage, previous);
    }
    if (page.hasNext()) {
      var last = page.lastOrdinal().orElseThrow();
      link(graph, self, HYDRA.next, HYDRA.nextPage, request.nextAddress(links, path, last));
    }
  }

  /** Under the new name and the old one, as a plain literal: so CKAN writes and reads them. */
  private static void link(Graph graph, Node self, Node name, Node oldName, String address) {
    var literal = NodeFactory.createLiteralString(address);
    graph.add(self, name, literal);
    graph.add(self, oldName, literal);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }
}
