package org.allmende.harvest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.source.table.Mapping;

/**
 * A configured origin (DESIGN 7).
 *
 * @param id part of the identity of its datasets, never changed: letters, digits, {@code -}
 * @param format id of its {@code SourceFormat}
 * @param location http(s) address, or an absolute path of a file or folder
 * @param mapping what its columns mean; for data sources that need one
 * @param name CKAN name that the dataset should get
 * @param tables the tables wanted, for formats that have several; empty: that format's default
 * @param schedule when it is harvested; empty: by hand only
 * @param defaults what the operator says where the source is silent
 * @param override which of publisher and contact replace what the source says
 * @param fetchPolicy limits and manners of fetching
 * @param highValue IRIs of the HVD categories of single datasets, by IRI or identifier; they mark
 *     the dataset as high-value
 */
public record HarvestSource(
    String id,
    String format,
    String location,
    Optional<Mapping> mapping,
    Optional<DatasetSlug> name,
    List<String> tables,
    Optional<Schedule> schedule,
    Defaults defaults,
    List<String> override,
    FetchPolicy fetchPolicy,
    Map<String, List<String>> highValue) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]+");

  public HarvestSource {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a source's id has letters, digits and \"-\", got \"" + id + "\"");
    }
    tables = List.copyOf(tables);
    override = List.copyOf(override);
    highValue = Map.copyOf(highValue);
  }

  /** A source none of whose datasets is marked as high-value by itself. */
  public HarvestSource(
      String id,
      String format,
      String location,
      Optional<Mapping> mapping,
      Optional<DatasetSlug> name,
      List<String> tables,
      Optional<Schedule> schedule,
      Defaults defaults,
      List<String> override,
      FetchPolicy fetchPolicy) {
    this(
        id,
        format,
        location,
        mapping,
        name,
        tables,
        schedule,
        defaults,
        override,
        fetchPolicy,
        Map.of());
  }

  /** The same source within these limits. */
  public HarvestSource within(FetchPolicy.Limits limits) {
    return new HarvestSource(
        id,
        format,
        location,
        mapping,
        name,
        tables,
        schedule,
        defaults,
        override,
        fetchPolicy.within(limits),
        highValue);
  }

  /** The same source, read from another place. */
  public HarvestSource at(String otherLocation) {
    return new HarvestSource(
        id,
        format,
        otherLocation,
        mapping,
        name,
        tables,
        schedule,
        defaults,
        override,
        fetchPolicy,
        highValue);
  }

  /** True when {@link #location} is an address and not a path. */
  public boolean isRemote() {
    return location.startsWith("http://") || location.startsWith("https://");
  }

  /** When a source is harvested: every so often, or at the times of a cron expression. */
  public sealed interface Schedule {
    /** Again after this long, counted from the start of the last run. */
    record Every(java.time.Duration interval) implements Schedule {}

    /** At the times of a Unix cron expression with five fields, in the catalog's time zone. */
    record Cron(String expression) implements Schedule {}
  }
}
