package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.Catalog.NamedDistribution;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Group;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.DatasetView.AgentView;
import org.allmende.catalog.model.Identity;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GEODCATAP;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A dataset as CKAN's package: a view of its description as it came, every key of {@code
 * ckan-api.md} 4.1 always there.
 */
final class CkanPackage {

  private final CatalogEntry entry;
  private final DatasetView view;
  private final Identity identity;
  private final String language;
  private final String sourceTitle;
  private final List<Group> groups;
  private final List<CkanResource> resources;

  /**
   * @param named which distribution has which address
   * @param groups the own groups that it is in
   * @param sourceTitle what people call the harvest source; empty for a dataset that has none
   */
  CkanPackage(
      CatalogEntry entry,
      DatasetView view,
      List<NamedDistribution> named,
      Identity identity,
      String language,
      String sourceTitle,
      List<Group> groups) {
    this.entry = entry;
    this.view = view;
    this.identity = identity;
    this.language = language;
    this.sourceTitle = sourceTitle;
    this.groups = List.copyOf(groups);
    this.resources = resources(entry, view, named);
  }

  /** The distributions in the order that was asked for, else in that of the address book. */
  private static List<CkanResource> resources(
      CatalogEntry entry, DatasetView view, List<NamedDistribution> named) {
    var order = entry.record().resourceOrder();
    var found = new ArrayList<CkanResource>();
    for (var distribution : view.distributions()) {
      named.stream()
          .filter(candidate -> candidate.node().equals(distribution.node()))
          .forEach(n -> found.add(new CkanResource(n.address(), distribution, 0)));
    }
    found.sort(
        Comparator.comparingInt((CkanResource r) -> place(order, r))
            .thenComparingInt(r -> r.address().number()));
    var placed = new ArrayList<CkanResource>();
    found.forEach(r -> placed.add(new CkanResource(r.address(), r.view(), placed.size())));
    return List.copyOf(placed);
  }

  private static int place(List<String> order, CkanResource resource) {
    var place = order.indexOf(resource.address().id());
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  /** Its resources, in order. */
  List<CkanResource> resources() {
    return resources;
  }

  void writeTo(JsonGenerator out) throws IOException {
    if (entry.record().written().isEmpty()) {
      writeSaid(out);
    } else {
      CkanJson.MAPPER.writeTree(out, tree());
    }
  }

  /** The whole as a tree: what the description says, in the words in which it was written. */
  ObjectNode tree() {
    var tree = said();
    var words = entry.record().written();
    if (!words.isEmpty()) {
      var ids = new HashMap<String, String>();
      resources.forEach(r -> ids.put(r.address().iri(), r.address().id()));
      WrittenWords.show(words, ids, tree);
    }
    return tree;
  }

  /** What the description says by itself. */
  ObjectNode said() {
    try (var buffer = new TokenBuffer(CkanJson.MAPPER, false)) {
      writeSaid(buffer);
      return CkanJson.MAPPER.readTree(buffer.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeSaid(JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeTexts(out);
    writePeople(out);
    writeLicense(out);
    writeState(out);
    writeResources(out);
    writeTags(out);
    writeThemes(out);
    writeExtras(out);
    CkanJson.emptyList(out, "relationships_as_subject");
    CkanJson.emptyList(out, "relationships_as_object");
    out.writeEndObject();
  }

  private void writeTexts(JsonGenerator out) throws IOException {
    var name = entry.addresses().name().value();
    out.writeStringField("id", entry.addresses().id());
    out.writeStringField("name", name);
    out.writeStringField("title", view.title().in(language).map(String::strip).orElse(name));
    CkanJson.text(out, "notes", view.abstractText().in(language));
    CkanJson.text(out, "url", view.landingPage().map(identity::today));
    CkanJson.text(out, "version", CkanExtras.version(view));
  }

  private void writePeople(JsonGenerator out) throws IOException {
    var author = first(DCTerms.creator.asNode());
    var maintainer = first(GEODCATAP.custodian).or(() -> first(DCATDE.maintainer));
    CkanJson.text(out, "author", author.flatMap(agent -> agent.name().in(language)));
    CkanJson.text(out, "author_email", author.flatMap(CkanPackage::mail));
    CkanJson.text(out, "maintainer", maintainer.flatMap(agent -> agent.name().in(language)));
    CkanJson.text(out, "maintainer_email", maintainer.flatMap(CkanPackage::mail));
  }

  private Optional<AgentView> first(Node role) {
    return view.agents(role).stream().findFirst();
  }

  /** Only an address that another CKAN would take (ckan-api.md 5.5). */
  private static Optional<String> mail(AgentView agent) {
    return agent.mailbox().map(String::strip).filter(CkanMail::isAddress);
  }

  private void writeLicense(JsonGenerator out) throws IOException {
    var license = CkanLicense.of(view, resources.stream().map(CkanResource::view).toList());
    CkanJson.text(out, "license_id", license.map(CkanLicense::id));
    CkanJson.text(out, "license_title", license.map(known -> known.title(language)));
    var url = license.flatMap(CkanLicense::url);
    if (url.isPresent()) {
      out.writeStringField("license_url", url.get());
    }
    out.writeBooleanField("isopen", license.map(CkanLicense::isOpen).orElse(false));
  }

  private void writeState(JsonGenerator out) throws IOException {
    var record = entry.record();
    out.writeBooleanField("private", record.isPrivate());
    out.writeStringField(
        "state",
        switch (record.state()) {
          case ACTIVE, DEPRECATED, WITHDRAWING -> "active";
          case DRAFT -> "draft";
          case WITHDRAWN -> "deleted";
        });
    out.writeStringField("type", "dataset");
    out.writeStringField("owner_org", entry.publisher().id());
    out.writeFieldName("organization");
    CkanGroup.of(entry.publisher()).writeShort(out);
    CkanJson.text(out, "creator_user_id", record.creator());
    out.writeStringField("metadata_created", CkanJson.time(record.created()));
    out.writeStringField("metadata_modified", CkanJson.time(record.modified()));
  }

  private void writeResources(JsonGenerator out) throws IOException {
    out.writeNumberField("num_resources", resources.size());
    out.writeArrayFieldStart("resources");
    for (var resource : resources) {
      writeSaid(out, resource);
    }
    out.writeEndArray();
  }

  /** One resource, exactly as it stands in the package. */
  void writeResource(JsonGenerator out, CkanResource resource) throws IOException {
    if (entry.record().written().isEmpty()) {
      writeSaid(out, resource);
    } else {
      CkanJson.MAPPER.writeTree(out, tree().path("resources").path(resource.position()));
    }
  }

  private void writeSaid(JsonGenerator out, CkanResource resource) throws IOException {
    resource.writeTo(out, entry, view.description().graph(), identity, language);
  }

  private void writeTags(JsonGenerator out) throws IOException {
    var tags =
        view.keywords().stream()
            .flatMap(keyword -> CkanTag.of(keyword, identity).stream())
            .sorted(Comparator.comparing(CkanTag::name))
            .toList();
    var written = new ArrayList<String>();
    out.writeArrayFieldStart("tags");
    for (var tag : tags) {
      if (!written.contains(tag.name())) {
        written.add(tag.name());
        tag.writeTo(out);
      }
    }
    out.writeEndArray();
    out.writeNumberField("num_tags", written.size());
  }

  private void writeThemes(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("groups");
    for (var theme : view.themes()) {
      CkanGroup.of(theme, language).writeMembership(out);
    }
    for (var group : groups) {
      CkanGroup.of(group).writeMembership(out);
    }
    out.writeEndArray();
  }

  private void writeExtras(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("extras");
    for (var extra : CkanExtras.of(entry, view, identity, sourceTitle).entrySet()) {
      out.writeStartObject();
      out.writeStringField("key", extra.getKey());
      out.writeStringField("value", extra.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
