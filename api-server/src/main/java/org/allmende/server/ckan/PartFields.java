package org.allmende.server.ckan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.GEODCATAP;
import org.allmende.vocab.LOCN;
import org.allmende.vocab.VCARD;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * Keys that speak of a part of a dataset: an agent, the contact, the place, the period ({@code
 * dcat-ap-de.md} 4.2, 4.6). A change finds the part that the JSON shows, or makes it, changes the
 * one property, and leaves everything else that is said of the part.
 */
final class PartFields {

  /**
   * Where a key's value stands.
   *
   * @param roles properties that lead from the dataset to the part, the one for new parts first
   * @param inner property that leads on to a part of the part
   * @param properties of the part; the first is written, all are cleared
   * @param label how the part is named
   */
  private record Place(List<Node> roles, Optional<Node> inner, List<Node> properties, Node label) {}

  /** Stands for the IRI of the part itself. */
  private static final Node ITSELF = NodeFactory.createURI("urn:itself");

  private static final Map<String, Place> PLACES = new HashMap<>();

  static {
    agent(List.of("publisher"), DCTerms.publisher.asNode());
    agent(List.of("author", "creator"), DCTerms.creator.asNode());
    agent(List.of("contributor"), DCTerms.contributor.asNode());
    agent(List.of("originator"), GEODCATAP.originator, DCATDE.originator);
    agent(List.of("maintainer"), GEODCATAP.custodian, DCATDE.maintainer);
    PLACES.put("author", PLACES.get("author_name"));
    PLACES.put("maintainer", PLACES.get("maintainer_name"));
    contact("uri", ITSELF);
    contact("name", VCARD.fn);
    contact("email", VCARD.hasEmail);
    contact("tel", VCARD.hasTelephone);
    contact("url", VCARD.hasURL);
    contact("identifier", vcard("hasUID"));
    address("street", "street-address");
    address("zip", "postal-code");
    address("city", "locality");
    address("country", "country-name");
    place("spatial_uri", ITSELF);
    place("spatial_text", SKOS.prefLabel.asNode());
    place("spatial_bbox", DCAT.bbox.asNode());
    place("spatial_centroid", DCAT.centroid.asNode());
    place("spatial", LOCN.geometry, DCAT.bbox.asNode(), DCAT.centroid.asNode());
    period("temporal_start", DCAT.startDate.asNode(), "startDate");
    period("temporal_end", DCAT.endDate.asNode(), "endDate");
  }

  private static void agent(List<String> prefixes, Node... roles) {
    for (var prefix : prefixes) {
      var properties =
          Map.of(
              "_uri", ITSELF,
              "_name", FOAF.name.asNode(),
              "_email", FOAF.mbox.asNode(),
              "_url", FOAF.homepage.asNode(),
              "_type", DCTerms.type.asNode(),
              "_identifier", DCTerms.identifier.asNode());
      properties.forEach(
          (key, property) -> put(prefix + key, List.of(roles), FOAF.name.asNode(), property));
    }
  }

  private static void contact(String key, Node property) {
    put("contact_" + key, List.of(DCAT.contactPoint.asNode()), VCARD.fn, property);
  }

  private static void address(String key, String part) {
    PLACES.put(
        "contact_" + key,
        new Place(
            List.of(DCAT.contactPoint.asNode()),
            Optional.of(vcard("hasAddress")),
            List.of(vcard(part)),
            VCARD.fn));
  }

  private static void place(String key, Node... properties) {
    put(key, List.of(DCTerms.spatial.asNode()), SKOS.prefLabel.asNode(), properties);
  }

  private static void period(String key, Node property, String old) {
    put(
        key,
        List.of(DCTerms.temporal.asNode()),
        SKOS.prefLabel.asNode(),
        property,
        Rdf.iri("http://schema.org/" + old));
  }

  private static void put(String key, List<Node> roles, Node label, Node... properties) {
    PLACES.put(key, new Place(roles, Optional.empty(), List.of(properties), label));
  }

  private static Node vcard(String name) {
    return Rdf.iri(VCARD.NS + name);
  }

  private final DescriptionEdit edit;

  PartFields(DescriptionEdit edit) {
    this.edit = edit;
  }

  /** True for a key of the root or of the extras that speaks of a part. */
  static boolean has(String key) {
    return PLACES.containsKey(key);
  }

  /** Writes one changed key; empty takes the value away. */
  void write(String key, Optional<String> wanted) {
    var place = Objects.requireNonNull(PLACES.get(key), key);
    if (place.properties().contains(ITSELF)) {
      writeItself(place, key, wanted.isPresent());
    } else if (place.inner().isPresent()) {
      writeInner(place, place.inner().get(), wanted);
    } else {
      writeOf(edit.dataset(), edit.dataset(), place, wanted);
    }
  }

  private void writeOf(Node owner, Node sourceOwner, Place place, Optional<String> wanted) {
    var like = wanted.flatMap(text -> like(sourceOwner, place));
    var part = shown(owner, place);
    if (part.isEmpty() && like.isEmpty()) {
      return;
    }
    var node =
        part.orElseGet(() -> edit.make(owner, place.roles().getFirst(), like.get(), place.label()));
    if (place.properties().getFirst().equals(place.label())) {
      edit.text(node, place.label(), wanted);
    } else {
      place.properties().forEach(property -> edit.clear(node, property));
      like.ifPresent(from -> place.properties().forEach(p -> edit.bring(node, from, p)));
    }
    edit.dropIfEmpty(owner, place.roles(), node);
  }

  /** Of several parts the one that has the value, else the first. */
  private Optional<Node> shown(Node owner, Place place) {
    return place.roles().stream()
        .flatMap(role -> Rdf.objects(edit.graph(), owner, role).stream())
        .filter(node -> !node.isLiteral() && has(node, place.properties()))
        .findFirst()
        .map(node -> edit.owned(owner, place.roles(), node))
        .or(() -> describable(owner, place));
  }

  private boolean has(Node node, List<Node> properties) {
    return properties.stream().anyMatch(p -> edit.graph().contains(node, p, Node.ANY));
  }

  /** Nothing is said on places that all share, such as municipalities (dcat-ap-de.md 5.3). */
  private Optional<Node> describable(Node owner, Place place) {
    var isPlace = place.roles().contains(DCTerms.spatial.asNode());
    return edit.own(owner, place.roles()).filter(node -> !isPlace || node.isBlank());
  }

  private Optional<Node> like(Node owner, Place place) {
    return place.roles().stream()
        .flatMap(
            role ->
                place.properties().stream()
                    .flatMap(property -> edit.ofSource(owner, role, property).stream()))
        .findFirst();
  }

  private void writeInner(Place place, Node inner, Optional<String> wanted) {
    var outer = new Place(place.roles(), Optional.empty(), List.of(inner), place.label());
    var like = wanted.flatMap(text -> like(edit.dataset(), outer));
    var contact =
        edit.own(edit.dataset(), place.roles())
            .or(
                () ->
                    like.map(
                        from ->
                            edit.make(
                                edit.dataset(), place.roles().getFirst(), from, place.label())));
    contact.ifPresent(
        node -> {
          place.properties().forEach(property -> edit.clear(node, property)); // said directly
          var address = new Place(List.of(inner), Optional.empty(), place.properties(), VCARD.fn);
          writeOf(node, like.orElse(node), address, wanted);
          edit.dropIfEmpty(edit.dataset(), place.roles(), node);
        });
  }

  /** The part gets another IRI, or none; what is said of it stays with it. */
  private void writeItself(Place place, String key, boolean isWanted) {
    var wanted =
        place.roles().stream()
            .filter(role -> isWanted)
            .flatMap(role -> Rdf.objects(edit.source(), edit.dataset(), role).stream())
            .filter(Node::isURI)
            .findFirst();
    var shown =
        place.roles().stream()
            .flatMap(role -> Rdf.objects(edit.graph(), edit.dataset(), role).stream())
            .filter(node -> key.startsWith("spatial") ? node.isURI() : !node.isLiteral())
            .findFirst();
    if (shown.isPresent()) {
      var to = wanted.orElseGet(NodeFactory::createBlankNode);
      edit.move(edit.dataset(), place.roles(), shown.get(), to);
      edit.dropIfEmpty(edit.dataset(), place.roles(), to);
    } else {
      wanted.ifPresent(
          iri -> edit.make(edit.dataset(), place.roles().getFirst(), iri, place.label()));
    }
  }
}
