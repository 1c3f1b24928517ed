package org.allmende.catalog.quality;

import java.util.List;
import java.util.Optional;
import org.allmende.catalog.model.Organization;

/**
 * How the public datasets of a catalog do together, and those of each publisher.
 *
 * @param sequence the last sequence number of the ledger that is in it
 * @param datasets how many datasets there are
 * @param assessment all of them
 * @param publishers each publisher with datasets, by title
 */
public record CatalogQuality(
    long sequence, long datasets, Assessment assessment, List<PublisherQuality> publishers) {

  public CatalogQuality {
    publishers = List.copyOf(publishers);
  }

  /** The datasets of one publisher. */
  public record PublisherQuality(Organization organization, long datasets, Assessment assessment) {}

  /** The publisher with this CKAN name or id. */
  public Optional<PublisherQuality> find(String idOrName) {
    return publishers.stream()
        .filter(
            publisher ->
                publisher.organization().id().equals(idOrName)
                    || publisher.organization().name().value().equals(idOrName))
        .findFirst();
  }
}
