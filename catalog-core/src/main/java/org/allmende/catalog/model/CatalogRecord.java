package org.allmende.catalog.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
 * @param distributionExtras the same as {@code extras} for distributions, by their IRIs; those
 *     without any are left out
 * @param written what was written over the API in other words than the description says it, by the
 *     place in CKAN's JSON; it counts as long as the description says what it said then
 * @param editor the user who made this revision; empty for a harvest. Not part of the hash
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
    List<String> resourceOrder,
    Map<String, Map<String, String>> distributionExtras,
    Map<String, Written> written,
    Optional<String> editor) {

  public CatalogRecord {
    extras = Map.copyOf(extras);
    written = Map.copyOf(written);
    groups = List.copyOf(groups);
    resourceOrder = List.copyOf(resourceOrder);
    distributionExtras =
        distributionExtras.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
  }

  /**
   * A value as it was written, such as {@code "cc-by"} for the IRI of that license.
   *
   * @param said what the description said of it then, as JSON; {@code ""}: nothing
   * @param text what was written, as JSON; {@code ""}: nothing
   */
  public record Written(String said, String text) {}

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
        List.of(),
        Map.of(),
        Map.of(),
        Optional.empty());
  }

  /** A new active record of a harvest source. */
  public static CatalogRecord harvested(String source, String key, Instant now) {
    return own(now)
        .with(
            parts -> {
              parts.source = Optional.of(source);
              parts.sourceKey = Optional.of(key);
            });
  }

  /** True when anybody may see the dataset. */
  public boolean isPublic() {
    return !isPrivate && (state == DatasetState.ACTIVE || state.isLeaving());
  }

  /** This record in another state. */
  public CatalogRecord withState(DatasetState other) {
    return with(parts -> parts.state = other);
  }

  /** This record, seen by its organization alone or by all. */
  public CatalogRecord withPrivate(boolean other) {
    return with(parts -> parts.isPrivate = other);
  }

  /** This record with the owner organization of this name. */
  public CatalogRecord withOrganization(String name) {
    return with(parts -> parts.organization = Optional.of(name));
  }

  /** This record with the user who made the dataset. */
  public CatalogRecord withCreator(String user) {
    return with(parts -> parts.creator = Optional.of(user));
  }

  /** This record with other times. */
  public CatalogRecord withTimes(Instant newCreated, Instant newModified) {
    return with(
        parts -> {
          parts.created = newCreated;
          parts.modified = newModified;
        });
  }

  /** This record with other free extras. */
  public CatalogRecord withExtras(Map<String, String> other) {
    return with(parts -> parts.extras = other);
  }

  /** This record with other groups of its own. */
  public CatalogRecord withGroups(List<String> other) {
    return with(parts -> parts.groups = other);
  }

  /** This record with its distributions in another order. */
  public CatalogRecord withResourceOrder(List<String> distributionIds) {
    return with(parts -> parts.resourceOrder = distributionIds);
  }

  /** This record with other free extras of its distributions, by IRI. */
  public CatalogRecord withDistributionExtras(Map<String, Map<String, String>> other) {
    return with(parts -> parts.distributionExtras = other);
  }

  /** This record with other values that were written in other words. */
  public CatalogRecord withWritten(Map<String, Written> other) {
    return with(parts -> parts.written = other);
  }

  /** This record as a user leaves it; empty for a harvest. */
  public CatalogRecord withEditor(Optional<String> user) {
    return with(parts -> parts.editor = user);
  }

  private CatalogRecord with(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.record();
  }

  /** The parts of a copy in the making, so that each {@code with…} names only what it changes. */
  private static final class Parts {
    private DatasetState state;
    private boolean isPrivate;
    private Optional<String> organization;
    private Optional<String> creator;
    private Optional<String> source;
    private Optional<String> sourceKey;
    private Instant created;
    private Instant modified;
    private Map<String, String> extras;
    private List<String> groups;
    private List<String> resourceOrder;
    private Map<String, Map<String, String>> distributionExtras;
    private Map<String, Written> written;
    private Optional<String> editor;

    Parts(CatalogRecord from) {
      state = from.state;
      isPrivate = from.isPrivate;
      organization = from.organization;
      creator = from.creator;
      source = from.source;
      sourceKey = from.sourceKey;
      created = from.created;
      modified = from.modified;
      extras = from.extras;
      groups = from.groups;
      resourceOrder = from.resourceOrder;
      distributionExtras = from.distributionExtras;
      written = from.written;
      editor = from.editor;
    }

    CatalogRecord record() {
      return new CatalogRecord(
          state,
          isPrivate,
          organization,
          creator,
          source,
          sourceKey,
          created,
          modified,
          extras,
          groups,
          resourceOrder,
          distributionExtras,
          written,
          editor);
    }
  }
}
