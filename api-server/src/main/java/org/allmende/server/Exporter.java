package org.allmende.server;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.ledger.LedgerSnapshot.Scope;
import org.allmende.server.ckan.CkanPackages;
import org.allmende.vocab.Prefixes;
import org.allmende.vocab.profile.Profile;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** Writes all public datasets, a few hundred in memory at a time. */
final class Exporter {
  private static final int BATCH = 500;

  private final Catalog catalog;
  private final Profile profile;
  private final Progress progress;

  Exporter(Catalog catalog, Profile profile, Progress progress) {
    this.catalog = catalog;
    this.profile = profile;
    this.progress = progress;
  }

  /** What is done with each dataset. */
  private interface Step {
    void take(CatalogEntry entry) throws IOException;
  }

  /** Writes everything; answers how many datasets there were. Leaves the stream open. */
  long write(ExportFormat format, OutputStream out) throws IOException {
    return switch (format) {
      case NQ -> writeRdf(out, RDFFormat.NQUADS, true);
      case TTL -> writeRdf(out, RDFFormat.TURTLE_BLOCKS, false);
      case CKAN_JSONL -> writePackages(out);
    };
  }

  private long writeRdf(OutputStream out, RDFFormat format, boolean inGraphs) throws IOException {
    var writer = StreamRDFWriter.getWriterStream(out, format);
    writer.start();
    if (!inGraphs) {
      Prefixes.map().forEach(writer::prefix);
    }
    var count = forEach(entry -> write(entry, inGraphs, writer));
    writer.finish();
    return count;
  }

  private void write(CatalogEntry entry, boolean inGraphs, StreamRDF writer) {
    Node graph = entry.uri().node();
    catalog.describe(entry, profile).graph().stream()
        .forEach(
            triple -> {
              if (inGraphs) {
                writer.quad(Quad.create(graph, triple));
              } else {
                writer.triple(triple);
              }
            });
  }

  private long writePackages(OutputStream out) throws IOException {
    var packages = new CkanPackages(catalog);
    return forEach(
        entry -> {
          out.write(packages.json(entry));
          out.write('\n');
        });
  }

  private long forEach(Step step) throws IOException {
    var total = catalog.ledger().read(snapshot -> snapshot.count(Scope.PUBLIC, Optional.empty()));
    var after = 0L;
    var count = 0L;
    List<CatalogEntry> batch;
    do {
      batch = catalog.entriesAfter(after, BATCH, true);
      for (var entry : batch) {
        step.take(entry);
        after = entry.addresses().ordinal();
        progress.progress(++count, OptionalLong.of(total));
      }
    } while (!batch.isEmpty());
    return count;
  }
}
