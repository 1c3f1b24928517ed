package org.allmende.server.ckan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.vocab.profile.Profile;

/**
 * The JSON of datasets as {@code package_show} gives it, finished and kept: a page of search
 * results is these bytes one after the other. What is kept takes at most a sixteenth of the heap.
 * Any number of threads may use it.
 */
public final class CkanPackages {

  private static final int SHARE_OF_HEAP = 16;

  private final Catalog catalog;
  private final Cache<Key, byte[]> finished =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP)
          .weigher((Key key, byte[] json) -> json.length + 200)
          .build();

  /** Each revision has its own JSON. */
  private record Key(long ordinal, long sequence) {}

  public CkanPackages(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The object of {@code package_show}, UTF-8. The caller must not change the array. */
  public byte[] json(CatalogEntry entry) {
    var key = new Key(entry.addresses().ordinal(), entry.revision().sequence());
    return finished.get(key, missing -> write(entry));
  }

  JsonBytes spliced(CatalogEntry entry) {
    return new JsonBytes(json(entry));
  }

  /** The same as one result of an action. */
  CkanResult result(CatalogEntry entry) {
    return out -> out.writeRawValue(spliced(entry));
  }

  /** The datasets with these ordinals, each written as soon as it was read. */
  void writeAll(List<Long> ordinals, JsonGenerator out) throws IOException {
    for (var from = 0; from < ordinals.size(); from += 100) {
      var chunk = ordinals.subList(from, Math.min(from + 100, ordinals.size()));
      var sequences = catalog.currentSequences(chunk);
      for (var i = 0; i < chunk.size(); i++) {
        write(new Key(chunk.get(i), sequences.get(i)), out);
      }
    }
  }

  /** From the cache without a look at the revision, if it is there. */
  private void write(Key key, JsonGenerator out) throws IOException {
    var known = finished.getIfPresent(key);
    if (known != null) {
      out.writeRawValue(new JsonBytes(known));
      return;
    }
    for (var entry : catalog.entries(List.of(key.ordinal()))) {
      out.writeRawValue(spliced(entry));
    }
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

  private byte[] write(CatalogEntry entry) {
    var bytes = new ByteArrayOutputStream(8_192);
    try (var out = CkanJson.FACTORY.createGenerator(bytes)) {
      read(entry).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
