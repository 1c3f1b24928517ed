package org.allmende.harvest.source.ckan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.harvest.source.dcat.IriRepair;
import org.allmende.vocab.ADMS;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.DCATDE;
import org.allmende.vocab.SPDX;
import org.allmende.vocab.codelist.CodeLists;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** One resource of a package as a distribution ({@code dcat-ap-de.md} 4.3). */
final class CkanResource {

  private static final Map<String, Node> COMMON_LISTS =
      Map.of(
          "conforms_to", DCTerms.conformsTo.asNode(),
          "documentation", FOAF.page.asNode(),
          "applicable_legislation", DCATAP.applicableLegislation);

  private final JsonNode json;
  private final Node node;
  private final GraphBuilder graph;

  private CkanResource(JsonNode json, Node node, GraphBuilder graph) {
    this.json = json;
    this.node = node;
    this.graph = graph;
  }

  /**
   * Describes a resource.
   *
   * @param dataset address of the package's resources, {@code {site}/dataset/{package id}}
   * @param license of the package, for resources without one of their own
   * @param attribution of the package
   * @return the distribution's node; blank when the resource has neither {@code uri} nor {@code id}
   */
  static Node describe(
      JsonNode json,
      String dataset,
      Optional<Node> license,
      Optional<String> attribution,
      GraphBuilder graph) {
    var resource = new CkanResource(json, node(json, dataset), graph);
    resource.describe(license, attribution);
    return resource.node;
  }

  private static Node node(JsonNode json, String dataset) {
    var own = CkanPackage.textOf(json, "uri").flatMap(CkanTerms::iri);
    var made =
        CkanPackage.textOf(json, "id")
            .map(id -> IriRepair.repaired(dataset + "/resource/" + id))
            .filter(IriRepair::isAbsolute)
            .map(NodeFactory::createURI);
    return own.or(() -> made).orElseGet(GraphBuilder::blank);
  }

  private void describe(Optional<Node> license, Optional<String> attribution) {
    graph.type(node, DCAT.Distribution.asNode());
    graph.add(node, DCTerms.title.asNode(), CkanPackage.localizedOf(json, "name"));
    graph.add(node, DCTerms.description.asNode(), CkanPackage.localizedOf(json, "description"));
    addresses();
    formats();
    dates();
    license(license, attribution);
    checksum();
    other();
    CkanPackage.textOf(json, "access_services")
        .flatMap(CkanPackage::parsed)
        .or(() -> Optional.of(json.path("access_services")).filter(JsonNode::isArray))
        .ifPresent(services -> services.forEach(this::service));
  }

  private void addresses() {
    var url = text("url");
    var upload = url.filter(u -> text("url_type").equals(Optional.of("upload")));
    graph.add(node, DCAT.accessURL.asNode(), text("access_url").or(() -> url), CkanTerms::address);
    graph.add(
        node, DCAT.downloadURL.asNode(), text("download_url").or(() -> upload), CkanTerms::address);
  }

  private void formats() {
    var types = CodeLists.fileTypes();
    graph.add(
        node,
        DCTerms.format.asNode(),
        text("format").or(() -> text("mimetype").filter(type -> types.find(type).isPresent())),
        CkanTerms.in(types));
    graph.add(node, DCAT.mediaType.asNode(), text("mimetype"), CkanTerms::mediaType);
    graph.add(node, DCAT.compressFormat.asNode(), text("compress_format"), CkanTerms::mediaType);
    graph.add(node, DCAT.packageFormat.asNode(), text("package_format"), CkanTerms::mediaType);
    text("size")
        .flatMap(CkanTerms::size)
        .ifPresent(size -> graph.add(node, DCAT.byteSize.asNode(), size));
  }

  private void dates() {
    graph.add(
        node, DCTerms.issued.asNode(), text("issued").or(() -> text("created")), CkanTerms::time);
    graph.add(
        node,
        DCTerms.modified.asNode(),
        text("modified").or(() -> text("last_modified")),
        CkanTerms::time);
  }

  private void license(Optional<Node> ofPackage, Optional<String> attribution) {
    var own =
        text("license")
            .or(() -> text("license_id"))
            .or(() -> text("license_url"))
            .map(CkanTerms::license);
    own.or(() -> ofPackage).ifPresent(l -> graph.add(node, DCTerms.license.asNode(), l));
    var text = CkanPackage.localizedOf(json, "licenseAttributionByText");
    if (text.isEmpty()) {
      graph.add(node, DCATDE.licenseAttributionByText, attribution, CkanTerms::text);
    } else {
      graph.add(node, DCATDE.licenseAttributionByText, text);
    }
  }

  /** A checksum counts only with its algorithm; where none is named, its length tells. */
  private void checksum() {
    var value = text("hash").filter(hash -> hash.matches("(?:[0-9A-Fa-f]{2})+"));
    var algorithm =
        text("hash_algorithm")
            .or(() -> value.map(CkanResource::algorithmByLength).filter(name -> !name.isEmpty()));
    if (value.isPresent() && algorithm.isPresent()) {
      var checksum = GraphBuilder.blank();
      graph.type(checksum, SPDX.Checksum);
      graph.add(
          checksum,
          SPDX.algorithm,
          CkanTerms.code(CodeLists.checksumAlgorithms(), algorithm.get()));
      graph.add(
          checksum,
          SPDX.checksumValue,
          NodeFactory.createLiteralDT(
              value.get().toLowerCase(Locale.ROOT), XSDDatatype.XSDhexBinary));
      graph.add(node, SPDX.checksum, checksum);
    }
  }

  private static String algorithmByLength(String hash) {
    return switch (hash.length()) {
      case 32 -> "md5";
      case 40 -> "sha1";
      case 56 -> "sha224";
      case 64 -> "sha256";
      case 96 -> "sha384";
      case 128 -> "sha512";
      default -> "";
    };
  }

  private void other() {
    common(json, node);
    graph.add(node, ADMS.status, text("status"), CkanTerms.in(CodeLists.distributionStatuses()));
    graph.addAll(
        node, DCTerms.language.asNode(), list("language"), CkanTerms.in(CodeLists.languages()));
    graph.add(node, DCTerms.rights.asNode(), text("rights"), CkanTerms::iriOrText);
    graph.add(
        node,
        DCAT.spatialResolutionInMeters.asNode(),
        text("spatial_resolution_in_meters"),
        CkanTerms::decimal);
    graph.add(
        node, DCAT.temporalResolution.asNode(), text("temporal_resolution"), CkanTerms::duration);
  }

  /** What a distribution and a service say alike. */
  private void common(JsonNode json, Node subject) {
    graph.add(
        subject,
        DCATAP.availability,
        CkanPackage.textOf(json, "availability")
            .or(() -> CkanPackage.textOf(json, "plannedAvailability")),
        CkanTerms.in(CodeLists.availabilities()));
    COMMON_LISTS.forEach(
        (key, property) ->
            graph.addAll(subject, property, CkanPackage.listOf(json, key), CkanTerms::iriOrText));
  }

  private void service(JsonNode json) {
    var service = GraphBuilder.iriOrBlank(CkanPackage.textOf(json, "uri"));
    graph.add(service, DCTerms.title.asNode(), CkanPackage.localizedOf(json, "title"));
    graph.add(service, DCTerms.description.asNode(), CkanPackage.localizedOf(json, "description"));
    graph.addAll(
        service,
        DCAT.endpointURL.asNode(),
        CkanPackage.listOf(json, "endpoint_url"),
        CkanTerms::address);
    graph.addAll(
        service,
        DCAT.endpointDescription.asNode(),
        CkanPackage.listOf(json, "endpoint_description"),
        CkanTerms::iriOrText);
    graph.add(
        service, DCTerms.license.asNode(), CkanPackage.textOf(json, "license"), CkanTerms::license);
    graph.add(
        service,
        DCTerms.accessRights.asNode(),
        CkanPackage.textOf(json, "access_rights"),
        CkanTerms.in(CodeLists.accessRights()));
    graph.addAll(
        service,
        DCATAP.hvdCategory,
        CkanPackage.listOf(json, "hvd_category"),
        CkanTerms.in(CodeLists.hvdCategories()));
    common(json, service);
    graph.addNode(node, DCAT.accessService.asNode(), service, DCAT.DataService.asNode());
  }

  private Optional<String> text(String key) {
    return CkanPackage.textOf(json, key);
  }

  private List<String> list(String key) {
    return CkanPackage.listOf(json, key);
  }
}
