package org.allmende.harvest.source.dcat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Rdf;
import org.allmende.harvest.Reason;
import org.allmende.harvest.SourceRecord.RdfEntry;
import org.allmende.harvest.fetch.Fetcher.Fetched;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.vocab.HYDRA;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * RDF documents and the datasets in them, for the format {@code dcat} and for the commands {@code
 * import} and {@code validate}:
 *
 * <pre>{@code
 * var graph = DcatDocuments.read(document, base, notes);
 * for (var entry : DcatDocuments.split(graph, notes)) {
 *   var description = DcatDocuments.describe(entry, "", identity);
 * }
 * }</pre>
 */
public final class DcatDocuments {

  private static final Node DATASET = DCAT.Dataset.asNode();
  private static final Node CATALOG = DCAT.Catalog.asNode();

  private DcatDocuments() {}

  /**
   * All triples of a document, in whatever syntax of RDF it is written. IRIs with forbidden
   * characters are percent-encoded and told to {@code notes}; nothing outside the document is ever
   * fetched.
   *
   * @param document its media type decides the syntax, else its suffix, else its first characters
   * @param base absolute IRI against which relative ones are resolved
   * @throws IOException when it is no RDF; the message names the document, the line, the cause
   */
  public static Graph read(Fetched document, String base, RunNotes notes) throws IOException {
    return RdfReader.read(document, base, notes);
  }

  /** The media types whose syntax {@link #read} knows; a document of another type is sniffed. */
  public static Set<String> mediaTypes() {
    return RdfSyntax.mediaTypes();
  }

  /**
   * The datasets of a graph, by IRI, then those without one by key: for each node of type {@code
   * dcat:Dataset} all triples reachable from it in forward direction, over any property ({@code
   * dcat-ap-de.md} 2.6). The triple that leads to a catalog, a page of a list or another dataset
   * with an IRI is kept, their descriptions are not: they are not what is said about this dataset.
   * Another dataset without IRI is described where it is mentioned, too; nobody could look it up.
   *
   * <p>A node that has only its type is a mere reference and no dataset. What cannot be a dataset
   * is told to {@code notes} and left out.
   */
  public static List<RdfEntry> split(Graph graph, RunNotes notes) {
    var datasets =
        Rdf.instances(graph, DATASET).stream()
            .filter(node -> !Rdf.isA(graph, node, CATALOG))
            .filter(node -> isDescribed(graph, node, notes))
            .toList();
    var foreign = foreign(graph);
    var named = datasets.stream().filter(Node::isURI).map(node -> named(graph, node, foreign));
    var unnamed =
        unnamed(graph, datasets.stream().filter(Node::isBlank).toList(), foreign, notes).stream();
    return Stream.concat(named, unnamed)
        .filter(entry -> hasIdentity(entry, notes))
        .map(DcatDocuments::withUri)
        .toList();
  }

  /**
   * What an entry says, under the IRI that it has or gets: a blank node becomes {@code
   * {base}/dataset/{id}} with the id that follows from source and key (DESIGN 6). Otherwise nothing
   * is changed, added or left out.
   *
   * @param source id of the harvest source; {@code ""} for a file that belongs to none
   */
  public static DatasetDescription describe(RdfEntry entry, String source, Identity identity) {
    if (entry.uri().isPresent()) {
      return DatasetDescription.of(entry.uri().get(), entry.graph());
    }
    var uri = identity.datasetUri(identity.unnamedDatasetId(source, entry.key()));
    return DatasetDescription.owning(uri, renamed(entry.graph(), entry.node(), uri.node()));
  }

  private static Graph renamed(Graph graph, Node from, Node to) {
    var copy = GraphFactory.createDefaultGraph();
    graph.stream()
        .map(
            t ->
                Triple.create(
                    t.getSubject().equals(from) ? to : t.getSubject(),
                    t.getPredicate(),
                    t.getObject().equals(from) ? to : t.getObject()))
        .forEach(copy::add);
    return copy;
  }

  private static boolean isDescribed(Graph graph, Node node, RunNotes notes) {
    var described = graph.stream(node, Node.ANY, Node.ANY).anyMatch(t -> !isType(t));
    if (!described && node.isURI()) {
      notes.warning(Reason.of("dataset-bare", node.getURI()));
    }
    return described;
  }

  private static boolean isType(Triple triple) {
    return triple.getPredicate().equals(RDF.type.asNode());
  }

  /** Nodes whose own descriptions belong to no dataset but themselves. */
  private static Set<Node> foreign(Graph graph) {
    var foreign = new HashSet<Node>();
    Rdf.instances(graph, DATASET).stream().filter(Node::isURI).forEach(foreign::add);
    foreign.addAll(Rdf.instances(graph, CATALOG));
    foreign.addAll(Rdf.instances(graph, HYDRA.PartialCollectionView));
    foreign.addAll(Rdf.instances(graph, HYDRA.PagedCollection));
    graph.stream(Node.ANY, DCAT.dataset.asNode(), Node.ANY)
        .map(Triple::getSubject)
        .forEach(foreign::add); // a catalog that nobody typed
    return foreign;
  }

  private static RdfEntry named(Graph graph, Node node, Set<Node> foreign) {
    return new RdfEntry(node.getURI(), Optional.empty(), reachable(graph, node, foreign), node);
  }

  private static Graph reachable(Graph graph, Node node, Set<Node> foreign) {
    var target = GraphFactory.createDefaultGraph();
    Rdf.copyReachable(graph, node, foreign, target);
    return target;
  }

  /**
   * Entries without IRI: their key is the identifier, else the title; equal ones get a number in
   * the order of what is said about them.
   */
  private static List<RdfEntry> unnamed(
      Graph graph, List<Node> nodes, Set<Node> foreign, RunNotes notes) {
    var byKey = new HashMap<String, List<RdfEntry>>();
    for (var node : nodes) {
      var key = key(graph, node);
      if (key.isEmpty()) {
        notes.unreadable(Reason.of("dataset-nameless"));
      } else {
        byKey
            .computeIfAbsent(key.get(), k -> new ArrayList<>())
            .add(new RdfEntry(key.get(), Optional.empty(), reachable(graph, node, foreign), node));
      }
    }
    return byKey.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(same -> numbered(same.getValue()).stream())
        .toList();
  }

  private static Optional<String> key(Graph graph, Node node) {
    return Rdf.values(graph, node, DCTerms.identifier.asNode()).stream()
        .findFirst()
        .or(() -> Rdf.literal(graph, node, DCTerms.title.asNode()))
        .filter(key -> !key.isBlank());
  }

  private static List<RdfEntry> numbered(List<RdfEntry> entries) {
    if (entries.size() == 1) {
      return entries;
    }
    var sorted = entries.stream().sorted(Comparator.comparing(e -> contentOf(e.graph()))).toList();
    var numbered = new ArrayList<RdfEntry>();
    for (var entry : sorted) {
      var number = numbered.size() + 1;
      var key = number == 1 ? entry.key() : entry.key() + " (" + number + ")";
      numbered.add(new RdfEntry(key, entry.uri(), entry.graph(), entry.node()));
    }
    return numbered;
  }

  /** A text that does not depend on the names of blank nodes. */
  private static String contentOf(Graph graph) {
    return graph.stream()
        .map(t -> t.getPredicate().getURI() + " " + Rdf.textOf(t.getObject()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static boolean hasIdentity(RdfEntry entry, RunNotes notes) {
    var usable = entry.node().isBlank() || DatasetUri.isAbsoluteIri(entry.node().getURI());
    if (!usable) {
      notes.unreadable(Reason.of("dataset-relative", entry.node().getURI()));
    }
    return usable;
  }

  private static RdfEntry withUri(RdfEntry entry) {
    return entry.node().isBlank()
        ? entry
        : new RdfEntry(
            entry.key(),
            Optional.of(new DatasetUri(entry.node().getURI())),
            entry.graph(),
            entry.node());
  }
}
