package org.allmende.server.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.allmende.catalog.model.Times;

/**
 * What the portal has from this source, before and while the datasets come: it decides what becomes
 * of each (dcat-ap-de.md 2.3 to 2.5). Other sources of the portal are not known here.
 */
final class Portal {

  /** Addresses of the portal's own pages; no dataset gets such a name. */
  private static final Set<String> RESERVED = Set.of("new", "edit", "search");

  /** What becomes of a dataset. */
  enum Fate {
    NEW,
    REWRITTEN,
    DROPPED,
    DELETED;

    boolean isThere() {
      return this == NEW || this == REWRITTEN;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A dataset that came, or is there from an earlier run.
   *
   * @param guid by which it is found again
   * @param title for people
   * @param identifier by which duplicates are found
   * @param modified which decides between them
   * @param fate what became of it in this run
   */
  record Entry(
      String guid,
      String title,
      Optional<String> identifier,
      Optional<String> modified,
      Fate fate) {

    Entry with(Fate other) {
      return new Entry(guid, title, identifier, modified, other);
    }
  }

  private final Map<String, Entry> before;
  private final Findings findings;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Map<String, Entry>> byIdentifier = new HashMap<>();
  private final TreeMap<String, Integer> names = new TreeMap<>();

  /** A portal with what an earlier run left there. */
  Portal(Collection<Entry> before, Findings findings) {
    this.before = new LinkedHashMap<>();
    this.findings = findings;
    before.forEach(
        entry -> {
          this.before.put(entry.guid(), entry);
          remember(entry);
        });
  }

  /** How many datasets came so far, each guid counted once. */
  int size() {
    return entries.size();
  }

  /** The datasets that came, in their order. */
  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** How many datasets came to this. */
  long count(Fate fate) {
    return entries.values().stream().filter(entry -> entry.fate() == fate).count();
  }

  /** A dataset comes; false when it is not imported, or not a second time. */
  boolean take(PortalDataset dataset) {
    if (entries.containsKey(dataset.guid())) {
      // Without an IRI it is another one that overwrites the first, else the same once more.
      findings.note(
          dataset.node().isBlank() ? Check.GUID_SHARED : Check.SEEN_TWICE, dataset.guid());
      return false;
    }
    var isThere = before.containsKey(dataset.guid());
    var fate = isAccepted(dataset, isThere) ? (isThere ? Fate.REWRITTEN : Fate.NEW) : Fate.DROPPED;
    var entry =
        new Entry(dataset.guid(), dataset.title(), dataset.identifier(), dataset.modified(), fate);
    entries.put(dataset.guid(), entry);
    if (fate.isThere()) {
      remember(entry);
    }
    return fate.isThere();
  }

  private boolean isAccepted(PortalDataset dataset, boolean isThere) {
    if (dataset.title().isEmpty()) {
      findings.note(Check.TITLE_MISSING, dataset.guid());
      return false;
    }
    if (!isThere && !isNameable(dataset)) {
      return false;
    }
    if (!dataset.isDistributed()) {
      findings.note(Check.NO_DISTRIBUTION, dataset.guid(), dataset.title());
      return false;
    }
    return winsAgainstDuplicates(dataset);
  }

  private boolean isNameable(PortalDataset dataset) {
    if (RESERVED.contains(dataset.name())) {
      findings.note(Check.NAME_RESERVED, dataset.guid(), dataset.title());
      return false;
    }
    var name = dataset.name();
    if (names.containsKey(name)) {
      // '.' follows '-', so this is every name that begins with "name-".
      var alike = names.subMap(name + "-", name + ".").values();
      name = name + "-" + (1 + alike.stream().mapToInt(Integer::intValue).sum());
      if (names.containsKey(name)) {
        findings.note(Check.NAME_COLLIDES, dataset.guid(), dataset.title());
      }
    }
    names.merge(name, 1, Integer::sum);
    return true;
  }

  private boolean winsAgainstDuplicates(PortalDataset dataset) {
    var twins = twins(dataset);
    if (twins.isEmpty()) {
      return true;
    }
    var newest = newest(twins);
    var ours = dataset.modified().flatMap(Times::parse);
    if (ours.isEmpty() || newest.isEmpty()) {
      return dropped(Check.DUPLICATE_UNDATED, dataset, twins);
    }
    var order = ours.get().compareTo(newest.get());
    if (order <= 0) {
      return dropped(order < 0 ? Check.DUPLICATE_OLDER : Check.DUPLICATE_EQUAL, dataset, twins);
    }
    twins.forEach(twin -> replace(twin, dataset));
    return true;
  }

  /** Other datasets with the same identifier, as far as they are dated. */
  private List<Entry> twins(PortalDataset dataset) {
    return dataset.identifier().stream()
        .flatMap(id -> byIdentifier.getOrDefault(id, Map.of()).values().stream())
        .filter(twin -> !twin.guid().equals(dataset.guid()) && twin.modified().isPresent())
        .toList();
  }

  /** Empty when one of the dates cannot be read. */
  private static Optional<Instant> newest(List<Entry> twins) {
    var times = new ArrayList<Instant>();
    for (var twin : twins) {
      twin.modified().flatMap(Times::parse).ifPresent(times::add);
    }
    return times.size() == twins.size()
        ? times.stream().max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private boolean dropped(Check check, PortalDataset dataset, List<Entry> twins) {
    findings.note(check, dataset.guid(), twins.getFirst().guid());
    return false;
  }

  private void replace(Entry twin, PortalDataset dataset) {
    findings.note(Check.DUPLICATE_REPLACED, twin.guid(), dataset.guid());
    entries.computeIfPresent(twin.guid(), (guid, entry) -> entry.with(Fate.DELETED));
    before.remove(twin.guid());
    twin.identifier().ifPresent(id -> byIdentifier.getOrDefault(id, Map.of()).remove(twin.guid()));
  }

  private void remember(Entry entry) {
    entry
        .identifier()
        .ifPresent(
            id ->
                byIdentifier
                    .computeIfAbsent(id, i -> new LinkedHashMap<>())
                    .put(entry.guid(), entry));
  }

  /** After the last page of a run that came to its end: what was not seen is deleted. */
  void deleteVanished() {
    for (var entry : before.values()) {
      if (!entries.containsKey(entry.guid())) {
        findings.note(Check.VANISHED, entry.guid(), entry.title());
      }
    }
  }
}
