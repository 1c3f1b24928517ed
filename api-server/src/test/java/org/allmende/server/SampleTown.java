package org.allmende.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Publication;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;

/**
 * The demo's town, harvested and served on a free port, with what the states of pages need beside:
 * a dataset that is gone, one that is leaving, and one with markup in every text.
 */
public final class SampleTown implements AutoCloseable {
  private final Server server;

  private SampleTown(Server server) {
    this.server = server;
  }

  /** Harvests and serves the town from this directory. */
  public static SampleTown serve(Path directory) throws IOException, InterruptedException {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var console = new Console(nowhere, nowhere, Map.of(), false);
    var town = new SampleTown(DemoCommand.start(console, directory, 0));
    town.addStates();
    town.awaitFollowers();
    return town;
  }

  private void addStates() {
    var catalog = server.catalog();
    catalog.withdraw(List.of(publish("vergangen", "Vergangene Zählung")), Optional.empty());
    catalog.announceDeparture(
        List.of(publish("abschied", "Scheidende Zählung")),
        DatasetState.DEPRECATED,
        Optional.empty());
    publish("roh", "<b>Fett</b> & \\\"Zitat\\\" <script>alert(1)</script>");
  }

  private DatasetUri publish(String name, String title) {
    var uri = new DatasetUri("https://daten.example/" + name);
    var turtle =
        """
        <https://daten.example/%1$s> a dcat:Dataset ;
          dct:title "%2$s"@de ;
          dct:description "%2$s"@de ;
          dcat:distribution <https://daten.example/%1$s#csv> .
        <https://daten.example/%1$s#csv> a dcat:Distribution ; dct:title "%2$s"@de ;
          dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> ;
          dcat:accessURL <https://daten.example/%1$s.csv> .
        """
            .formatted(name, title);
    var description = DatasetDescription.of(uri, RunningServer.graph(turtle));
    var record = CatalogRecord.own(server.catalog().clock().instant());
    var submission = Submission.of(description, record);
    var publication = server.catalog().publish(List.of(submission), Optional.empty()).getFirst();
    if (publication instanceof Publication.Rejected rejected) {
      throw new AssertionError(rejected.reason());
    }
    return uri;
  }

  private void awaitFollowers() throws InterruptedException {
    var sequence = server.catalog().ledger().read(snapshot -> snapshot.lastSequence());
    for (var follower : server.followers().all()) {
      if (!follower.await(sequence, Duration.ofSeconds(60))) {
        throw new AssertionError(follower.name() + " does not reach " + sequence);
      }
    }
  }

  /** The public address, which is also where it listens. */
  public String url() {
    return server.url();
  }

  /** The page of each public dataset, in German. */
  public List<String> datasetPages() {
    return server.catalog().entriesAfter(0, 1_000, true).stream()
        .map(entry -> "/datensatz/" + entry.addresses().name().value())
        .toList();
  }

  /** An answer, redirects not followed. */
  public java.net.http.HttpResponse<String> get(String address, String... headers) {
    try {
      return RunningServer.send(
          "GET", address.startsWith("/") ? url() + address : address, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
