package org.allmende.harvest.source.dcat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.model.Rdf;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.vocab.HYDRA;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** What a page of a catalog says about the next one ({@code sources.md} 6.2). */
final class HydraPage {

  private static final List<Node> TYPES =
      List.of(HYDRA.PartialCollectionView, HYDRA.PagedCollection);
  private static final List<Node> NEXT = List.of(HYDRA.next, HYDRA.nextPage);

  private HydraPage() {}

  /**
   * The address of the next page, absolute; empty on the last one. Of several paging nodes the one
   * counts that stands for this very page.
   */
  static Optional<String> next(Graph page, String address) {
    return TYPES.stream()
        .flatMap(type -> nodes(page, type, address))
        .flatMap(
            node -> NEXT.stream().flatMap(property -> Rdf.values(page, node, property).stream()))
        .filter(next -> !next.isBlank())
        .findFirst()
        .map(next -> Fetcher.resolve(address, IriRepair.repaired(next.strip())));
  }

  private static Stream<Node> nodes(Graph page, Node type, String address) {
    var nodes = Rdf.instances(page, type);
    var itself = nodes.stream().filter(node -> node.isURI() && node.getURI().equals(address));
    return Stream.concat(itself, nodes.stream());
  }
}
