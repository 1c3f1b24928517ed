package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.files.OrdinalFile;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.LedgerSnapshot.CurrentRevision;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.SearchResult;

/**
 * The JSON of datasets as {@code package_show} gives it, finished: from {@link KeptPackages}, or
 * written now where these are behind. Never older than the index or the ledger that asks for it.
 * Any number of threads may use it.
 */
public final class CkanPackages {

  private static final int SHARE_OF_HEAP = 32;

  /** What an entry of the cache takes beside its bytes. */
  private static final int OVERHEAD = 200;

  /** So many datasets are read before the first of them is written. */
  private static final int CHUNK = 100;

  private final PackageWriter writer;
  private final Following<KeptPackages> kept;

  /** What the kept ones do not have yet. */
  private final Cache<CurrentRevision, byte[]> fresh =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
          .weigher((CurrentRevision revision, byte[] json) -> json.length + OVERHEAD)
          .build();

  public CkanPackages(PackageWriter writer, Following<KeptPackages> kept) {
    this.writer = writer;
    this.kept = kept;
  }

  /** The object of {@code package_show}, UTF-8. The caller must not change the array. */
  public byte[] json(CatalogEntry entry) {
    if (entry.record().state() == DatasetState.WITHDRAWN) {
      return writer.write(entry); // may lose its name without a revision of its own
    }
    var revision = revision(entry);
    return find(revision).orElseGet(() -> fresh.get(revision, missing -> writer.write(entry)));
  }

  private Optional<byte[]> find(CurrentRevision revision) {
    return kept.ask(packages -> packages.find(revision.ordinal()))
        .filter(entry -> entry.sequence() == revision.sequence())
        .map(OrdinalFile.Entry::bytes);
  }

  /** The same for those who look at every dataset: what is not kept already is not kept then. */
  byte[] once(CatalogEntry entry) {
    return find(revision(entry)).orElseGet(() -> writer.write(entry));
  }

  private static CurrentRevision revision(CatalogEntry entry) {
    return new CurrentRevision(entry.addresses().ordinal(), entry.revision().sequence());
  }

  /** The same for a public dataset, without reading it; empty when there is none, or none ready. */
  Optional<byte[]> findPublic(String idOrName) {
    return catalog().ledger().read(snapshot -> snapshot.findCurrent(idOrName)).flatMap(this::find);
  }

  /** The same as one result of an action. */
  CkanResult result(CatalogEntry entry) {
    return CkanResult.ofJson(json(entry));
  }

  /** The datasets found, in their order; one that is no longer public is left out. */
  public void writeAll(SearchResult found, JsonGenerator out) throws IOException {
    var ordinals = found.hits().stream().map(Hit::ordinal).toList();
    for (var from = 0; from < ordinals.size(); from += CHUNK) {
      var chunk = ordinals.subList(from, Math.min(from + CHUNK, ordinals.size()));
      for (var json : current(chunk, found.position())) {
        out.writeRawValue(new JsonBytes(json));
      }
    }
  }

  /** The same, with what this caller may see beside what is public. */
  void writeAll(SearchResult found, Caller caller, JsonGenerator out) throws IOException {
    if (caller.isAnonymous()) {
      writeAll(found, out);
      return;
    }
    var ordinals = found.hits().stream().map(Hit::ordinal).toList();
    for (var from = 0; from < ordinals.size(); from += CHUNK) {
      var chunk = ordinals.subList(from, Math.min(from + CHUNK, ordinals.size()));
      for (var entry : catalog().entries(chunk)) {
        if (caller.mayRead(entry)) {
          out.writeRawValue(new JsonBytes(json(entry)));
        }
      }
    }
  }

  /**
   * The JSON of public datasets, at least as new as the ledger was at {@code position}. The ledger
   * is asked only when what is kept is not as far.
   */
  private List<byte[]> current(List<Long> ordinals, long position) {
    var ready = ready(ordinals, position);
    var missing = ordinals.stream().filter(ordinal -> !ready.containsKey(ordinal)).toList();
    if (!missing.isEmpty()) {
      ready.putAll(fromLedger(missing));
    }
    var all = new ArrayList<byte[]>(ordinals.size());
    for (var ordinal : ordinals) {
      var json = ready.get(ordinal);
      if (json != null) {
        all.add(json);
      }
    }
    return all;
  }

  private Map<Long, byte[]> ready(List<Long> ordinals, long position) {
    return kept.ask(
        packages -> {
          var ready = new HashMap<Long, byte[]>();
          if (packages.position() >= position) {
            for (var ordinal : ordinals) {
              packages.find(ordinal).ifPresent(entry -> ready.put(ordinal, entry.bytes()));
            }
          }
          return ready;
        });
  }

  private Map<Long, byte[]> fromLedger(List<Long> ordinals) {
    var found = new HashMap<Long, byte[]>();
    catalog()
        .ledger()
        .read(
            snapshot -> {
              for (var ordinal : ordinals) {
                var revision = new CurrentRevision(ordinal, snapshot.currentSequence(ordinal));
                find(revision)
                    .or(
                        () ->
                            snapshot
                                .findByOrdinal(ordinal)
                                .filter(CatalogEntry::isPublic)
                                .map(this::json))
                    .ifPresent(json -> found.put(ordinal, json));
              }
              return found;
            });
    return found;
  }

  private Catalog catalog() {
    return writer.catalog();
  }

  /** The package, for those who want a part of it. */
  CkanPackage read(CatalogEntry entry) {
    return writer.read(entry);
  }

  /** The same with the entry's description as it came. */
  CkanPackage read(CatalogEntry entry, DatasetDescription raw) {
    return writer.read(entry, raw);
  }
}
