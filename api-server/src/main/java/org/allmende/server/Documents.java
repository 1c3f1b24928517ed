package org.allmende.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.fetch.ContentKind;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.fetch.Fetchers;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.harvest.fetch.Validators;
import org.allmende.harvest.fetch.Waiter;
import org.allmende.harvest.source.dcat.DcatDocuments;
import org.apache.jena.graph.Graph;

/** Reads the RDF documents that a command was given, files and addresses. */
final class Documents {
  private Documents() {}

  /**
   * All triples of a document in any syntax.
   *
   * @param fileOrAddress a path, or an http(s) address
   * @throws WrongCallException when there is no such file
   * @throws IOException when it cannot be fetched, or is no RDF
   */
  static Graph read(String fileOrAddress, RunNotes notes) throws IOException {
    var isAddress = fileOrAddress.matches("https?://.*");
    var location = isAddress ? fileOrAddress : requireFile(Path.of(fileOrAddress)).toString();
    var document =
        Fetchers.standard(Clock.systemUTC(), Waiter.sleeping())
            .open(source(location, isAddress), Validators.none())
            .fetch(location, ContentKind.RDF.accept());
    var base = isAddress ? document.location() : Path.of(location).toUri().toString();
    return DcatDocuments.read(document, base, notes);
  }

  /** The absolute path of a file that is there. */
  static Path requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new WrongCallException("There is no file " + file + ".");
    }
    return file.toAbsolutePath();
  }

  /** A source of what was named on the command line; only where it is counts. */
  static HarvestSource named(String fileOrAddress) {
    var isAddress = fileOrAddress.matches("https?://.*");
    return source(
        isAddress ? fileOrAddress : requireFile(Path.of(fileOrAddress)).toString(), isAddress);
  }

  /** Who names an address on the command line may read it, wherever it is. */
  private static HarvestSource source(String location, boolean isAddress) {
    var host =
        isAddress ? Optional.ofNullable(URI.create(location).getHost()) : Optional.<String>empty();
    return new HarvestSource(
        "document",
        "dcat",
        location,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Defaults.none(),
        List.of(),
        FetchPolicy.defaults().allowingPrivate(host.stream().toList()));
  }
}
