package org.allmende.server.ckan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.harvest.source.MappingException;
import org.allmende.harvest.source.ckan.CkanDescriptions;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What a package's JSON means in RDF: the mapping by which other portals are harvested, asked about
 * packages of our own.
 *
 * @param base start of the IRIs that we make
 */
record CkanJsonRdf(String base) {

  /** What the JSON says about this dataset. */
  Graph graph(DatasetUri dataset, ObjectNode json) {
    var asked = json.deepCopy();
    asked.put("uri", dataset.value());
    return describe(asked, CatalogRecord.own(Instant.EPOCH)).description().graph();
  }

  /**
   * A whole new package.
   *
   * @throws CkanException when its {@code uri} is no IRI
   */
  Submission describe(ObjectNode json, CatalogRecord record) {
    try {
      return CkanDescriptions.describe(json, base, record);
    } catch (MappingException e) {
      throw CkanException.invalid("uri", String.valueOf(e.getMessage()));
    }
  }

  /** A license: its IRI in the list of DCAT-AP.de, else what was written. */
  static Node license(String text) {
    return CkanDescriptions.license(text);
  }
}
