package org.allmende.harvest.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.model.Uuids;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.fetch.FetchPolicy;

/**
 * All sources there are: those of the settings file, which the API may not change, and those that
 * were made over the API, which lie in the ledger. Any number of threads may share it; nothing is
 * remembered between two questions.
 */
public final class SourceBook {

  private static final String TITLE = "title";

  private final Catalog catalog;
  private final List<HarvestSource> configured;
  private final FetchPolicy policy;
  private final String file;

  /**
   * @param configured those of the settings file
   * @param policy limits and manners of fetching for those made over the API
   * @param file the name of the settings file, for messages
   */
  public SourceBook(
      Catalog catalog, List<HarvestSource> configured, FetchPolicy policy, String file) {
    this.catalog = catalog;
    this.configured = List.copyOf(configured);
    this.policy = policy;
    this.file = file;
  }

  /** What is harvested: all of the settings file, then the active ones that were made. */
  public List<HarvestSource> all() {
    return Stream.concat(
            configured.stream(), made().stream().filter(MadeSource::isActive).map(this::source))
        .toList();
  }

  private HarvestSource source(MadeSource made) {
    var publisher =
        catalog.settings().organizations().stream()
            .map(organization -> organization.name().value())
            .filter(made.organization()::equals)
            .findFirst();
    return made.source(policy, publisher);
  }

  /** The source with this id, as the harvester wants it; an inactive one too. */
  public Optional<HarvestSource> find(String id) {
    return Stream.concat(configured.stream(), made().stream().map(this::source))
        .filter(source -> source.id().equals(id))
        .findFirst();
  }

  /** Those of the settings file, in its order. */
  public List<HarvestSource> configured() {
    return configured;
  }

  /** The name of the settings file. */
  public String file() {
    return file;
  }

  /** Those that were made over the API, by name. */
  public List<MadeSource> made() {
    var entries = catalog.ledger().read(LedgerSnapshot::sources);
    var made = new ArrayList<MadeSource>(entries.size());
    entries.forEach(entry -> made.add(MadeSource.from(entry)));
    return made;
  }

  /** Keeps a source, a new one or a changed one, with options that nobody complains about. */
  public void keep(MadeSource source) {
    catalog
        .ledger()
        .write(
            transaction -> {
              transaction.keepSource(source.entry());
              transaction.note(source.id(), TITLE, source.title());
              return true;
            });
  }

  /** What is wrong with the options of a source of this type; empty when nothing is. */
  public static Optional<String> complaint(SourceType type, String config) {
    try {
      var options = CatalogOptions.parse(config);
      return type == SourceType.CKAN || options.filters().isEmpty()
          ? Optional.empty()
          : Optional.of("Only sources of type ckan can be filtered");
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Forgets a source; its datasets stay. */
  public void forget(MadeSource source) {
    catalog
        .ledger()
        .write(
            transaction -> {
              transaction.forgetSource(source.id());
              return true;
            });
  }

  /**
   * The id that the API shows for a source: its own when that is a UUID, else one made of it, so
   * that no dataset's name is ever taken for a source.
   */
  public static String shownId(String source) {
    return Uuids.isUuid(source)
        ? source
        : Uuids.v5(Uuids.URL, "harvest-source/" + source).toString();
  }

  /**
   * What people call a source: its title where it has one, else its id. Known as long as its
   * datasets are, also when the settings no longer name the source.
   */
  public static String title(String source, LedgerSnapshot ledger) {
    return ledger.notes(source).getOrDefault(TITLE, source);
  }

  /** Tells the ledger the titles that the settings file gives now. */
  public void noteTitles() {
    catalog
        .ledger()
        .write(
            transaction -> {
              configured.forEach(
                  source -> transaction.note(source.id(), TITLE, title(source).orElse("")));
              return true;
            });
  }

  private Optional<String> title(HarvestSource source) {
    return source.defaults().title().in(catalog.settings().language());
  }
}
