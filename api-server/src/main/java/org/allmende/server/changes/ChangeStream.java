package org.allmende.server.changes;

import org.allmende.catalog.PublicChange;
import org.allmende.server.http.Links;
import org.allmende.vocab.SPDX;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Pages of a Linked Data Event Stream: each revision is an activity (create, update, delete) whose
 * object is the dataset, as in SEMIC's feeds of DCAT-AP. A page leads to the one after it.
 */
final class ChangeStream {
  private static final String LDES = "https://w3id.org/ldes#";
  private static final String TREE = "https://w3id.org/tree#";
  private static final String AS = "https://www.w3.org/ns/activitystreams#";
  private static final Node PUBLISHED = iri(AS + "published");
  private static final Node OBJECT = iri(AS + "object");

  private final Links links;

  ChangeStream(Links links) {
    this.links = links;
  }

  Graph page(ChangePage page) {
    var graph = GraphFactory.createDefaultGraph();
    var stream = iri(links.to("/changes"));
    var self = iri(page.self());
    graph.add(stream, RDF.type.asNode(), iri(LDES + "EventStream"));
    graph.add(stream, iri(LDES + "timestampPath"), PUBLISHED);
    graph.add(stream, iri(LDES + "versionOfPath"), OBJECT);
    graph.add(stream, iri(TREE + "view"), self);
    graph.add(self, RDF.type.asNode(), iri(TREE + "Node"));
    page.changes().forEach(change -> addMember(graph, stream, change));
    page.next().ifPresent(next -> addNext(graph, self, page, next));
    return graph;
  }

  private static void addNext(Graph graph, Node self, ChangePage page, String next) {
    var relation = NodeFactory.createBlankNode();
    graph.add(self, iri(TREE + "relation"), relation);
    graph.add(relation, RDF.type.asNode(), iri(TREE + "GreaterThanOrEqualToRelation"));
    graph.add(relation, iri(TREE + "path"), PUBLISHED);
    graph.add(relation, iri(TREE + "value"), time(page.changes().getLast()));
    graph.add(relation, iri(TREE + "node"), iri(next));
  }

  private void addMember(Graph graph, Node stream, PublicChange change) {
    var member = iri(links.to("/changes#" + change.sequence()));
    graph.add(stream, iri(TREE + "member"), member);
    graph.add(member, RDF.type.asNode(), iri(AS + activity(change)));
    graph.add(member, OBJECT, iri(change.dataset().value()));
    graph.add(member, PUBLISHED, time(change));
    change.hash().ifPresent(hash -> addHash(graph, member, hash));
  }

  private static String activity(PublicChange change) {
    if (change.isTombstone()) {
      return "Delete";
    }
    return change.isFirst() ? "Create" : "Update";
  }

  private static void addHash(Graph graph, Node member, String hash) {
    var checksum = NodeFactory.createBlankNode();
    graph.add(member, SPDX.checksum, checksum);
    graph.add(checksum, RDF.type.asNode(), SPDX.Checksum);
    graph.add(checksum, SPDX.algorithm, iri(SPDX.NS + "checksumAlgorithm_sha256"));
    graph.add(
        checksum, SPDX.checksumValue, NodeFactory.createLiteralDT(hash, XSDDatatype.XSDhexBinary));
  }

  private static Node time(PublicChange change) {
    return NodeFactory.createLiteralDT(change.at().toString(), XSDDatatype.XSDdateTime);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
