package org.allmende.catalog.model;

import java.util.Locale;
import java.util.UUID;

/**
 * How this catalog names what it makes (DESIGN 6): the base of its IRIs, and the ids that follow
 * from it. The first publication records the base; it never changes afterwards, while {@link #url}
 * may.
 *
 * @param base start of all IRIs that we make, without trailing slash
 * @param url today's public address, without trailing slash
 */
public record Identity(String base, String url) {

  public Identity {
    requireAddress(base);
    requireAddress(url);
  }

  private static void requireAddress(String address) {
    if (!DatasetUri.isAbsoluteIri(address) || address.endsWith("/")) {
      throw new IllegalArgumentException(
          "the public address must be absolute and end without a slash, such as"
              + " https://daten.example, got \""
              + address
              + "\"");
    }
  }

  /** NS: the namespace of all name-based ids of this catalog. */
  public UUID namespace() {
    return Uuids.v5(Uuids.URL, base + "/");
  }

  /** The IRI of the catalog itself. */
  public String catalogIri() {
    return base + "/";
  }

  /** The CKAN id of the dataset of a data source; {@code table} as in {@code papers}, or empty. */
  public String sourceDatasetId(String source, String table) {
    return id(table.isEmpty() ? source : source + "/" + table);
  }

  /** The CKAN id of a dataset that its DCAT source gave no IRI: v5(NS, source/key). */
  public String unnamedDatasetId(String source, String identifierOrTitle) {
    return id(source + "/" + identifierOrTitle);
  }

  /** {@code {base}/dataset/{id}}. */
  public DatasetUri datasetUri(String id) {
    return new DatasetUri(base + "/dataset/" + id);
  }

  /** {@code {base}/dataset/{dataset id}/resource/{id}}. */
  public String distributionIri(String datasetId, String id) {
    return base + "/dataset/" + datasetId + "/resource/" + id;
  }

  /** The id of a publisher: v5(NS, organization/ + name in lower case with single spaces). */
  public String organizationId(String name) {
    return id("organization/" + name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
  }

  /** {@code {base}/organization/{id}} of the publisher with this name. */
  public String organizationIri(String name) {
    return base + "/organization/" + organizationId(name);
  }

  /** The id of a keyword: v5(NS, tag/ + keyword). */
  public String tagId(String keyword) {
    return id("tag/" + keyword);
  }

  /** {@code {base}/dataservice/{id}} of a source's service. */
  public String dataServiceIri(String source) {
    return base + "/dataservice/" + id("dataservice/" + source);
  }

  /** An address of ours as it stands today: below {@link #base} it moves to {@link #url}. */
  public String today(String address) {
    return !base.equals(url) && address.startsWith(base + "/")
        ? url + address.substring(base.length())
        : address;
  }

  /** The contrary of {@link #today}: an address of ours as it is kept. */
  public String lasting(String address) {
    return !base.equals(url) && address.startsWith(url + "/")
        ? base + address.substring(url.length())
        : address;
  }

  private String id(String name) {
    return Uuids.v5(namespace(), name).toString();
  }
}
