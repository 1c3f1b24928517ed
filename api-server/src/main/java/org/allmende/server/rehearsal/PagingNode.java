package org.allmende.server.rehearsal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.HYDRA;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What a page says about paging (dcat-ap-de.md 2.2): the new class before the old, so the names.
 */
final class PagingNode {
  private static final List<Node> TYPES =
      List.of(HYDRA.PartialCollectionView, HYDRA.PagedCollection);
  private static final List<Node> NEXT = List.of(HYDRA.next, HYDRA.nextPage);

  private PagingNode() {}

  /** The next page as it is written, IRI or literal; empty on the last. */
  static Optional<String> next(Graph page) {
    return nodes(page)
        .flatMap(node -> NEXT.stream().flatMap(name -> Rdf.values(page, node, name).stream()))
        .map(String::strip)
        .filter(next -> !next.isEmpty())
        .findFirst();
  }

  /** How many datasets the catalog says it has. */
  static OptionalLong total(Graph page) {
    return nodes(page)
        .flatMap(node -> Rdf.values(page, node, HYDRA.totalItems).stream())
        .filter(total -> total.matches("\\d{1,12}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static Stream<Node> nodes(Graph page) {
    return TYPES.stream().flatMap(type -> Rdf.instances(page, type).stream());
  }
}
