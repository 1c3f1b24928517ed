package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.accounts.Caller;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.search.Hit;
import org.allmende.catalog.search.SearchResult;
import org.allmende.vocab.profile.Profile;

/**
 * The JSON of datasets as {@code package_show} gives it, finished and kept: a page of search
 * results is these bytes one after the other.
 *
 * <p>What is kept takes at most three sixteenths of the heap: as it is for the datasets asked for
 * most, packed to a sixth for many more. With 2 GB that is 14,000 and 150,000 datasets. What lies
 * here is never older than the index that asks for it. Any number of threads may use it.
 */
public final class CkanPackages {

  private static final int SHARE_OF_READY = 16;
  private static final int SHARE_OF_PACKED = 8;

  /** What an entry of a cache takes beside its bytes. */
  private static final int OVERHEAD = 200;

  /** So many datasets are read before the first of them is written. */
  private static final int CHUNK = 100;

  private final Catalog catalog;
  private final Cache<Revised, byte[]> ready =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_READY)
          .weigher((Revised key, byte[] json) -> json.length + OVERHEAD)
          .build();
  private final Cache<Long, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_PACKED)
          .weigher((Long ordinal, Kept json) -> json.packed.size() + OVERHEAD)
          .build();

  /** One revision of one dataset. */
  private record Revised(long ordinal, long sequence) {}

  /** The JSON of a revision. */
  private static final class Kept {
    private final long sequence;
    private final PackedBytes packed;
    private final boolean isPublic;

    /** It was the current revision when the ledger had reached this sequence number. */
    private volatile long currentAt;

    Kept(long sequence, PackedBytes packed, boolean isPublic, long currentAt) {
      this.sequence = sequence;
      this.packed = packed;
      this.isPublic = isPublic;
      this.currentAt = currentAt;
    }
  }

  /** Entries by ordinal, read when the ledger had reached a sequence number. */
  private record Changed(Map<Long, CatalogEntry> entries, long at) {}

  private static final Changed NOTHING_CHANGED = new Changed(Map.of(), 0);

  public CkanPackages(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The object of {@code package_show}, UTF-8. The caller must not change the array. */
  public byte[] json(CatalogEntry entry) {
    // A revision is current at least when the ledger has just reached it.
    return json(entry, entry.revision().sequence());
  }

  private byte[] json(CatalogEntry entry, long currentAt) {
    var revised = new Revised(entry.addresses().ordinal(), entry.revision().sequence());
    var known = kept.getIfPresent(revised.ordinal());
    return known != null && known.sequence == revised.sequence()
        ? ready(revised.ordinal(), known)
        : keep(revised, entry, currentAt);
  }

  private byte[] keep(Revised revised, CatalogEntry entry, long currentAt) {
    var json = write(entry);
    var packed = PackedBytes.pack(json);
    kept.put(revised.ordinal(), new Kept(revised.sequence(), packed, entry.isPublic(), currentAt));
    ready.put(revised, json);
    return json;
  }

  private byte[] ready(long ordinal, Kept json) {
    return ready.get(new Revised(ordinal, json.sequence), missing -> json.packed.unpack());
  }

  /** The same for those who look at every dataset: what is not kept already is not kept then. */
  byte[] once(CatalogEntry entry) {
    var known = kept.getIfPresent(entry.addresses().ordinal());
    return known != null && known.sequence == entry.revision().sequence()
        ? known.packed.unpack()
        : write(entry);
  }

  JsonBytes spliced(CatalogEntry entry) {
    return new JsonBytes(json(entry));
  }

  /** The same as one result of an action. */
  CkanResult result(CatalogEntry entry) {
    return out -> out.writeRawValue(spliced(entry));
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
      for (var entry : catalog.entries(chunk)) {
        if (caller.mayRead(entry)) {
          out.writeRawValue(spliced(entry));
        }
      }
    }
  }

  /**
   * The JSON of public datasets, at least as new as the ledger was at {@code position}. While
   * nothing is published, the ledger is asked once for each dataset and then no more.
   */
  private List<byte[]> current(List<Long> ordinals, long position) {
    var known = new HashMap<Long, Kept>();
    var unsure = new ArrayList<Long>();
    for (var ordinal : ordinals) {
      var json = kept.getIfPresent(ordinal);
      if (json != null && json.isPublic && json.currentAt >= position) {
        known.put(ordinal, json);
      } else {
        unsure.add(ordinal);
      }
    }
    var changed = unsure.isEmpty() ? NOTHING_CHANGED : confirm(unsure, known);
    var all = new ArrayList<byte[]>(ordinals.size());
    for (var ordinal : ordinals) {
      var json = known.get(ordinal);
      if (json != null) {
        all.add(ready(ordinal, json));
      } else if (changed.entries().containsKey(ordinal)) {
        all.add(json(changed.entries().get(ordinal), changed.at()));
      }
    }
    return all;
  }

  /**
   * Adds to {@code known} what is still current, and answers the entries of the rest, as far as
   * they are public.
   */
  private Changed confirm(List<Long> unsure, Map<Long, Kept> known) {
    return catalog
        .ledger()
        .read(
            snapshot -> {
              var entries = new HashMap<Long, CatalogEntry>();
              var last = snapshot.lastSequence();
              for (var ordinal : unsure) {
                find(ordinal, last, snapshot)
                    .ifPresentOrElse(
                        json -> known.put(ordinal, json),
                        () ->
                            snapshot
                                .findByOrdinal(ordinal)
                                .filter(CatalogEntry::isPublic)
                                .ifPresent(entry -> entries.put(ordinal, entry)));
              }
              return new Changed(entries, last);
            });
  }

  private Optional<Kept> find(long ordinal, long last, LedgerSnapshot snapshot) {
    var json = kept.getIfPresent(ordinal);
    if (json == null || !json.isPublic || json.sequence != snapshot.currentSequence(ordinal)) {
      return Optional.empty();
    }
    json.currentAt = last;
    return Optional.of(json);
  }

  /** The package, for those who want a part of it. */
  CkanPackage read(CatalogEntry entry) {
    var raw = catalog.describe(entry, Profile.RAW);
    return new CkanPackage(
        entry,
        raw.view(),
        catalog.distributions(entry, raw),
        catalog.identity(),
        catalog.settings().language());
  }

  /** The same JSON, written anew and not kept: for those who want each dataset once. */
  public byte[] write(CatalogEntry entry) {
    var bytes = new ByteArrayOutputStream(8_192);
    try (var out = CkanJson.FACTORY.createGenerator(bytes)) {
      read(entry).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
