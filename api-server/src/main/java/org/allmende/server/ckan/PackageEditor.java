package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.Publication;
import org.allmende.catalog.Submission;
import org.allmende.catalog.Verdict;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.model.Addresses;
import org.allmende.catalog.model.Addresses.DistributionAddress;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Revision;
import org.allmende.catalog.model.StoredDescription;
import org.apache.jena.graph.Node;

/**
 * Enters and changes datasets as CKAN's packages: reads what is there, applies the change to its
 * JSON, checks the whole, writes it through, and records it if nothing came between; else it begins
 * again with what is there then. So of many changes at once none is lost.
 *
 * <p>Whoever gets an answer finds the change in the next search (DESIGN 1). Any number of threads
 * may use it.
 */
final class PackageEditor {

  /** What a harvest says of a dataset, and no client changes. */
  private static final List<String> OF_HARVESTS =
      List.of("uri", "guid", "harvest_object_id", "harvest_source_id", "harvest_source_title");

  private static final String MODIFIED = "metadata_modified";

  /** Each failed attempt means that another one succeeded. */
  private static final int MOST_ATTEMPTS = 1_000;

  private final CkanSite site;
  private final Catalog catalog;
  private final CkanJsonRdf mapping;

  PackageEditor(CkanSite site) {
    this.site = site;
    this.catalog = site.catalog();
    this.mapping = new CkanJsonRdf(catalog.identity().base());
  }

  /** A dataset after a change. */
  record Written(CatalogEntry entry, boolean isChanged) {}

  // New.

  /** Enters a new dataset. */
  CatalogEntry create(ObjectNode sent, Caller caller) {
    requireEditor(caller);
    var json = sent.deepCopy();
    if (json.path("id").isNull() || json.path("id").asText().isEmpty()) {
      json.put("id", UUID.randomUUID().toString());
    } else if (!caller.isSysadmin()) {
      throw CkanException.invalid("id", "The input field id was not expected.");
    }
    for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      var entered = tryToCreate(json, caller);
      if (entered.isPresent()) {
        return followed(entered.get());
      }
    }
    throw CkanException.invalid("name", "That URL is already in use.");
  }

  private Optional<CatalogEntry> tryToCreate(ObjectNode json, Caller caller) {
    var owner = requireMayAdd(json, caller);
    keepTime(json, "", caller);
    throwIfAny(PackageRules.check(catalog, json, Optional.empty(), PackageForm.empty()));
    var groups = CkanGroups.resolve(json, PackageForm.empty(), caller, catalog.accounts());
    var wanted = typed(completed(PackageForm.of(groups), PackageForm.empty()));
    var submission = newSubmission(json.path("id").asText(), wanted, owner.orElseThrow(), caller);
    return catalog.enter(submission.withModified(time(json))).flatMap(PackageEditor::entry);
  }

  /** Without a word about it, a dataset: harvesters of other portals look for that very word. */
  private static PackageForm typed(PackageForm form) {
    return form.withText(
        "type",
        form.text("type").filter(Predicate.not(String::isBlank)).or(() -> Optional.of("dataset")));
  }

  private Submission newSubmission(
      String id, PackageForm wanted, Organization owner, Caller caller) {
    var now = catalog.clock().instant();
    var record =
        CatalogRecord.own(now)
            .withOrganization(owner.name().value())
            .withCreator(caller.userId().orElseThrow())
            .withEditor(caller.userId());
    var dated = wanted.withResources(dated(wanted.resources(), CkanJson.time(now)));
    var described = mapping.describe(asDescribed(id, dated, owner), record);
    var iris = newIris(id, dated);
    var free = new TreeMap<String, Map<String, String>>();
    dated
        .resources()
        .forEach(r -> free.put(iris.get(r.id().orElseThrow()), DistributionFields.free(r)));
    var state =
        new WriteThrough.State(
            described.description(), described.record().withDistributionExtras(free));
    var addresses = addresses(described.description(), id, wanted.text("name").orElseThrow(), iris);
    return new Submission(
        state.description(),
        withWords(state, dated, addresses, iris, owner),
        Optional.of(id),
        wanted.text("name").map(DatasetSlug::new));
  }

  /** As the mapping reads it: with its id, its organization as publisher, and when it was made. */
  private ObjectNode asDescribed(String id, PackageForm wanted, Organization owner) {
    ObjectNode json = CkanJson.MAPPER.valueToTree(wanted.asSent());
    json.put("id", id);
    json.put("metadata_created", CkanJson.time(catalog.clock().instant()));
    json.remove("state");
    if (wanted.text("state").equals(Optional.of("draft"))) {
      json.put("state", "draft");
    }
    var extras = wanted.extras();
    if (!extras.containsKey("publisher_name") && !extras.containsKey("publisher_uri")) {
      json.withArray("extras").addObject().put("key", "publisher_uri").put("value", owner.iri());
      json.withArray("extras").addObject().put("key", "publisher_name").put("value", owner.title());
    }
    return json;
  }

  private static List<ResourceForm> dated(List<ResourceForm> resources, String now) {
    return resources.stream()
        .map(r -> r.text("created").isPresent() ? r : r.with("created", TextNode.valueOf(now)))
        .toList();
  }

  /**
   * Every new resource gets an id, so that it has its IRI before anything is recorded, and the
   * format that its address means when it names none (5.7).
   */
  private static PackageForm completed(PackageForm form, PackageForm shown) {
    return form.withResources(
        form.resources().stream()
            .map(r -> r.id().isPresent() ? r : r.withId(UUID.randomUUID().toString()))
            .map(r -> shown.resource(r.id().orElseThrow()).isPresent() ? r : r.withFormat())
            .toList());
  }

  private Map<String, String> newIris(String id, PackageForm wanted) {
    var base = catalog.identity().datasetUri(id).value();
    var iris = new HashMap<String, String>();
    for (var resource : wanted.resources()) {
      iris.put(resource.id().orElseThrow(), iri(base, resource));
    }
    return iris;
  }

  /** The IRI of a new resource: its own, else below the dataset (DESIGN 6). */
  private static String iri(String datasetIri, ResourceForm resource) {
    return resource
        .text("uri")
        .filter(uri -> !uri.isBlank())
        .orElseGet(() -> datasetIri + "/resource/" + resource.id().orElseThrow());
  }

  private Addresses addresses(
      DatasetDescription description, String id, String name, Map<String, String> iris) {
    return new Addresses(description.uri(), 0, id, new DatasetSlug(name), added(List.of(), iris));
  }

  /** The addresses that distributions have, and those that new ones will get. */
  private static List<DistributionAddress> added(
      List<DistributionAddress> known, Map<String, String> iris) {
    var all = new ArrayList<>(known);
    for (var iri : iris.values().stream().sorted().toList()) {
      if (all.stream().noneMatch(address -> address.iri().equals(iri))) {
        all.add(new DistributionAddress(iri, Addresses.idOfDistribution(iri), all.size() + 1));
      }
    }
    return all;
  }

  // Changed.

  /**
   * Changes a dataset.
   *
   * @param change from the JSON that is there to the JSON that is wanted
   */
  Written change(CatalogEntry read, Caller caller, UnaryOperator<ObjectNode> change) {
    var basis = read;
    for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      requireMayEdit(basis, caller);
      var outcome = tryToChange(basis, caller, change);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      basis = catalog.find(basis.uri()).orElseThrow(CkanException::notFound);
    }
    throw tooFast(read);
  }

  private Optional<Written> tryToChange(
      CatalogEntry basis, Caller caller, UnaryOperator<ObjectNode> change) {
    var shown = site.packages().read(basis).tree();
    var form = PackageForm.of(shown);
    var json = change.apply(shown.deepCopy());
    var owner = requireMayMove(json, basis, caller);
    keepTime(json, shown.path(MODIFIED).asText(), caller);
    throwIfAny(PackageRules.check(catalog, json, Optional.of(basis), form));
    var groups = CkanGroups.resolve(json, form, caller, catalog.accounts());
    var wanted = kept(completed(PackageForm.of(groups), form), form, basis, owner.orElseThrow());
    var submission = changed(basis, form, wanted, owner.get(), caller);
    return catalog
        .replace(basis, submission.withModified(time(json)))
        .map(outcome -> written(outcome, basis));
  }

  /**
   * A sysadmin says when a dataset last changed, such as one that moves here from another portal.
   * What comes back as it was shown says nothing: the change counts from now.
   */
  private static void keepTime(ObjectNode json, String shown, Caller caller) {
    if (!caller.isSysadmin() || json.path(MODIFIED).asText().equals(shown)) {
      json.remove(MODIFIED);
    }
  }

  private static Optional<Instant> time(ObjectNode json) {
    return PackageForm.written(json.path(MODIFIED)).flatMap(CkanTimes::written);
  }

  /** What cannot change, and what stays because nobody can say it. */
  private PackageForm kept(
      PackageForm wanted, PackageForm form, CatalogEntry basis, Organization owner) {
    var extras = new TreeMap<>(wanted.extras());
    for (var key : OF_HARVESTS) {
      var isHarvested = basis.record().source().isPresent();
      if (form.extras().containsKey(key) && (isHarvested || key.equals("uri"))) {
        extras.put(key, form.extras().get(key));
      }
    }
    var now = CkanJson.time(catalog.clock().instant());
    return wanted
        .withExtras(extras)
        .withText("owner_org", Optional.of(owner.id()))
        .withText("type", form.text("type"))
        .withResources(
            wanted.resources().stream()
                .map(r -> form.resource(r.id().orElseThrow()).map(r::over).orElse(r))
                .map(
                    r ->
                        r.text("created").isPresent()
                            ? r
                            : r.with("created", TextNode.valueOf(now)))
                .toList());
  }

  private Submission changed(
      CatalogEntry basis, PackageForm form, PackageForm wanted, Organization owner, Caller caller) {
    var description = basis.description();
    var named = catalog.distributions(basis, description);
    var nodes = new HashMap<String, Node>();
    var iris = new HashMap<String, String>();
    for (var distribution : named) {
      nodes.put(distribution.address().id(), distribution.node());
      iris.put(distribution.address().id(), distribution.address().iri());
    }
    var base = catalog.identity().datasetUri(basis.addresses().id()).value();
    wanted.resources().forEach(r -> iris.computeIfAbsent(r.id().orElseThrow(), id -> iri(base, r)));
    var known =
        new WriteThrough.Known(
            new WriteThrough.State(description, basis.record()),
            form,
            nodes,
            iris,
            basis.publisher());
    var state =
        form.equals(wanted)
            ? known.state()
            : WriteThrough.write(
                known, wanted, owner, mapping, catalog.identity(), site.language());
    var name = wanted.text("name").map(DatasetSlug::new);
    var addresses =
        new Addresses(
            basis.uri(),
            basis.addresses().ordinal(),
            basis.addresses().id(),
            name.orElse(basis.addresses().name()),
            added(basis.addresses().distributions(), iris));
    var record =
        form.equals(wanted) ? basis.record() : withWords(state, wanted, addresses, iris, owner);
    return new Submission(
        state.description(), record.withEditor(caller.userId()), Optional.empty(), name);
  }

  /** Changes the record alone, whatever else is said of the dataset. */
  Written changeRecord(CatalogEntry read, Caller caller, UnaryOperator<CatalogRecord> change) {
    return replace(
        read,
        caller,
        basis -> new WriteThrough.State(basis.description(), change.apply(basis.record())));
  }

  /** Gives a dataset another state, whatever it has now. */
  Written replace(
      CatalogEntry read, Caller caller, Function<CatalogEntry, WriteThrough.State> change) {
    var basis = read;
    for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      requireMayEdit(basis, caller);
      var wanted = change.apply(basis);
      var record = wanted.record().withEditor(caller.userId());
      var submission =
          new Submission(wanted.description(), record, Optional.empty(), Optional.empty());
      var outcome = catalog.replace(basis, submission);
      if (outcome.isPresent()) {
        return written(outcome.get(), basis);
      }
      basis = catalog.find(basis.uri()).orElseThrow(CkanException::notFound);
    }
    throw tooFast(read);
  }

  private static IllegalStateException tooFast(CatalogEntry entry) {
    return new IllegalStateException("the dataset " + entry.uri() + " changes too fast");
  }

  private Written written(Publication outcome, CatalogEntry basis) {
    return entry(outcome)
        .map(entry -> new Written(followed(entry), true))
        .orElseGet(() -> new Written(basis, false));
  }

  /** Takes a dataset out for good. */
  CatalogEntry purge(CatalogEntry entry, Caller caller) {
    return followed(catalog.purge(entry, caller.userId()));
  }

  // Words.

  /** The record, with what was written in other words than the new description says it. */
  private CatalogRecord withWords(
      WriteThrough.State state,
      PackageForm wanted,
      Addresses addresses,
      Map<String, String> iris,
      Organization owner) {
    var entry = imagined(state, addresses, owner);
    var said = PackageForm.said(site.packages().read(entry, state.description()).said());
    var byId = new HashMap<String, String>();
    addresses.distributions().forEach(address -> byId.put(address.id(), address.iri()));
    return state.record().withWritten(WrittenWords.between(said.places(byId), wanted.places(iris)));
  }

  /** The dataset as it will be, before it is recorded. */
  private CatalogEntry imagined(WriteThrough.State state, Addresses addresses, Organization owner) {
    var now = catalog.clock().instant();
    var revision =
        new Revision(
            0,
            state.description().uri(),
            Revision.Change.PUBLISHED,
            StoredDescription.pack(state.description().graph()),
            state.record(),
            "",
            now,
            Optional.empty());
    return new CatalogEntry(addresses, revision, owner, new Verdict(false, List.of()));
  }

  // Who may.

  private static void requireEditor(Caller caller) {
    if (!caller.isSysadmin() && caller.groupIds().stream().noneMatch(caller::mayEdit)) {
      throw CkanException.denied("User " + name(caller) + " not authorized to create packages");
    }
  }

  static void requireMayEdit(CatalogEntry entry, Caller caller) {
    if (!caller.mayEdit(entry)) {
      throw CkanException.denied(
          "User " + name(caller) + " not authorized to edit package " + entry.addresses().id());
    }
  }

  private Optional<Organization> requireMayAdd(ObjectNode json, Caller caller) {
    var organization =
        PackageForm.written(json.path("owner_org"))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .flatMap(catalog::findOrganization);
    if (organization.filter(o -> !caller.mayEdit(o.id())).isPresent()) {
      throw CkanException.denied(
          "User " + name(caller) + " not authorized to add dataset to this organization");
    }
    return organization;
  }

  private Optional<Organization> requireMayMove(
      ObjectNode json, CatalogEntry basis, Caller caller) {
    var isSame = json.path("owner_org").asText().strip().equals(basis.publisher().id());
    return isSame ? Optional.of(basis.publisher()) : requireMayAdd(json, caller);
  }

  static String name(Caller caller) {
    return caller.user().map(user -> user.name()).orElse("");
  }

  // Outcome.

  private static void throwIfAny(Map<String, Object> problems) {
    if (!problems.isEmpty()) {
      throw CkanException.invalidFields(problems);
    }
  }

  private static Optional<CatalogEntry> entry(Publication outcome) {
    return switch (outcome) {
      case Publication.Published published -> Optional.of(published.entry());
      case Publication.Unchanged unchanged -> Optional.empty();
      case Publication.Rejected rejected ->
          throw CkanException.invalid("message", rejected.reason());
    };
  }

  /** Waits until a search finds it, two seconds at most (DESIGN 1). */
  CatalogEntry followed(CatalogEntry entry) {
    site.position().await(entry.revision().sequence());
    return entry;
  }
}
