package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.model.Addresses.DistributionAddress;
import org.allmende.catalog.model.DatasetView.DistributionView;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.Rdf;
import org.allmende.vocab.SPDX;
import org.apache.jena.graph.Graph;

/**
 * A distribution as CKAN's resource ({@code ckan-api.md} 4.2, {@code dcat-ap-de.md} 4.3).
 *
 * @param address what was assigned to it
 * @param view what is said about it
 * @param position its place in the list, from 0
 */
record CkanResource(DistributionAddress address, DistributionView view, int position) {

  /** Keys that every resource has, whatever else is said of it. */
  static final Set<String> OWN_KEYS =
      Set.of(
          "id",
          "package_id",
          "position",
          "name",
          "description",
          "url",
          "url_type",
          "format",
          "mimetype",
          "mimetype_inner",
          "size",
          "hash",
          "resource_type",
          "state",
          "created",
          "last_modified",
          "metadata_modified",
          "cache_url",
          "cache_last_updated",
          "datastore_active");

  void writeTo(JsonGenerator out, CatalogEntry entry, Graph graph, Identity identity, String lang)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("id", address.id());
    out.writeStringField("package_id", entry.addresses().id());
    out.writeNumberField("position", position);
    CkanJson.text(out, "name", view.title().in(lang));
    CkanJson.text(out, "description", view.abstractText().in(lang));
    writeAddress(out, entry, identity);
    writeKind(out, free(entry));
    writeTimes(out, entry);
    for (var key : List.of("cache_url", "cache_last_updated")) {
      CkanJson.text(out, key, Optional.ofNullable(free(entry).get(key)));
    }
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

  private void writeKind(JsonGenerator out, Map<String, String> free) throws IOException {
    out.writeStringField("format", format());
    CkanJson.text(out, "mimetype", view.mediaType());
    CkanJson.text(out, "mimetype_inner", Optional.ofNullable(free.get("mimetype_inner")));
    if (view.byteSize().isPresent()) {
      out.writeNumberField("size", view.byteSize().getAsLong());
    } else {
      out.writeNullField("size");
    }
    out.writeStringField("hash", view.checksum().orElse(""));
    var type = Optional.ofNullable(free.get("resource_type"));
    CkanJson.text(
        out, "resource_type", view.services().isEmpty() ? type : type.or(() -> Optional.of("api")));
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
    for (var row : CkanProperty.OF_DISTRIBUTIONS) {
      put(extras, row.key(), row.shown(view.values(row.property())));
    }
    put(extras, "hash_algorithm", hashAlgorithm(graph));
    if (!address.iri().equals(identity.distributionIri(entry.addresses().id(), address.id()))) {
      extras.put("uri", address.iri());
    }
    free(entry).forEach(extras::putIfAbsent);
    OWN_KEYS.forEach(extras::remove);
    return extras;
  }

  /** What DCAT has no word for. */
  private Map<String, String> free(CatalogEntry entry) {
    return entry.record().distributionExtras().getOrDefault(address.iri(), Map.of());
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
}
