package org.allmende.catalog.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a revision says beside the RDF (DESIGN 6): never emitted as RDF, part of the hash except for
 * the times.
 *
 * @param state where the dataset stands
 * @param isPrivate true when only its organization may see it
 * @param organization CKAN name of the owner organization
 * @param creator the user who made it
 * @param source id of the harvest source it came from
 * @param sourceKey its key at that source
 * @param created when it was first published
 * @param modified when its content last changed
 * @param extras what CKAN's JSON has and DCAT has not
 * @param groups own groups beside the themes
 * @param resourceOrder distribution ids in the order asked for; empty: the order of the address
 *     book
 */
public record CatalogRecord(
    DatasetState state,
    boolean isPrivate,
    Optional<String> organization,
    Optional<String> creator,
    Optional<String> source,
    Optional<String> sourceKey,
    Instant created,
    Instant modified,
    Map<String, String> extras,
    List<String> groups,
    List<String> resourceOrder) {

  public CatalogRecord {
    extras = Map.copyOf(extras);
    groups = List.copyOf(groups);
    resourceOrder = List.copyOf(resourceOrder);
  }

  /** A new active record of a harvest source. */
  public static CatalogRecord harvested(String source, String key, Instant now) {
    return new CatalogRecord(
        DatasetState.ACTIVE,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(source),
        Optional.of(key),
        now,
        now,
        Map.of(),
        List.of(),
        List.of());
  }

  /** A new active record without a source, as {@code import} and the write API make it. */
  public static CatalogRecord own(Instant now) {
    return new CatalogRecord(
        DatasetState.ACTIVE,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        now,
        Map.of(),
        List.of(),
        List.of());
  }

  /** True when anybody may see the dataset. */
  public boolean isPublic() {
    return !isPrivate && (state == DatasetState.ACTIVE || state.isLeaving());
  }

  /** This record in another state. */
  public CatalogRecord withState(DatasetState other) {
    return new CatalogRecord(
        other,
        isPrivate,
        organization,
        creator,
        source,
        sourceKey,
        created,
        modified,
        extras,
        groups,
        resourceOrder);
  }

  /** This record with the owner organization of this name. */
  public CatalogRecord withOrganization(String name) {
    return new CatalogRecord(
        state,
        isPrivate,
        Optional.of(name),
        creator,
        source,
        sourceKey,
        created,
        modified,
        extras,
        groups,
        resourceOrder);
  }

  /** This record with other times. */
  public CatalogRecord withTimes(Instant newCreated, Instant newModified) {
    return new CatalogRecord(
        state,
        isPrivate,
        organization,
        creator,
        source,
        sourceKey,
        newCreated,
        newModified,
        extras,
        groups,
        resourceOrder);
  }

  /** This record with other free extras. */
  public CatalogRecord withExtras(Map<String, String> other) {
    return new CatalogRecord(
        state,
        isPrivate,
        organization,
        creator,
        source,
        sourceKey,
        created,
        modified,
        other,
        groups,
        resourceOrder);
  }
}
