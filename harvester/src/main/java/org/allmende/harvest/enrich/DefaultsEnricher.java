package org.allmende.harvest.enrich;

import static org.apache.jena.graph.NodeFactory.createLiteralLang;
import static org.apache.jena.graph.NodeFactory.createLiteralString;
import static org.apache.jena.graph.NodeFactory.createURI;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.model.Rdf;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestContext;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.VCARD;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Says what the operator says about a source, where the source itself is silent ({@code sources.md}
 * 2.8). An entry of a catalog source gets only what that source's own defaults name; the dataset of
 * a data source also gets the catalog's first organization as publisher, the municipality's key and
 * the language.
 */
final class DefaultsEnricher implements Enricher {

  private static final Node HVD_LAW = createURI("http://data.europa.eu/eli/reg_impl/2023/138/oj");
  private static final String MUNICIPALITY_KEY =
      "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/";
  private static final String MUNICIPALITY_LEVEL =
      "http://dcat-ap.de/def/politicalGeocoding/Level/municipality";
  private static final String LANGUAGE =
      "http://publications.europa.eu/resource/authority/language/";

  @Override
  public Submission enrich(Submission submission, HarvestContext context) {
    var description = submission.description();
    var graph = description.copyOfGraph();
    var publisher = new Filling(submission, context, graph).fill();
    var record = submission.record();
    if (publisher.isPresent() && record.organization().isEmpty()) {
      record = record.withOrganization(publisher.get().name().value());
    }
    return Submissions.with(
        submission, DatasetDescription.owning(description.uri(), graph), record);
  }

  /** One description that is being filled. */
  private static final class Filling {
    private final HarvestContext context;
    private final Defaults defaults;
    private final Graph graph;
    private final DatasetUri uri;
    private final Node node;
    private final boolean isOwnData;
    private final CatalogRecord record;

    Filling(Submission submission, HarvestContext context, Graph graph) {
      this.context = context;
      this.defaults = context.source().defaults();
      this.graph = graph;
      this.uri = submission.description().uri();
      this.node = uri.node();
      this.isOwnData = submission.isOwnData();
      this.record = submission.record();
    }

    /** Fills every gap; answers the configured organization that became the publisher. */
    Optional<ConfiguredOrganization> fill() {
      fillTexts();
      fillIris(DCAT.theme.asNode(), defaults.themes());
      fillIri(DCTerms.accrualPeriodicity.asNode(), defaults.frequency());
      fillIri(DCTerms.accessRights.asNode(), defaults.accessRights());
      fillIris(DCTerms.references.asNode(), defaults.references());
      fillAvailability();
      fillPlace();
      fillLanguage();
      fillContact();
      fillHvd();
      distributions().forEach(this::fillLicense);
      return fillPublisher();
    }

    private void fillTexts() {
      if (isOwnData && record.sourceKey().orElse("").isEmpty()) {
        fillText(DCTerms.title.asNode(), defaults.title());
        fillText(DCTerms.description.asNode(), defaults.description());
      }
      if (isSilent(node, DCAT.keyword.asNode())) {
        defaults
            .keywords()
            .forEach(word -> add(node, DCAT.keyword.asNode(), createLiteralLang(word, language())));
      }
    }

    private void fillText(Node property, LocalizedText text) {
      if (isSilent(node, property)) {
        text.byLanguage()
            .forEach(
                (tag, words) ->
                    add(
                        node,
                        property,
                        createLiteralLang(words, tag.isEmpty() ? language() : tag)));
      }
    }

    /** The language of the operator's own words. */
    private String language() {
      return context.settings().language();
    }

    private void fillAvailability() {
      fillIri(DCATAP.availability, defaults.availability());
      if (isOwnData) {
        defaults
            .availability()
            .ifPresent(
                iri ->
                    distributions()
                        .forEach(d -> addIfSilent(d, DCATAP.availability, createURI(iri))));
      }
    }

    private void fillPlace() {
      if (!isSilent(node, DCTerms.spatial.asNode())) {
        return;
      }
      var keys = defaults.spatial();
      if (keys.isEmpty() && isOwnData) {
        keys =
            context.settings().municipality().map(Town::ags).map(MUNICIPALITY_KEY::concat).stream()
                .toList();
      }
      for (var key : keys) {
        // Shared by all datasets of the place, so nothing but its type stands on it (2.6).
        add(node, DCTerms.spatial.asNode(), createURI(key));
        add(createURI(key), RDF.type.asNode(), DCTerms.Location.asNode());
      }
      if (keys.stream().anyMatch(key -> key.startsWith(MUNICIPALITY_KEY))) {
        addIfSilent(node, DCATDE.politicalGeocodingLevelURI, createURI(MUNICIPALITY_LEVEL));
      }
    }

    private void fillLanguage() {
      if (isOwnData) {
        var tag = defaults.language().orElse(language());
        addIfSilent(
            node,
            DCTerms.language.asNode(),
            createURI(LANGUAGE + (tag.startsWith("en") ? "ENG" : "DEU")));
      }
    }

    private void fillContact() {
      if (defaults.contact().isEmpty() || !isSilent(node, DCAT.contactPoint.asNode())) {
        return;
      }
      var contact = defaults.contact().get();
      var kind = createURI(uri.value() + "#contact");
      add(node, DCAT.contactPoint.asNode(), kind);
      add(kind, RDF.type.asNode(), VCARD.Kind);
      add(kind, RDF.type.asNode(), VCARD.Organization);
      add(kind, VCARD.fn, createLiteralString(contact.name()));
      contact.email().ifPresent(email -> add(kind, VCARD.hasEmail, createURI("mailto:" + email)));
      contact.url().ifPresent(url -> add(kind, VCARD.hasURL, createURI(url)));
      contact
          .telephone()
          .ifPresent(
              number ->
                  add(
                      kind,
                      VCARD.hasTelephone,
                      createURI("tel:" + number.replaceAll("[^+0-9]", ""))));
    }

    private void fillHvd() {
      var categories = highValue();
      if (categories.isEmpty() || !isSilent(node, DCATAP.hvdCategory)) {
        return;
      }
      categories.forEach(iri -> add(node, DCATAP.hvdCategory, createURI(iri)));
      addIfSilent(node, DCATAP.applicableLegislation, HVD_LAW);
      distributions().forEach(d -> addIfSilent(d, DCATAP.applicableLegislation, HVD_LAW));
    }

    /** What the operator says of this dataset alone, else of all. */
    private List<String> highValue() {
      var marks = context.source().highValue();
      return Stream.concat(
              Stream.of(uri.value()), Rdf.values(graph, node, DCTerms.identifier.asNode()).stream())
          .map(marks::get)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(defaults.hvd());
    }

    private void fillLicense(Node distribution) {
      if (defaults.license().isPresent()) {
        addIfSilent(distribution, DCTerms.license.asNode(), createURI(defaults.license().get()));
      }
      if (defaults.attribution().isPresent() && wantsAttribution(distribution)) {
        addIfSilent(
            distribution,
            DCATDE.licenseAttributionByText,
            createLiteralLang(defaults.attribution().get(), language()));
      }
    }

    /** The operator's words belong to the license of the operator's choice. */
    private boolean wantsAttribution(Node distribution) {
      return isOwnData
          || defaults
              .license()
              .map(iri -> graph.contains(distribution, DCTerms.license.asNode(), createURI(iri)))
              .orElse(!isSilent(distribution, DCTerms.license.asNode()));
    }

    private Optional<ConfiguredOrganization> fillPublisher() {
      var organization = organization();
      if (organization.isEmpty() || !isSilent(node, DCTerms.publisher.asNode())) {
        return Optional.empty();
      }
      var publisher = organization.get();
      var agent =
          createURI(
              publisher
                  .iri()
                  .orElseGet(() -> context.identity().organizationIri(publisher.title())));
      add(node, DCTerms.publisher.asNode(), agent);
      add(agent, RDF.type.asNode(), FOAF.Agent.asNode());
      add(agent, RDF.type.asNode(), FOAF.Organization.asNode());
      add(agent, FOAF.name.asNode(), createLiteralLang(publisher.title(), language()));
      publisher
          .type()
          .flatMap(CodeLists.publisherTypes()::find)
          .ifPresent(type -> add(agent, DCTerms.type.asNode(), createURI(type.iri())));
      publisher.homepage().ifPresent(page -> add(agent, FOAF.homepage.asNode(), createURI(page)));
      return organization;
    }

    private Optional<ConfiguredOrganization> organization() {
      var organizations = context.settings().organizations();
      var isWanted =
          isOwnData
              || defaults.publisher().isPresent()
              || context.source().override().contains("publisher");
      return organizations.stream()
          .filter(o -> isWanted)
          .filter(o -> defaults.publisher().map(o.name().value()::equals).orElse(true))
          .findFirst();
    }

    private List<Node> distributions() {
      return graph
          .find(node, DCAT.distribution.asNode(), Node.ANY)
          .mapWith(Triple::getObject)
          .filterDrop(Node::isLiteral)
          .toList();
    }

    private void fillIri(Node property, Optional<String> iri) {
      iri.ifPresent(value -> addIfSilent(node, property, createURI(value)));
    }

    private void fillIris(Node property, List<String> iris) {
      if (isSilent(node, property)) {
        iris.forEach(iri -> add(node, property, createURI(iri)));
      }
    }

    private void addIfSilent(Node subject, Node property, Node value) {
      if (isSilent(subject, property)) {
        add(subject, property, value);
      }
    }

    private boolean isSilent(Node subject, Node property) {
      return !graph.contains(subject, property, Node.ANY);
    }

    private void add(Node subject, Node property, Node object) {
      graph.add(Triple.create(subject, property, object));
    }
  }
}
