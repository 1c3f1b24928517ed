package org.allmende.harvest.source.ckan;

import java.util.Optional;
import org.allmende.vocab.GEODCATAP;
import org.allmende.vocab.VCARD;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Who stands behind a package: publisher, contact, and the other roles ({@code dcat-ap-de.md} 4.2).
 */
final class CkanAgents {

  private final CkanPackage json;
  private final Node dataset;
  private final GraphBuilder graph;

  CkanAgents(CkanPackage json, Node dataset, GraphBuilder graph) {
    this.json = json;
    this.dataset = dataset;
    this.graph = graph;
  }

  void describe() {
    var author = json.text("author");
    var maintainer = json.text("maintainer");
    var hasContact = contact();
    publisher(author);
    agent(DCTerms.creator.asNode(), "creator", Optional.empty(), Optional.empty());
    agent(DCTerms.creator.asNode(), "author", author, json.text("author_email"));
    agent(DCTerms.contributor.asNode(), "contributor", Optional.empty(), Optional.empty());
    agent(GEODCATAP.originator, "originator", Optional.empty(), Optional.empty());
    agent(GEODCATAP.custodian, "maintainer", maintainer, json.text("maintainer_email"));
    if (!hasContact) {
      contactFrom(maintainer, json.text("maintainer_email"));
    }
  }

  private boolean contact() {
    var contact = GraphBuilder.iriOrBlank(json.take("contact_uri"));
    graph.add(contact, VCARD.fn, json.take("contact_name"), CkanTerms::text);
    graph.add(contact, VCARD.hasEmail, json.take("contact_email"), CkanTerms::email);
    graph.add(contact, VCARD.hasURL, json.take("contact_url"), CkanTerms::address);
    graph.add(contact, VCARD.hasTelephone, json.take("contact_tel"), CkanTerms::telephone);
    graph.add(contact, vcard("hasUID"), json.take("contact_identifier"), CkanTerms::iriOrText);
    address(contact);
    graph.addNode(dataset, DCAT.contactPoint.asNode(), contact, VCARD.Organization, VCARD.Kind);
    return graph.graph().contains(dataset, DCAT.contactPoint.asNode(), Node.ANY);
  }

  private void address(Node contact) {
    var address = GraphBuilder.blank();
    graph.add(
        address,
        vcard("street-address"),
        json.take("contact_street", "contact_address"),
        CkanTerms::text);
    graph.add(address, vcard("postal-code"), json.take("contact_zip"), CkanTerms::text);
    graph.add(address, vcard("locality"), json.take("contact_city"), CkanTerms::text);
    graph.add(address, vcard("country-name"), json.take("contact_country"), CkanTerms::text);
    graph.addNode(contact, vcard("hasAddress"), address, vcard("Address"));
  }

  /** Without a contact of its own: the maintainer, else the author ({@code ckan-api.md} 11.5). */
  private void contactFrom(Optional<String> maintainer, Optional<String> maintainerEmail) {
    var known = maintainer.isPresent() || maintainerEmail.isPresent();
    var contact = GraphBuilder.blank();
    graph.add(contact, VCARD.fn, known ? maintainer : json.text("author"), CkanTerms::text);
    graph.add(
        contact,
        VCARD.hasEmail,
        known ? maintainerEmail : json.text("author_email"),
        CkanTerms::email);
    graph.addNode(dataset, DCAT.contactPoint.asNode(), contact, VCARD.Organization, VCARD.Kind);
  }

  /** The extras, else the organization, else the author. */
  private void publisher(Optional<String> author) {
    var organization = json.json().path("organization");
    var name =
        CkanPackage.textOf(organization, "title")
            .or(() -> CkanPackage.textOf(organization, "display_name"))
            .or(() -> CkanPackage.textOf(organization, "name"));
    var ofItsOwn =
        json.look("publisher_name").isPresent() || json.look("publisher_uri").isPresent();
    agent(
        DCTerms.publisher.asNode(),
        "publisher",
        ofItsOwn ? Optional.empty() : name.or(() -> author),
        Optional.empty());
  }

  private void agent(
      Node role, String prefix, Optional<String> otherName, Optional<String> otherEmail) {
    var agent = GraphBuilder.iriOrBlank(json.take(prefix + "_uri"));
    graph.add(
        agent,
        FOAF.name.asNode(),
        json.take(prefix + "_name").or(() -> otherName),
        CkanTerms::text);
    graph.add(
        agent,
        FOAF.mbox.asNode(),
        json.take(prefix + "_email").or(() -> otherEmail),
        CkanTerms::email);
    graph.add(agent, FOAF.homepage.asNode(), json.take(prefix + "_url"), CkanTerms::address);
    graph.add(
        agent,
        DCTerms.type.asNode(),
        json.take(prefix + "_type"),
        type -> CkanTerms.code(CodeLists.publisherTypes(), type));
    graph.add(
        agent,
        DCTerms.identifier.asNode(),
        json.take(prefix + "_identifier"),
        CkanTerms::iriOrText);
    var person = json.take(prefix + "_contacttype").filter(t -> t.equalsIgnoreCase("person"));
    graph.addNode(
        dataset,
        role,
        agent,
        person.isPresent() ? FOAF.Person.asNode() : FOAF.Organization.asNode(),
        FOAF.Agent.asNode());
  }

  private static Node vcard(String name) {
    return NodeFactory.createURI(VCARD.NS + name);
  }
}
