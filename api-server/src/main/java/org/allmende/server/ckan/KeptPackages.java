package org.allmende.server.ckan;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.files.OrdinalFile;
import org.allmende.catalog.ledger.Follower;
import org.allmende.catalog.ledger.Following;

/**
 * The finished JSON of every public dataset on disk, which the system keeps in memory as far as
 * there is room: a page of search results is these bytes one after the other. It follows the
 * ledger; {@code docs/decisions/0006} says why it is not a cache.
 */
public final class KeptPackages implements Follower {

  /** Raised with each change of the JSON that we write. */
  private static final int RULES_VERSION = 1;

  private final OrdinalFile file;
  private final PackageWriter writer;

  private KeptPackages(OrdinalFile file, PackageWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /** Opens those in a folder of their own, or makes none yet. */
  public static KeptPackages open(Path folder, PackageWriter writer) {
    return new KeptPackages(OrdinalFile.open(folder), writer);
  }

  /** Version of all that the JSON is made by beside the datasets. */
  public static String rules(PackageWriter writer) {
    return RULES_VERSION + "-" + writer.rules();
  }

  /** The JSON of a dataset with the revision it shows; empty when it is not public or too long. */
  Optional<OrdinalFile.Entry> find(long ordinal) {
    return file.find(ordinal);
  }

  /** What is kept of an entry's very revision, when it was made by today's rules. */
  static Optional<byte[]> find(Following<KeptPackages> kept, CatalogEntry entry) {
    if (!kept.isOfTodaysRules()) {
      return Optional.empty();
    }
    return kept.ask(packages -> packages.find(entry.addresses().ordinal()))
        .filter(found -> found.sequence() == entry.revision().sequence())
        .map(OrdinalFile.Entry::bytes);
  }

  @Override
  public long position() {
    return file.position();
  }

  @Override
  public void fill(Iterator<List<CatalogEntry>> batches, long position) {
    batches.forEachRemaining(this::keep);
    file.commit(position);
  }

  @Override
  public void apply(List<CatalogEntry> batch, long position) {
    keep(batch);
    file.commit(position);
  }

  private void keep(List<CatalogEntry> batch) {
    for (var entry : batch) {
      var ordinal = entry.addresses().ordinal();
      if (entry.isPublic()) {
        file.put(ordinal, entry.revision().sequence(), writer.write(entry));
      } else {
        file.remove(ordinal);
      }
    }
  }

  @Override
  public boolean isBloated() {
    return file.isBloated();
  }

  @Override
  public void close() {
    file.close();
  }
}
