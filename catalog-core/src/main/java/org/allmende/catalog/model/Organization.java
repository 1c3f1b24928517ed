package org.allmende.catalog.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An organization: the publisher of datasets, CKAN's {@code organization}.
 *
 * @param id its CKAN id: v5(NS, organization/ + name)
 * @param name its CKAN name: configured, else the slug of the title
 * @param title what people read: the publisher's {@code foaf:name}
 * @param iri its own IRI, or the one we made
 * @param homepage its page
 * @param created when the catalog first saw it
 * @param description some words about it; may be empty
 * @param imageUrl its picture; may be empty
 * @param isDeleted true when people took it away
 */
public record Organization(
    String id,
    DatasetSlug name,
    String title,
    String iri,
    Optional<String> homepage,
    Instant created,
    String description,
    String imageUrl,
    boolean isDeleted) {

  /** One of which nothing is known but what its datasets say. */
  public Organization(
      String id,
      DatasetSlug name,
      String title,
      String iri,
      Optional<String> homepage,
      Instant created) {
    this(id, name, title, iri, homepage, created, "", "", false);
  }
}
