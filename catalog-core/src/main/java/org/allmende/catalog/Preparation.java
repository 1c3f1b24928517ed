package org.allmende.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.ledger.NewRevision;
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
import org.allmende.catalog.model.Revision;
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

  /** A revision ready to be recorded, if nothing comes between. */
  record Ready(Submission submission, NewRevision revision) implements Prepared {}

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
    if (existing.isPresent() && isSame(existing.get(), submission, hash, ledger)) {
      return settled(new Publication.Unchanged(description.uri()));
    }
    var id = existing.map(e -> e.addresses().id()).orElseGet(() -> proposeId(submission, ledger));
    var name =
        existing
            .map(e -> e.addresses().name())
            .orElseGet(() -> proposeName(submission, id, ledger));
    return new Ready(
        submission, revision(submission, existing, id, name, hash.value(), ledger, now));
  }

  /**
   * Prepares what a person says of a dataset: exactly this id and name, whatever a source said
   * last.
   *
   * @param basis the state that the person changed; empty for a new dataset
   */
  Prepared prepareEdit(
      Submission submission, Optional<CatalogEntry> basis, LedgerSnapshot ledger, Instant now) {
    var refusal = refusal(submission.description());
    if (refusal.isPresent()) {
      return settled(new Publication.Rejected(submission.description().uri(), refusal.get()));
    }
    if (basis.filter(entry -> saysTheSame(entry, submission)).isPresent()) {
      return settled(new Publication.Unchanged(submission.description().uri()));
    }
    var id = basis.map(entry -> entry.addresses().id()).or(submission::id).orElseThrow();
    var name = submission.name().or(() -> basis.map(e -> e.addresses().name())).orElseThrow();
    var hash = hash(submission).value();
    return new Ready(submission, revision(submission, basis, id, name, hash, ledger, now));
  }

  private static boolean saysTheSame(CatalogEntry entry, Submission submission) {
    var isRenamed = submission.name().filter(n -> !n.equals(entry.addresses().name())).isPresent();
    var isDated = submission.modified().filter(t -> !t.equals(entry.record().modified()));
    return !isRenamed
        && isDated.isEmpty()
        && recordText(entry.record()).equals(recordText(submission.record()))
        && entry.description().graph().isIsomorphicWith(submission.description().graph());
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
            record.resourceOrder().toString(),
            sorted(record.distributionExtras()).toString())
        + (record.written().isEmpty() ? "" : "|" + new TreeMap<>(record.written()));
  }

  private static Map<String, Map<String, String>> sorted(Map<String, Map<String, String>> maps) {
    var sorted = new TreeMap<String, Map<String, String>>();
    maps.forEach((name, map) -> sorted.put(name, new TreeMap<>(map)));
    return sorted;
  }

  /**
   * A harvest compares with what the same source said last: an edit over the API, and a removal,
   * stay until the source itself changes (sources.md 2.7).
   */
  private static boolean isSame(
      CatalogEntry existing, Submission submission, GraphHash hash, LedgerSnapshot ledger) {
    var isEdited =
        submission.record().source().isPresent() && existing.record().editor().isPresent();
    if (isEdited) {
      return ledger
          .lastHarvested(existing.addresses().ordinal())
          .filter(said -> isEqual(said, submission, hash))
          .isPresent();
    }
    var state = existing.record().state();
    // What was on its way out comes back with the very description that it left with.
    return state != DatasetState.WITHDRAWN
        && !state.isLeaving()
        && isEqual(existing.revision(), submission, hash);
  }

  private static boolean isEqual(Revision known, Submission submission, GraphHash hash) {
    return known.hash().equals(hash.value())
        && (!hash.isTied()
            || known.description().graph().isIsomorphicWith(submission.description().graph()));
  }

  // Naming.

  private NewRevision revision(
      Submission submission,
      Optional<CatalogEntry> existing,
      String id,
      DatasetSlug name,
      String hash,
      LedgerSnapshot ledger,
      Instant now) {
    var record = record(submission, existing, now);
    var description = complete(submission, existing, name, record);
    var distributions = DistributionIds.of(description, id, identity);
    var isGone = record.state() == DatasetState.WITHDRAWN;
    return new NewRevision(
        description.uri(),
        existing,
        id,
        name,
        distributions.stream().map(DistributionIds.Named::proposed).toList(),
        isGone ? Revision.Change.WITHDRAWN : Revision.Change.PUBLISHED,
        StoredDescription.pack(description.graph()),
        record,
        hash,
        owner(description.view(), record, ledger, now),
        isGone
            ? views.ofWithdrawn()
            : views.of(description, id, blankIris(distributions), record).computed(),
        now);
  }

  /** The organization that the record names, else the publisher. */
  private Organization owner(
      DatasetView view, CatalogRecord record, LedgerSnapshot ledger, Instant now) {
    return record
        .organization()
        .flatMap(ledger::findOrganization)
        .orElseGet(() -> publishers.of(view, now));
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

  private static DatasetSlug proposeName(Submission submission, String id, LedgerSnapshot ledger) {
    var title = submission.description().view().title();
    var wish =
        submission.name().orElseGet(() -> DatasetSlug.ofTitle(title.in("de").orElse(""), id));
    var name = wish;
    for (var n = 2; !ledger.isFreeName(name); n++) {
      name = wish.numbered(n);
    }
    return name;
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
    return submission.record().withTimes(created, submission.modified().orElse(now));
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
