package org.allmende.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.GraphHash;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Rdf;
import org.allmende.catalog.model.StoredDescription;
import org.allmende.catalog.model.Uuids;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Everything about a publication that needs no lock: comparing, naming, computing the view,
 * packing. It is done beside other writers, on several threads; the transaction then only checks
 * that the proposal still holds.
 */
final class Preparation {

  /**
   * More triples than any honest description has; a larger one is no description of one dataset.
   */
  static final int MAX_TRIPLES = 50_000;

  /** What came out: an outcome already, or a revision ready to be recorded. */
  sealed interface Prepared {}

  /** Nothing will be written. */
  record Settled(Publication outcome) implements Prepared {}

  /**
   * Ready to be recorded.
   *
   * @param existing the current state it was compared with
   * @param id the CKAN id proposed, or assigned already
   * @param name the CKAN name proposed, or assigned already
   * @param distributions IRIs and ids proposed, or assigned already
   */
  record Ready(
      Submission submission,
      Optional<CatalogEntry> existing,
      String id,
      DatasetSlug name,
      List<DistributionIds.Named> distributions,
      Organization publisher,
      CatalogRecord record,
      String hash,
      StoredDescription stored,
      ComputedView.Result computed)
      implements Prepared {

    /** The sequence number of the state compared with; 0 for a new dataset. */
    long basis() {
      return existing.map(entry -> entry.revision().sequence()).orElse(0L);
    }
  }

  private final Identity identity;
  private final Publisher publishers;
  private final ComputedView views;

  Preparation(Identity identity, Publisher publishers, ComputedView views) {
    this.identity = identity;
    this.publishers = publishers;
    this.views = views;
  }

  Prepared prepare(Submission submission, LedgerSnapshot ledger, Instant now) {
    var description = submission.description();
    var refusal = refusal(description);
    if (refusal.isPresent()) {
      return settled(new Publication.Rejected(description.uri(), refusal.get()));
    }
    var existing = ledger.findByUri(description.uri());
    var owner = existing.flatMap(entry -> otherOwner(entry, submission.record()));
    if (owner.isPresent()) {
      return settled(new Publication.Rejected(description.uri(), owner.get()));
    }
    var hash = hash(submission);
    if (existing.isPresent() && isSame(existing.get(), submission, hash)) {
      return settled(new Publication.Unchanged(description.uri()));
    }
    return ready(submission, ledger, existing, hash.value(), now);
  }

  private static Prepared settled(Publication outcome) {
    return new Settled(outcome);
  }

  private static Optional<String> refusal(DatasetDescription description) {
    if (description.graph().size() > MAX_TRIPLES) {
      return Optional.of(
          "The description has "
              + description.graph().size()
              + " triples, at most "
              + MAX_TRIPLES
              + " are taken. Does it hold the data themselves, or a whole catalog?");
    }
    if (!Rdf.isA(description.graph(), description.node(), DCAT.Dataset.asNode())) {
      return Optional.of(
          "Expected a description of the dcat:Dataset <"
              + description.uri()
              + ">, but the graph does not say that it is one.");
    }
    return Optional.empty();
  }

  private static Optional<String> otherOwner(CatalogEntry entry, CatalogRecord record) {
    var isGone = entry.record().state() == DatasetState.WITHDRAWN;
    if (isGone || entry.record().source().equals(record.source())) {
      return Optional.empty();
    }
    return Optional.of(
        "The dataset <"
            + entry.uri()
            + "> belongs to "
            + entry
                .record()
                .source()
                .map(source -> "the source \"" + source + "\"")
                .orElse("the catalog itself")
            + ", which published it first. Take it out there, or leave it out here.");
  }

  // Comparing.

  private GraphHash hash(Submission submission) {
    var node = submission.description().node();
    return GraphHash.of(
        submission.description().graph(),
        triple -> !(submission.isOwnData() && isComputed(triple, node)),
        recordText(submission.record()));
  }

  private static boolean isComputed(Triple triple, Node dataset) {
    return triple.getSubject().equals(dataset)
        && (triple.getPredicate().equals(DCTerms.modified.asNode())
            || triple.getPredicate().equals(DCAT.landingPage.asNode()));
  }

  private static String recordText(CatalogRecord record) {
    return String.join(
        "|",
        record.state().name(),
        String.valueOf(record.isPrivate()),
        record.organization().orElse(""),
        record.creator().orElse(""),
        record.source().orElse(""),
        record.sourceKey().orElse(""),
        new TreeMap<>(record.extras()).toString(),
        record.groups().toString(),
        record.resourceOrder().toString());
  }

  private static boolean isSame(CatalogEntry existing, Submission submission, GraphHash hash) {
    var state = existing.record().state();
    // What was on its way out comes back with the very description that it left with.
    if (state == DatasetState.WITHDRAWN
        || state.isLeaving()
        || !existing.revision().hash().equals(hash.value())) {
      return false;
    }
    return !hash.isTied()
        || existing.description().graph().isIsomorphicWith(submission.description().graph());
  }

  // Naming.

  private Ready ready(
      Submission submission,
      LedgerSnapshot ledger,
      Optional<CatalogEntry> existing,
      String hash,
      Instant now) {
    var view = submission.description().view();
    var id = existing.map(e -> e.addresses().id()).orElseGet(() -> proposeId(submission, ledger));
    var name =
        existing
            .map(e -> e.addresses().name())
            .orElseGet(() -> proposeName(submission, view, id, ledger));
    var record = record(submission, existing, now);
    var description = complete(submission, existing, name, record);
    var distributions =
        distributions(description, id, existing.map(CatalogEntry::addresses), ledger);
    var computed = views.of(description, id, blankIris(distributions), record);
    return new Ready(
        submission,
        existing,
        id,
        name,
        distributions,
        publishers.of(view, now),
        record,
        hash,
        StoredDescription.pack(description.graph()),
        computed);
  }

  /** The id wished for or that DESIGN 6 says, when it is free; else v5(URL, IRI). */
  private String proposeId(Submission submission, LedgerSnapshot ledger) {
    var uri = submission.description().uri();
    var last = uri.value().substring(uri.value().lastIndexOf('/') + 1);
    var wish = submission.id().or(() -> Optional.of(last).filter(Uuids::isUuid));
    return wish.map(id -> id.toLowerCase(java.util.Locale.ROOT))
        .filter(ledger::isFreeId)
        .orElseGet(() -> Uuids.v5(Uuids.URL, uri.value()).toString());
  }

  private static DatasetSlug proposeName(
      Submission submission, DatasetView view, String id, LedgerSnapshot ledger) {
    var wish =
        submission
            .name()
            .orElseGet(() -> DatasetSlug.ofTitle(view.title().in("de").orElse(""), id));
    var name = wish;
    for (var n = 2; !ledger.isFreeName(name); n++) {
      name = wish.numbered(n);
    }
    return name;
  }

  private List<DistributionIds.Named> distributions(
      DatasetDescription description, String id, Optional<Addresses> known, LedgerSnapshot ledger) {
    return DistributionIds.of(description, id, identity).stream()
        .map(named -> settle(named, known, ledger))
        .toList();
  }

  /** The address this distribution has already, or the first of its ids that is free. */
  private static DistributionIds.Named settle(
      DistributionIds.Named named, Optional<Addresses> known, LedgerSnapshot ledger) {
    var assigned = known.flatMap(addresses -> addresses.distribution(named.iri()));
    if (assigned.isPresent()) {
      return withId(named, assigned.get().id());
    }
    return withId(named, ledger.isFreeDistributionId(named.id()) ? named.id() : named.otherId());
  }

  private static DistributionIds.Named withId(DistributionIds.Named named, String id) {
    return new DistributionIds.Named(named.node(), named.iri(), id, named.otherId());
  }

  /** The IRIs of those distributions that the description leaves blank. */
  static Map<Node, String> blankIris(List<DistributionIds.Named> distributions) {
    var iris = new HashMap<Node, String>();
    distributions.stream()
        .filter(named -> named.node().isBlank())
        .forEach(named -> iris.put(named.node(), named.iri()));
    return iris;
  }

  /** The same for a description read from the ledger. */
  Map<Node, String> blankIris(DatasetDescription description, Addresses addresses) {
    return blankIris(DistributionIds.of(description, addresses.id(), identity));
  }

  // Times.

  private static CatalogRecord record(
      Submission submission, Optional<CatalogEntry> existing, Instant now) {
    var created = existing.map(e -> e.record().created()).orElse(submission.record().created());
    return submission.record().withTimes(created, now);
  }

  /**
   * What a data source's description still lacks: {@code dct:modified} after sources.md 2.7 (the
   * state date when it is later than before, else now: never still over a change, never back) and
   * the landing page, ours.
   */
  private DatasetDescription complete(
      Submission submission,
      Optional<CatalogEntry> existing,
      DatasetSlug name,
      CatalogRecord record) {
    var description = submission.description();
    if (!submission.isOwnData()) {
      return description;
    }
    var graph = description.copyOfGraph();
    var node = description.node();
    var stateDate = description.view().modified();
    var before = existing.flatMap(entry -> entry.view().modified());
    var modified =
        stateDate
            .filter(date -> before.isEmpty() || date.isAfter(before.get()))
            .orElse(record.modified());
    graph.remove(node, DCTerms.modified.asNode(), Node.ANY);
    graph.remove(node, DCAT.landingPage.asNode(), Node.ANY);
    graph.add(node, DCTerms.modified.asNode(), dateTime(modified));
    graph.add(
        node,
        DCAT.landingPage.asNode(),
        NodeFactory.createURI(identity.base() + "/datensatz/" + name));
    return DatasetDescription.owning(description.uri(), graph);
  }

  private static Node dateTime(Instant time) {
    return NodeFactory.createLiteralDT(
        time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString(),
        XSDDatatype.XSDdateTime);
  }
}
