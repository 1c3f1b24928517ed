package org.allmende.catalog.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the address book assigned to a dataset once and for ever.
 *
 * @param uri the dataset's IRI
 * @param ordinal its place in the order of harvest pages, 1 or more
 * @param id its CKAN id
 * @param name its CKAN name, the slug of its page
 * @param distributions its distributions, also those that later revisions dropped, by number
 */
public record Addresses(
    DatasetUri uri,
    long ordinal,
    String id,
    DatasetSlug name,
    List<DistributionAddress> distributions) {

  public Addresses {
    distributions = List.copyOf(distributions);
  }

  /**
   * The CKAN id that a distribution's IRI asks for (DESIGN 6); it gets another when this one is
   * taken.
   */
  public static String idOfDistribution(String iri) {
    var last = iri.substring(iri.lastIndexOf('/') + 1);
    return Uuids.isUuid(last) ? last.toLowerCase(Locale.ROOT) : Uuids.v5(Uuids.URL, iri).toString();
  }

  /** The address of the distribution with this IRI. */
  public Optional<DistributionAddress> distribution(String iri) {
    return distributions.stream().filter(d -> d.iri().equals(iri)).findFirst();
  }

  /** The address of the distribution with this CKAN id. */
  public Optional<DistributionAddress> distributionById(String distributionId) {
    return distributions.stream().filter(d -> d.id().equals(distributionId)).findFirst();
  }

  /**
   * One distribution's address.
   *
   * @param iri its IRI; for a blank node the one that we made
   * @param id its CKAN id
   * @param number its number inside the dataset, 1 or more; never given twice
   */
  public record DistributionAddress(String iri, String id, int number) {}
}
