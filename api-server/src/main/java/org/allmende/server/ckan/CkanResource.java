package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.Addresses.DistributionAddress;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.DCATAP;
import org.allmende.vocab.SPDX;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A distribution as CKAN's resource ({@code ckan-api.md} 4.2, {@code dcat-ap-de.md} 4.3).
 *
 * @param address what was assigned to it
 * @param view what is said about it
 * @param position its place in the list, from 0
 */
record CkanResource(DistributionAddress address, DistributionView view, int position) {

  void writeTo(JsonGenerator out, CatalogEntry entry, Graph graph, Identity identity, String lang)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("id", address.id());
    out.writeStringField("package_id", entry.addresses().id());
    out.writeNumberField("position", position);
    CkanJson.text(out, "name", view.title().in(lang));
    CkanJson.text(out, "description", view.abstractText().in(lang));
    writeAddress(out, entry, identity);
    writeKind(out);
    writeTimes(out, entry);
    CkanJson.nothing(out, "cache_url", "cache_last_updated");
    out.writeBooleanField("datastore_active", false);
    for (var extra : extras(entry, graph, identity).entrySet()) {
      out.writeStringField(extra.getKey(), extra.getValue());
    }
    out.writeEndObject();
  }

  private void writeAddress(JsonGenerator out, CatalogEntry entry, Identity identity)
      throws IOException {
    var url = view.downloadUrl().or(view::accessUrl).map(identity::today).orElse("");
    var ours = identity.url() + "/dataset/" + entry.addresses().id() + "/resource/";
    out.writeStringField("url", url);
    CkanJson.text(
        out,
        "url_type",
        url.startsWith(ours) && url.contains("/download")
            ? Optional.of("upload")
            : Optional.empty());
  }

  private void writeKind(JsonGenerator out) throws IOException {
    out.writeStringField("format", format());
    CkanJson.text(out, "mimetype", view.mediaType());
    CkanJson.nothing(out, "mimetype_inner");
    if (view.byteSize().isPresent()) {
      out.writeNumberField("size", view.byteSize().getAsLong());
    } else {
      out.writeNullField("size");
    }
    out.writeStringField("hash", view.checksum().orElse(""));
    CkanJson.text(
        out, "resource_type", view.services().isEmpty() ? Optional.empty() : Optional.of("api"));
    out.writeStringField("state", "active");
  }

  /** CKAN's short name of the format; a text that is in no list stays as it is. */
  String format() {
    return view.format()
        .map(type -> type.attribute("ckan").orElse(type.code()))
        .or(() -> view.formatText().map(CkanResource::lastSegment))
        .orElse("");
  }

  private static String lastSegment(String iriOrText) {
    return iriOrText.startsWith("http")
        ? iriOrText.substring(iriOrText.lastIndexOf('/') + 1)
        : iriOrText;
  }

  private void writeTimes(JsonGenerator out, CatalogEntry entry) throws IOException {
    var record = entry.record();
    out.writeStringField("created", CkanJson.time(view.issued().orElse(record.created())));
    CkanJson.text(out, "last_modified", view.modified().map(CkanJson::time));
    out.writeStringField("metadata_modified", CkanJson.time(record.modified()));
  }

  private Map<String, String> extras(CatalogEntry entry, Graph graph, Identity identity) {
    var extras = new LinkedHashMap<String, String>();
    put(extras, "access_url", view.accessUrl().map(identity::today));
    put(extras, "download_url", view.downloadUrl().map(identity::today));
    put(extras, "license", view.license().map(text -> CkanLicense.of(text).id()));
    put(extras, "licenseAttributionByText", view.attribution().in("de"));
    put(extras, "availability", first(DCATAP.availability));
    put(extras, "issued", first(DCTerms.issued.asNode()));
    put(extras, "modified", first(DCTerms.modified.asNode()));
    put(extras, "hash_algorithm", hashAlgorithm(graph));
    put(extras, "status", view.status().map(status -> status.iri()));
    put(extras, "rights", first(DCTerms.rights.asNode()));
    put(extras, "compress_format", first(Rdf.iri(DCAT.NS + "compressFormat")));
    put(extras, "package_format", first(Rdf.iri(DCAT.NS + "packageFormat")));
    putList(extras, "language", view.values(DCTerms.language.asNode()));
    putList(extras, "conforms_to", view.values(DCTerms.conformsTo.asNode()));
    putList(extras, "documentation", view.values(FOAF.page.asNode()));
    putList(extras, "applicable_legislation", view.values(DCATAP.applicableLegislation));
    putList(extras, "access_services", view.services());
    if (!address.iri().equals(identity.distributionIri(entry.addresses().id(), address.id()))) {
      extras.put("uri", address.iri());
    }
    return extras;
  }

  private Optional<String> first(Node property) {
    return view.values(property).stream().findFirst();
  }

  private Optional<String> hashAlgorithm(Graph graph) {
    return Rdf.objects(graph, view.node(), SPDX.checksum).stream()
        .filter(checksum -> !checksum.isLiteral())
        .flatMap(checksum -> Rdf.values(graph, checksum, SPDX.algorithm).stream())
        .findFirst();
  }

  private static void put(Map<String, String> extras, String key, Optional<String> value) {
    value.ifPresent(text -> extras.put(key, text));
  }

  private static void putList(Map<String, String> extras, String key, List<String> values) {
    if (!values.isEmpty()) {
      extras.put(key, CkanJson.listInText(values));
    }
  }
}
