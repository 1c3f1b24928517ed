package org.allmende.harvest.source.ckan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.harvest.Reason;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.dcat.IriRepair;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * What a CKAN package says, as DCAT ({@code ckan-api.md} 11.5, {@code dcat-ap-de.md} 4): for
 * harvests, for {@code import} of CKAN's JSON, and for the write API.
 *
 * <pre>{@code
 * var submission = CkanDescriptions.describe(json, "https://daten.example", CatalogRecord.own(now));
 * }</pre>
 *
 * Nothing is invented and nothing is judged here: an unknown license stays what it was, a date that
 * is none stays text, and validation reports them. Extras for which DCAT has no word go into the
 * record. Agents, contacts and places without an IRI are blank nodes, which the profile views name.
 */
public final class CkanDescriptions {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{2,100}");

  /** Lists of IRIs (or texts) and the property that each one is. */
  private static final Map<String, Node> LISTS =
      Map.ofEntries(
          Map.entry("conforms_to", DCTerms.conformsTo.asNode()),
          Map.entry("documentation", FOAF.page.asNode()),
          Map.entry("references", DCTerms.references.asNode()),
          Map.entry("related_resource", DCTerms.relation.asNode()),
          Map.entry("is_referenced_by", DCTerms.isReferencedBy.asNode()),
          Map.entry("provenance", DCTerms.provenance.asNode()),
          Map.entry("source", DCTerms.source.asNode()),
          Map.entry("sample", ADMS.sample),
          Map.entry("version_notes", ADMS.versionNotes),
          Map.entry("applicable_legislation", DCATAP.applicableLegislation),
          Map.entry("in_series", dcat("inSeries")),
          Map.entry("has_version", dcat("hasVersion")),
          Map.entry("is_version_of", dcat("isVersionOf")),
          Map.entry("contributorID", DCATDE.contributorID),
          Map.entry("legalbasisText", DCATDE.legalBasis),
          Map.entry("qualityProcessURI", DCATDE.qualityProcessURI));

  private final CkanPackage json;
  private final Node dataset;
  private final String address;
  private final GraphBuilder graph = new GraphBuilder();

  private CkanDescriptions(CkanPackage json, DatasetUri uri, String address) {
    this.json = json;
    this.dataset = uri.node();
    this.address = address;
  }

  /**
   * Describes a package given as JSON text.
   *
   * @throws MappingException when the text is no JSON object, or {@link #describe(JsonNode, String,
   *     CatalogRecord)} cannot describe it
   */
  public static Submission describe(String json, String site, CatalogRecord record)
      throws MappingException {
    try {
      return describe(JSON.readTree(json), site, record);
    } catch (JsonProcessingException e) {
      throw new MappingException(Reason.of("ckan-broken", e.getOriginalMessage()), e);
    }
  }

  /**
   * Describes a package.
   *
   * @param site address of the portal before {@code /api}, without trailing slash; for a package of
   *     our own the base of this catalog. The dataset is {@code {site}/dataset/{id}}, unless its
   *     extra {@code uri} says otherwise
   * @param record what is to be recorded; the package adds its free extras, its own groups, the
   *     order of its resources, and whether it is a draft or private
   * @return with the package's id and name as wishes
   * @throws MappingException when it has neither {@code id} nor {@code name}, is deleted, or its
   *     {@code uri} is no IRI
   */
  public static Submission describe(JsonNode json, String site, CatalogRecord record)
      throws MappingException {
    if (!json.isObject()) {
      throw new MappingException(Reason.of("ckan-no-object", json.getNodeType().name()));
    }
    if (json.path("state").asText().equals("deleted")) {
      throw new MappingException(Reason.of("ckan-deleted", key(json).orElse("?")));
    }
    var key = key(json).orElseThrow(() -> new MappingException(Reason.of("ckan-no-key")));
    var read = CkanPackage.of(json);
    var address = IriRepair.repaired(site + "/dataset/" + key);
    var uri = uri(read.take("uri").or(() -> read.text("uri")).orElse(address));
    return new CkanDescriptions(read, uri, address).submission(uri, record);
  }

  /** The license that a text means: its IRI in the list of DCAT-AP.de, else as it was written. */
  public static Node license(String text) {
    return CkanTerms.license(text);
  }

  /** By what a package is found again: its id, else its name. */
  static Optional<String> key(JsonNode json) {
    return CkanPackage.textOf(json, "id").or(() -> CkanPackage.textOf(json, "name"));
  }

  private static DatasetUri uri(String iri) throws MappingException {
    try {
      return new DatasetUri(IriRepair.repaired(iri));
    } catch (IllegalArgumentException e) {
      throw new MappingException(Reason.of("ckan-uri", iri), e);
    }
  }

  private Submission submission(DatasetUri uri, CatalogRecord record) {
    graph.type(dataset, DCAT.Dataset.asNode());
    texts();
    identifiers();
    dates();
    codes();
    LISTS.forEach(
        (key, property) ->
            graph.addAll(dataset, property, json.takeList(key), CkanTerms::iriOrText));
    pages();
    new CkanAgents(json, dataset, graph).describe();
    new CkanPlaces(json, dataset, graph).describe();
    var groups = themes();
    distributions();
    return new Submission(
        DatasetDescription.owning(uri, graph.graph()),
        recorded(record, groups),
        json.text("id").filter(id -> ID.matcher(id).matches()),
        json.text("name").filter(DatasetSlug::isSlug).map(DatasetSlug::new));
  }

  private void texts() {
    var title = json.localized("title");
    if (title.isEmpty()) {
      graph.add(dataset, DCTerms.title.asNode(), json.text("name"), CkanTerms::text);
    } else {
      graph.add(dataset, DCTerms.title.asNode(), title);
    }
    graph.add(dataset, DCTerms.description.asNode(), json.localized("notes"));
    graph.add(dataset, dcat("version"), json.text("version"), CkanTerms::text);
    keywords();
  }

  private void keywords() {
    for (var tag : json.elements("tags")) {
      var name =
          tag.isTextual()
              ? Optional.of(tag.textValue().strip()).filter(text -> !text.isEmpty())
              : CkanPackage.textOf(tag, "name").or(() -> CkanPackage.textOf(tag, "display_name"));
      graph.add(dataset, DCAT.keyword.asNode(), name, CkanTerms::text);
    }
    json.text("tag_string")
        .ifPresent(
            tags ->
                List.of(tags.split(",")).stream()
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .forEach(
                        tag -> graph.add(dataset, DCAT.keyword.asNode(), CkanTerms.text(tag))));
    json.json()
        .path("keywords")
        .properties()
        .forEach(
            byLanguage ->
                byLanguage
                    .getValue()
                    .forEach(
                        word ->
                            graph.add(
                                dataset,
                                DCAT.keyword.asNode(),
                                NodeFactory.createLiteralLang(
                                    word.asText(), byLanguage.getKey()))));
  }

  private void identifiers() {
    var given = json.take("identifier").or(() -> json.take("guid"));
    graph.add(
        dataset,
        DCTerms.identifier.asNode(),
        given.or(() -> json.text("id")).or(() -> json.text("name")),
        CkanTerms::text);
    for (var other : json.takeList("alternate_identifier")) {
      var identifier = GraphBuilder.blank();
      graph.add(identifier, SKOS.notation.asNode(), CkanTerms.text(other));
      graph.addNode(dataset, ADMS.identifier, identifier, ADMS.Identifier);
    }
  }

  private void dates() {
    graph.add(
        dataset,
        DCTerms.issued.asNode(),
        json.take("issued").or(() -> json.text("metadata_created")),
        CkanTerms::time);
    graph.add(
        dataset,
        DCTerms.modified.asNode(),
        json.take("modified").or(() -> json.text("metadata_modified")),
        CkanTerms::time);
  }

  private void codes() {
    graph.add(
        dataset,
        DCTerms.accrualPeriodicity.asNode(),
        json.take("frequency"),
        CkanTerms.in(CodeLists.frequencies()));
    graph.add(
        dataset,
        DCATAP.availability,
        json.take("availability"),
        CkanTerms.in(CodeLists.availabilities()));
    graph.add(
        dataset,
        DCTerms.accessRights.asNode(),
        json.take("access_rights"),
        CkanTerms.in(CodeLists.accessRights()));
    graph.addAll(
        dataset,
        DCTerms.type.asNode(),
        json.takeList("dcat_type"),
        CkanTerms.in(CodeLists.datasetTypes()));
    graph.addAll(
        dataset,
        DCATAP.hvdCategory,
        json.takeList("hvd_category"),
        CkanTerms.in(CodeLists.hvdCategories()));
    graph.addAll(
        dataset, DCTerms.language.asNode(), languages(), CkanTerms.in(CodeLists.languages()));
    graph.add(
        dataset,
        DCAT.spatialResolutionInMeters.asNode(),
        json.take("spatial_resolution_in_meters"),
        CkanTerms::decimal);
    graph.add(
        dataset,
        DCAT.temporalResolution.asNode(),
        json.take("temporal_resolution"),
        CkanTerms::duration);
  }

  /** A JSON list, or as old portals write it: {@code en,es,ca}. */
  private List<String> languages() {
    return json.takeList("language").stream()
        .flatMap(text -> List.of(text.split("\\s*,\\s*")).stream())
        .filter(text -> !text.isBlank())
        .toList();
  }

  private void pages() {
    graph.add(dataset, DCAT.landingPage.asNode(), json.text("url"), CkanTerms::address);
    graph.add(
        dataset,
        DCAT.landingPage.asNode(),
        json.take("metadata_original_html"),
        CkanTerms::address);
  }

  /** Groups and the extra {@code theme}; what is no EU theme is returned as an own group. */
  private List<String> themes() {
    var own = new ArrayList<String>();
    graph.addAll(
        dataset, DCAT.theme.asNode(), json.takeList("theme"), CkanTerms.in(CodeLists.themes()));
    for (var group : json.elements("groups")) {
      var name = group.isTextual() ? group.textValue() : group.path("name").asText();
      var themes = GermanGroups.themes(name, group.path("title").asText());
      themes.forEach(
          theme -> graph.add(dataset, DCAT.theme.asNode(), NodeFactory.createURI(theme)));
      if (themes.isEmpty() && !name.isBlank()) {
        own.add(name);
      }
    }
    return own;
  }

  private void distributions() {
    var license = license();
    var attribution = json.take("licenseAttributionByText", "attribution_text");
    var resources = json.elements("resources");
    for (var resource : resources) {
      var node = CkanResource.describe(resource, address, license, attribution, graph);
      graph.add(dataset, DCAT.distribution.asNode(), node);
    }
    if (resources.isEmpty()) {
      license.ifPresent(node -> graph.add(dataset, DCTerms.license.asNode(), node));
    }
  }

  /**
   * The license of the package: the first of id, address and title that the list knows, else what
   * was given, unchanged (convention 34).
   */
  private Optional<Node> license() {
    var given =
        Stream.of(
                json.text("license_id").filter(id -> !id.equals("notspecified")),
                json.take("terms_license_id"),
                json.text("license_url"),
                json.take("terms_license_url"),
                json.text("license_title"))
            .flatMap(Optional::stream)
            .toList();
    return given.stream()
        .filter(text -> CodeLists.licenses().find(text).isPresent())
        .findFirst()
        .or(() -> given.stream().findFirst())
        .map(CkanTerms::license);
  }

  private CatalogRecord recorded(CatalogRecord record, List<String> groups) {
    var draft = json.text("state").equals(Optional.of("draft"));
    return record
        .withState(draft ? DatasetState.DRAFT : record.state())
        .withPrivate(record.isPrivate() || json.json().path("private").asBoolean())
        .withExtras(json.rest())
        .withGroups(groups)
        .withResourceOrder(resourceOrder());
  }

  /** The order of the resources, when each has an id by which it can be told. */
  private List<String> resourceOrder() {
    var resources = json.elements("resources");
    var ids =
        resources.stream()
            .map(resource -> CkanPackage.textOf(resource, "id"))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return ids.size() == resources.size() ? ids : List.of();
  }

  private static Node dcat(String name) {
    return NodeFactory.createURI(DCAT.NS + name);
  }
}
