package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Organization;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes a package's JSON through to the description behind it: a key whose value is what the JSON
 * shows already changes nothing, another changes the triples that it stands for, and every other
 * triple stays; what DCAT has no word for goes into the record (DESIGN 6).
 *
 * <p>What the new values are in RDF is said by the mapping that harvests use ({@link CkanJsonRdf});
 * this only decides what goes and what comes.
 */
final class WriteThrough {

  /** A description with its record. */
  record State(DatasetDescription description, CatalogRecord record) {}

  /**
   * What is there.
   *
   * @param state the description as it came, its record
   * @param form what the JSON shows of it
   * @param nodes the node of each resource in the description, by id
   * @param iris the IRI of each resource, by id, those that are to come included
   * @param owner its organization
   */
  record Known(
      State state,
      PackageForm form,
      Map<String, Node> nodes,
      Map<String, String> iris,
      Organization owner) {

    Node node(String id) {
      return Objects.requireNonNull(nodes.get(id), id);
    }

    String iri(String id) {
      return Objects.requireNonNull(iris.get(id), id);
    }
  }

  private static final Map<String, CkanProperty> TABLE =
      CkanProperty.OF_DATASETS.stream()
          .collect(Collectors.toUnmodifiableMap(CkanProperty::key, property -> property));

  /** Another key for the same property, which gives way to the first. */
  private static final Map<String, String> SECOND_NAMES =
      Map.of(
          "metadata_original_html", "url",
          "creator_name", "author",
          "creator_email", "author_email");

  private final Known known;
  private final PackageForm wanted;
  private final Identity identity;
  private final Map<String, Optional<String>> changes;
  private final DescriptionEdit edit;
  private final DistributionFields distributions;
  private final Map<String, String> extras;

  private WriteThrough(
      Known known, PackageForm wanted, CkanJsonRdf mapping, Identity identity, String language) {
    this.known = known;
    this.wanted = wanted;
    this.identity = identity;
    this.changes = changes(known.form(), wanted);
    var source = mapping.graph(known.state().description().uri(), changedJson());
    this.edit = new DescriptionEdit(known.state().description(), source, language);
    this.distributions = new DistributionFields(edit, identity);
    this.extras = new TreeMap<>(known.state().record().extras());
  }

  /**
   * The changed state; the record keeps no {@link WrittenWords} of it yet.
   *
   * @param organization the owner organization that is wanted
   */
  static State write(
      Known known,
      PackageForm wanted,
      Organization organization,
      CkanJsonRdf mapping,
      Identity identity,
      String language) {
    var writing = new WriteThrough(known, wanted, mapping, identity, language);
    writing.writeDataset(organization);
    writing.writeLicense();
    writing.writeDistributions();
    return new State(writing.edit.done(), writing.record(organization));
  }

  // What changed.

  /** Root texts by their key, extras behind {@link PackageForm#EXTRAS}. */
  private static Map<String, Optional<String>> changes(PackageForm now, PackageForm wanted) {
    var changes = new LinkedHashMap<String, Optional<String>>();
    PackageForm.CLEARED.stream()
        .filter(key -> !now.text(key).equals(wanted.text(key)))
        .forEach(key -> changes.put(key, wanted.text(key)));
    Stream.concat(now.extras().keySet().stream(), wanted.extras().keySet().stream())
        .sorted()
        .distinct()
        .filter(key -> !Objects.equals(now.extras().get(key), wanted.extras().get(key)))
        .filter(key -> !givesWay(key, now, wanted))
        .forEach(key -> changes.put(key, Optional.ofNullable(wanted.extras().get(key))));
    return changes;
  }

  /** One property under two names: the first name decides where it changed or still stands. */
  private static boolean givesWay(String key, PackageForm now, PackageForm wanted) {
    if (key.equals("theme")) {
      return !now.groups().equals(wanted.groups())
          || (!wanted.extras().containsKey(key) && !wanted.groups().isEmpty());
    }
    if (key.startsWith("publisher_") && !wanted.extras().containsKey(key)) {
      return true; // the organization still publishes it
    }
    var first = SECOND_NAMES.get(key);
    if (first == null) {
      return false;
    }
    var isStanding = wanted.text(first).filter(text -> !text.isEmpty()).isPresent();
    var isChanged = !now.text(first).equals(wanted.text(first));
    return isChanged || (isStanding && !wanted.extras().containsKey(key));
  }

  /** The values of a list in a text, else the text itself. */
  static List<String> list(String text) {
    if (!text.startsWith("[")) {
      return List.of(text);
    }
    try {
      var values = new ArrayList<String>();
      CkanJson.MAPPER
          .readTree(text)
          .forEach(value -> values.add(PackageForm.written(value).orElse("")));
      return values;
    } catch (JsonProcessingException e) {
      return List.of(text); // a text that only begins like a list
    }
  }

  // What the changed values are in RDF.

  /** A package that says what changed, and nothing else. */
  private ObjectNode changedJson() {
    var json = CkanJson.MAPPER.createObjectNode();
    json.put("name", wanted.text("name").orElse("changed"));
    var list = json.putArray("extras");
    changes.forEach(
        (key, value) ->
            value.ifPresent(
                text -> {
                  if (PackageForm.ROOT_KEYS.contains(key)) {
                    json.put(key, stored(key, text));
                  } else {
                    list.addObject().put("key", key).put("value", text);
                  }
                }));
    // A new resource without a license of its own has that of the package.
    wanted.text("license_id").ifPresent(license -> json.put("license_id", license));
    json.set("resources", changedResources());
    return json;
  }

  private JsonNode changedResources() {
    var resources = CkanJson.MAPPER.createArrayNode();
    for (var resource : wanted.resources()) {
      var id = resource.id().orElseThrow();
      var now = known.form().resource(id);
      var changed = now.map(before -> changedValues(before, resource)).orElseGet(resource::values);
      if (!changed.isEmpty()) {
        var json = resources.addObject();
        changed.forEach((key, value) -> json.set(key, stored(key, value)));
        json.put("uri", known.iri(id));
      }
    }
    return resources;
  }

  /** With what a change needs beside it: an address its kind, a checksum its algorithm. */
  private static Map<String, JsonNode> changedValues(ResourceForm now, ResourceForm wanted) {
    var changed = new TreeMap<String, JsonNode>();
    DistributionFields.changes(now, wanted)
        .forEach((key, value) -> value.ifPresent(json -> changed.put(key, json)));
    if (changed.containsKey("url")) {
      copy("url_type", wanted, changed);
    }
    if (changed.containsKey("hash") || changed.containsKey("hash_algorithm")) {
      copy("hash", wanted, changed);
      // An algorithm that stayed while the hash became longer or shorter is that of the old one.
      var isOfOldHash =
          now.text("hash_algorithm").equals(wanted.text("hash_algorithm"))
              && length(now.text("hash")) != length(wanted.text("hash"));
      if (!isOfOldHash) {
        copy("hash_algorithm", wanted, changed);
      }
    }
    return changed;
  }

  private static int length(Optional<String> text) {
    return text.orElse("").length();
  }

  private static void copy(String key, ResourceForm from, Map<String, JsonNode> to) {
    var value = from.values().get(key);
    if (value != null) {
      to.put(key, value);
    }
  }

  /** An address of ours is kept below the base, whatever today's address is. */
  private JsonNode stored(String key, JsonNode value) {
    return value.isTextual() && key.endsWith("url")
        ? CkanJson.MAPPER.valueToTree(identity.lasting(value.textValue()))
        : value;
  }

  private String stored(String key, String text) {
    return key.equals("url") ? identity.lasting(text) : text;
  }

  // The dataset.

  private void writeDataset(Organization organization) {
    if (!organization.id().equals(known.owner().id())) {
      writePublisher(organization);
    }
    changes.forEach(this::write);
    writeKeywords();
    writeThemes();
  }

  private void write(String key, Optional<String> value) {
    var dataset = edit.dataset();
    if (PartFields.has(key)) {
      new PartFields(edit).write(key, value);
    } else if (TABLE.containsKey(key)) {
      write(TABLE.get(key), value);
    } else {
      switch (key) {
        case "title" -> edit.text(dataset, DCTerms.title.asNode(), value);
        case "notes" -> edit.text(dataset, DCTerms.description.asNode(), value);
        case "url" -> writeLandingPage(known.form().text("url"));
        case "version" -> edit.replace(dataset, source(value), version(), OWL.versionInfo.asNode());
        case "license_id" -> {} // with the distributions
        case "alternate_identifier" -> edit.replaceAll(dataset, source(value), ADMS.identifier);
        default -> value.ifPresentOrElse(text -> extras.put(key, text), () -> extras.remove(key));
      }
    }
    // A text that no property could take, such as a bad geometry, was kept as it was written.
    if (value.isEmpty()) {
      extras.remove(key);
    }
  }

  private static Node version() {
    return Rdf.iri(DCAT.NS + "version");
  }

  private void write(CkanProperty row, Optional<String> value) {
    var dataset = edit.dataset();
    if (row.isList()) {
      var shown = list(known.form().extras().getOrDefault(row.key(), "[]"));
      var kept = value.map(WriteThrough::list).orElse(List.of());
      edit.replaceList(dataset, dataset, row.property(), shown, kept);
    } else {
      edit.replace(dataset, source(value), row.property());
    }
  }

  /** Where the new value is said: for one that is taken away nowhere, whatever is said instead. */
  private Node source(Optional<String> value) {
    return value.isPresent() ? edit.dataset() : DescriptionEdit.NOWHERE;
  }

  private void writeLandingPage(Optional<String> shown) {
    var page = DCAT.landingPage.asNode();
    Rdf.objects(edit.graph(), edit.dataset(), page).stream()
        .filter(old -> shown.equals(Optional.of(identity.today(Rdf.textOf(old)))))
        .forEach(old -> edit.remove(edit.dataset(), page, old));
    edit.bring(edit.dataset(), source(wanted.text("url")), page);
  }

  /** The publisher was the old organization, or nobody: it is the new one. Another stays. */
  private void writePublisher(Organization organization) {
    var role = DCTerms.publisher.asNode();
    var publishers = known.state().description().view().agents(role);
    var isOurs =
        publishers.stream()
            .allMatch(
                agent ->
                    agent.iri().equals(Optional.of(known.owner().iri()))
                        || agent.name().byLanguage().containsValue(known.owner().title()));
    if (isOurs) {
      edit.clear(edit.dataset(), role);
      addPublisher(edit, organization);
    }
  }

  static void addPublisher(DescriptionEdit edit, Organization organization) {
    var agent = Rdf.iri(organization.iri());
    edit.add(edit.dataset(), DCTerms.publisher.asNode(), agent);
    edit.add(agent, RDF.type.asNode(), FOAF.Organization.asNode());
    edit.add(agent, RDF.type.asNode(), FOAF.Agent.asNode());
    edit.text(agent, FOAF.name.asNode(), Optional.of(organization.title()));
  }

  private void writeKeywords() {
    var keyword = DCAT.keyword.asNode();
    var gone = minus(known.form().tags(), wanted.tags());
    Rdf.objects(edit.graph(), edit.dataset(), keyword).stream()
        .filter(Node::isLiteral)
        .filter(
            old ->
                CkanTag.of(old.getLiteralLexicalForm().strip(), identity)
                    .filter(tag -> gone.contains(tag.name()))
                    .isPresent())
        .forEach(old -> edit.remove(edit.dataset(), keyword, old));
    minus(wanted.tags(), known.form().tags())
        .forEach(tag -> edit.add(edit.dataset(), keyword, NodeFactory.createLiteralString(tag)));
  }

  private static Set<String> minus(List<String> all, List<String> others) {
    var left = new TreeSet<>(all);
    others.forEach(left::remove);
    return left;
  }

  private void writeThemes() {
    var theme = DCAT.theme.asNode();
    var gone = minus(known.form().groups(), wanted.groups());
    Rdf.objects(edit.graph(), edit.dataset(), theme).stream()
        .filter(
            old ->
                CodeLists.themes()
                    .find(Rdf.textOf(old))
                    .filter(t -> gone.contains(CkanGroup.nameOf(t)))
                    .isPresent())
        .forEach(old -> edit.remove(edit.dataset(), theme, old));
    minus(wanted.groups(), known.form().groups()).stream()
        .map(CkanGroup::findTheme)
        .flatMap(Optional::stream)
        .forEach(concept -> edit.add(edit.dataset(), theme, Rdf.iri(concept.iri())));
  }

  // The distributions.

  /** The license changes where the old one stood; where none stood, everywhere (4.1). */
  private void writeLicense() {
    if (!changes.containsKey("license_id")) {
      return;
    }
    var said =
        CkanLicense.of(known.state().description().view(), shownDistributions())
            .map(CkanLicense::id);
    var subjects = new ArrayList<>(known.nodes().values());
    subjects.add(edit.dataset());
    var changed = subjects.stream().filter(subject -> license(subject).equals(said)).toList();
    var isOnDataset = said.isEmpty() && !known.nodes().isEmpty();
    for (var subject : changed) {
      edit.clear(subject, DCTerms.license.asNode());
      if (!(isOnDataset && subject.equals(edit.dataset()))) {
        newLicense().ifPresent(node -> edit.add(subject, DCTerms.license.asNode(), node));
      }
    }
  }

  private List<DistributionView> shownDistributions() {
    return known.state().description().view().distributions();
  }

  private Optional<String> license(Node subject) {
    return Rdf.values(edit.graph(), subject, DCTerms.license.asNode()).stream()
        .findFirst()
        .map(text -> CkanLicense.of(text).id());
  }

  private Optional<Node> newLicense() {
    return wanted
        .text("license_id")
        .filter(id -> !id.isBlank() && !id.equals("notspecified"))
        .map(CkanJsonRdf::license);
  }

  private void writeDistributions() {
    for (var resource : known.form().resources()) {
      var id = resource.id().orElseThrow();
      if (wanted.resource(id).isEmpty()) {
        edit.remove(edit.dataset(), DCAT.distribution.asNode(), known.node(id));
      }
    }
    for (var resource : wanted.resources()) {
      var id = resource.id().orElseThrow();
      var from = Rdf.iri(known.iri(id));
      known
          .form()
          .resource(id)
          .ifPresentOrElse(
              now ->
                  distributions.write(
                      known.node(id), from, now, DistributionFields.changes(now, resource)),
              () -> {
                edit.add(edit.dataset(), DCAT.distribution.asNode(), from);
                edit.bringDescription(from);
              });
    }
  }

  // The record.

  private CatalogRecord record(Organization organization) {
    var record = known.state().record().withPrivate(wanted.isPrivate()).withExtras(extras);
    if (!organization.id().equals(known.owner().id())) {
      record = record.withOrganization(organization.name().value());
    }
    if (!wanted.text("state").equals(known.form().text("state"))) {
      record = record.withState(state());
    }
    if (!wanted.groups().equals(known.form().groups())) {
      record = record.withGroups(ownGroups());
    }
    return record
        .withResourceOrder(order(record))
        .withDistributionExtras(freeOfDistributions())
        .withWritten(Map.of());
  }

  private DatasetState state() {
    return switch (wanted.text("state").orElse("active")) {
      case "draft" -> DatasetState.DRAFT;
      case "deleted" -> DatasetState.WITHDRAWN;
      default -> DatasetState.ACTIVE;
    };
  }

  private List<String> ownGroups() {
    return wanted.groups().stream().filter(name -> CkanGroup.findTheme(name).isEmpty()).toList();
  }

  private List<String> order(CatalogRecord record) {
    var now = ids(known.form());
    var then = ids(wanted);
    return now.equals(then) ? record.resourceOrder() : then;
  }

  private static List<String> ids(PackageForm form) {
    return form.resources().stream().map(resource -> resource.id().orElseThrow()).toList();
  }

  private Map<String, Map<String, String>> freeOfDistributions() {
    var all = new TreeMap<String, Map<String, String>>();
    for (var resource : wanted.resources()) {
      all.put(
          known.iri(resource.id().orElseThrow()), new TreeMap<>(DistributionFields.free(resource)));
    }
    all.values().removeIf(Map::isEmpty);
    return all;
  }
}
