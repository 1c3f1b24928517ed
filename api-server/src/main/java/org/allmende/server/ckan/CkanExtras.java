package org.allmende.server.ckan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.DatasetView;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Rdf;
import org.allmende.harvest.book.SourceBook;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GEODCATAP;
import org.allmende.vocab.LOCN;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;

/**
 * The {@code extras} of a dataset: what its description says and CKAN has no key for. Which
 * property has which key is the column "CKAN" of {@code dcat-ap-de.md} 4.2; beside them stand the
 * free extras of the record and where it was harvested.
 */
final class CkanExtras {

  private final Graph graph;
  private final DatasetView view;
  private final Map<String, String> found = new TreeMap<>();

  private CkanExtras(DatasetView view) {
    this.view = view;
    this.graph = view.description().graph();
  }

  /**
   * Key to value, by key; without empty values.
   *
   * @param sourceTitle what people call the harvest source; empty for a dataset that has none
   */
  static Map<String, String> of(
      CatalogEntry entry, DatasetView view, Identity identity, String sourceTitle) {
    var extras = new CkanExtras(view);
    extras.readFree(entry);
    extras.readTable();
    extras.readAgents();
    extras.readContact();
    extras.readPlaces();
    extras.readPeriod();
    extras.readOrigin(entry, identity, sourceTitle);
    PackageForm.ROOT_KEYS.forEach(extras.found::remove);
    return extras.found;
  }

  private void put(String key, Optional<String> value) {
    value.filter(text -> !text.isBlank()).ifPresent(text -> found.put(key, text));
  }

  private void putList(String key, List<String> values) {
    if (!values.isEmpty()) {
      found.put(key, CkanJson.listInText(values));
    }
  }

  private void readFree(CatalogEntry entry) {
    entry.record().extras().forEach((key, value) -> put(key, Optional.of(value)));
  }

  private void readTable() {
    for (var row : CkanProperty.OF_DATASETS) {
      row.shown(view.values(row.property())).ifPresent(text -> put(row.key(), Optional.of(text)));
    }
    putList(
        "alternate_identifier",
        Rdf.objects(graph, view.uri().node(), ADMS.identifier).stream()
            .flatMap(id -> alternate(id).stream())
            .toList());
  }

  private Optional<String> alternate(Node identifier) {
    return identifier.isLiteral()
        ? Optional.of(identifier.getLiteralLexicalForm())
        : Rdf.literal(graph, identifier, SKOS.notation.asNode())
            .or(() -> Optional.of(Rdf.textOf(identifier)).filter(text -> !text.isEmpty()));
  }

  private void readAgents() {
    readAgent("publisher", DCTerms.publisher.asNode());
    readAgent("creator", DCTerms.creator.asNode());
    readAgent("author", DCTerms.creator.asNode());
    readAgent("contributor", DCTerms.contributor.asNode());
    readAgent("originator", DCATDE.originator);
    readAgent("originator", GEODCATAP.originator);
    readAgent("maintainer", DCATDE.maintainer);
    readAgent("maintainer", GEODCATAP.custodian);
    found.remove("author_name"); // the root key author says it
    found.remove("author_email");
    found.remove("maintainer_name");
    found.remove("maintainer_email");
  }

  private void readAgent(String prefix, Node role) {
    view.agents(role).stream()
        .findFirst()
        .ifPresent(
            agent -> {
              put(prefix + "_uri", agent.iri());
              put(prefix + "_name", agent.name().in("de"));
              put(prefix + "_email", agent.mailbox());
              put(prefix + "_url", agent.homepage());
              if (!agent.node().isLiteral()) {
                var type = Rdf.values(graph, agent.node(), DCTerms.type.asNode());
                put(prefix + "_type", type.stream().findFirst());
                put(
                    prefix + "_identifier",
                    Rdf.literal(graph, agent.node(), DCTerms.identifier.asNode()));
              }
            });
  }

  private void readContact() {
    view.contacts().stream()
        .findFirst()
        .ifPresent(
            contact -> {
              put("contact_name", contact.name());
              put("contact_email", contact.email());
              put("contact_tel", contact.telephone());
              put("contact_url", contact.page());
            });
    Rdf.objects(graph, view.uri().node(), DCAT.contactPoint.asNode()).stream()
        .filter(node -> !node.isLiteral())
        .findFirst()
        .ifPresent(this::readContactNode);
  }

  private void readContactNode(Node contact) {
    put("contact_uri", Optional.of(Rdf.textOf(contact)));
    put("contact_identifier", vcard(contact, "hasUID"));
    put("contact_street", address(contact, "street-address"));
    put("contact_zip", address(contact, "postal-code"));
    put("contact_city", address(contact, "locality"));
    put("contact_country", address(contact, "country-name"));
  }

  private Optional<String> vcard(Node contact, String property) {
    return Rdf.values(graph, contact, Rdf.iri(VCARD.NS + property)).stream().findFirst();
  }

  private Optional<String> address(Node contact, String part) {
    return Rdf.objects(graph, contact, Rdf.iri(VCARD.NS + "hasAddress")).stream()
        .filter(address -> !address.isLiteral())
        .flatMap(address -> vcard(address, part).stream())
        .findFirst()
        .or(() -> vcard(contact, part));
  }

  private void readPlaces() {
    for (var place : view.places()) {
      place.iri().ifPresent(iri -> found.putIfAbsent("spatial_uri", iri));
      place.name().in("de").ifPresent(name -> found.putIfAbsent("spatial_text", name));
      geometry("spatial_bbox", place.bbox());
      geometry("spatial_centroid", place.centroid());
    }
    Rdf.objects(graph, view.uri().node(), DCTerms.spatial.asNode()).stream()
        .filter(place -> !place.isLiteral())
        .forEach(place -> geometry("spatial", Rdf.literal(graph, place, LOCN.geometry)));
    var box = found.get("spatial_bbox");
    if (box != null) {
      found.putIfAbsent("spatial", box);
    }
  }

  private void geometry(String key, Optional<String> wkt) {
    wkt.flatMap(WktGeoJson::convert).ifPresent(json -> found.putIfAbsent(key, json));
  }

  private void readPeriod() {
    view.periods().stream()
        .findFirst()
        .ifPresent(
            period -> {
              put("temporal_start", period.start());
              put("temporal_end", period.end());
            });
  }

  private void readOrigin(CatalogEntry entry, Identity identity, String sourceTitle) {
    var ours = identity.datasetUri(entry.addresses().id());
    if (!ours.equals(entry.uri())) {
      found.put("uri", entry.uri().value());
    }
    entry
        .record()
        .source()
        .ifPresent(
            source -> {
              found.put("guid", entry.uri().value());
              found.put("harvest_source_id", SourceBook.shownId(source));
              found.put("harvest_source_title", sourceTitle);
              found.put(
                  "harvest_object_id", HarvestObjectId.of(entry.revision().sequence(), identity));
            });
  }

  /** The version CKAN shows: today's property, else the one that DCAT-AP 2 used. */
  static Optional<String> version(DatasetView view) {
    return view.version()
        .or(() -> view.values(OWL.versionInfo.asNode()).stream().findFirst())
        .map(version -> version.length() > 100 ? version.substring(0, 100) : version);
  }
}
