package org.allmende.catalog;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.model.Organization;
import org.allmende.vocab.codelist.CodeLists;
import org.allmende.vocab.codelist.Concept;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** The triples of the {@code dcat:Catalog} itself (dcat-ap-de.md 4.1), without datasets. */
final class CatalogDescription {

  private static final String KEYS = "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/";

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final CatalogSettings settings;
  private final Identity identity;

  private CatalogDescription(CatalogSettings settings, Identity identity) {
    this.settings = settings;
    this.identity = identity;
  }

  static Graph of(
      CatalogSettings settings,
      Identity identity,
      Organization publisher,
      Optional<Instant> modified) {
    var description = new CatalogDescription(settings, identity);
    description.catalog(publisher, modified);
    description.publisher(publisher);
    return description.graph;
  }

  private void catalog(Organization publisher, Optional<Instant> modified) {
    var catalog = iri(identity.catalogIri());
    add(catalog, RDF.type.asNode(), DCAT.Catalog.asNode());
    texts(catalog, DCTerms.title.asNode(), settings.title());
    texts(catalog, DCTerms.description.asNode(), settings.description());
    add(catalog, DCTerms.publisher.asNode(), iri(publisher.iri()));
    var homepage = settings.homepage().orElse(identity.url() + "/suche");
    add(catalog, FOAF.homepage.asNode(), iri(homepage));
    CodeLists.languages()
        .find(settings.language())
        .map(Concept::iri)
        .ifPresent(language -> add(catalog, DCTerms.language.asNode(), iri(language)));
    add(catalog, DCTerms.license.asNode(), iri(settings.metadataLicense()));
    add(catalog, DCAT.themeTaxonomy.asNode(), iri(CodeLists.themes().scheme()));
    modified.ifPresent(time -> add(catalog, DCTerms.modified.asNode(), dateTime(time)));
    settings.municipality().ifPresent(town -> place(catalog, town));
  }

  private void place(Node catalog, CatalogSettings.Town town) {
    var key = iri(KEYS + town.ags());
    add(catalog, DCTerms.spatial.asNode(), key);
    add(key, RDF.type.asNode(), DCTerms.Location.asNode());
  }

  private void publisher(Organization publisher) {
    var agent = iri(publisher.iri());
    add(agent, RDF.type.asNode(), FOAF.Organization.asNode());
    add(agent, RDF.type.asNode(), FOAF.Agent.asNode());
    add(agent, FOAF.name.asNode(), text(settings.language(), publisher.title()));
    publisher.homepage().ifPresent(page -> add(agent, FOAF.homepage.asNode(), iri(page)));
    settings.organizations().stream()
        .filter(o -> o.title().equals(publisher.title()))
        .findFirst()
        .flatMap(ConfiguredOrganization::type)
        .flatMap(CodeLists.publisherTypes()::find)
        .ifPresent(type -> add(agent, DCTerms.type.asNode(), iri(type.iri())));
  }

  private void texts(Node subject, Node property, LocalizedText texts) {
    texts
        .byLanguage()
        .forEach(
            (language, text) ->
                add(
                    subject,
                    property,
                    text(language.isEmpty() ? settings.language() : language, text)));
  }

  private void add(Node subject, Node property, Node object) {
    graph.add(subject, property, object);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node text(String language, String text) {
    return NodeFactory.createLiteralLang(text, language);
  }

  private static Node dateTime(Instant time) {
    return NodeFactory.createLiteralDT(
        DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS)),
        XSDDatatype.XSDdateTime);
  }
}
