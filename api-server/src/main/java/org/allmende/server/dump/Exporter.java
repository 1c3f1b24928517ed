package org.allmende.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.allmende.server.ckan.PackageWriter;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Graph;

/**
 * Writes all public datasets, a few hundred in memory at a time, into one document or into several
 * at once. Beside writers: each dataset is written as it is when its turn comes.
 */
public final class Exporter {
  private static final int BATCH = 500;

  private final Catalog catalog;
  private final Profile profile;
  private final Watcher watcher;

  /** Is told after each dataset. */
  public interface Watcher {
    /**
     * One more is written.
     *
     * @throws IOException to end the export
     */
    void written(long done, long total) throws IOException;
  }

  public Exporter(Catalog catalog, Profile profile, Watcher watcher) {
    this.catalog = catalog;
    this.profile = profile;
    this.watcher = watcher;
  }

  /**
   * Writes everything; leaves the streams open.
   *
   * @param documents where each format goes
   * @return how many datasets there were
   */
  public long write(Map<DumpFormat, OutputStream> documents) throws IOException {
    var packages = new PackageWriter(catalog);
    var writers = new ArrayList<DatasetWriter>();
    for (var document : documents.entrySet()) {
      writers.add(document.getKey().open(document.getValue(), packages));
    }
    var needsGraph = documents.keySet().stream().anyMatch(DumpFormat::needsGraph);
    var count = writeAll(writers, needsGraph);
    for (var writer : writers) {
      writer.finish();
    }
    return count;
  }

  private long writeAll(List<DatasetWriter> writers, boolean needsGraph) throws IOException {
    var total = catalog.ledger().read(snapshot -> snapshot.count(Scope.PUBLIC, Optional.empty()));
    var after = 0L;
    var count = 0L;
    List<CatalogEntry> batch;
    do {
      batch = catalog.entriesAfter(after, BATCH, true);
      for (var entry : batch) {
        write(entry, writers, needsGraph);
        after = entry.addresses().ordinal();
        watcher.written(++count, total);
      }
    } while (!batch.isEmpty());
    return count;
  }

  private void write(CatalogEntry entry, List<DatasetWriter> writers, boolean needsGraph)
      throws IOException {
    var graph = needsGraph ? catalog.describe(entry, profile).graph() : Graph.emptyGraph;
    for (var writer : writers) {
      writer.write(entry, graph);
    }
  }
}
