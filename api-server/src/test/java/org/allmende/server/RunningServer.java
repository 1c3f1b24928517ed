package org.allmende.server;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Publication;
import org.allmende.catalog.Submission;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.vocab.Prefixes;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The whole house on a free port, in a directory of its own, asked over HTTP. */
final class RunningServer implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final Server server;

  private RunningServer(Server server) {
    this.server = server;
  }

  /** A server with these settings, such as {@code "catalog.page-size", "2"}. */
  static RunningServer start(Path directory, String... settings) {
    var overrides = new java.util.HashMap<String, String>();
    overrides.put("server.port", "0");
    for (var i = 0; i < settings.length; i += 2) {
      overrides.put(settings[i], settings[i + 1]);
    }
    return start(Optional.empty(), directory, directory, overrides);
  }

  /**
   * A server for what was harvested with a town's file; the data lies in {@code data} beside it.
   */
  static RunningServer configured(Path directory, Path config, String pageSize) {
    var overrides = Map.of("server.port", "0", "catalog.page-size", pageSize);
    return start(Optional.of(config), directory.resolve("data"), directory, overrides);
  }

  private static RunningServer start(
      Optional<Path> config, Path data, Path folder, Map<String, String> overrides) {
    var arguments = new ServerConfig.Arguments(config, Optional.of(data), folder, overrides);
    return new RunningServer(
        Server.start(ServerConfig.read(arguments, Map.of()), Clock.systemUTC()));
  }

  Server server() {
    return server;
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", address(path), headers);
  }

  HttpResponse<String> head(String path, String... headers)
      throws IOException, InterruptedException {
    return send("HEAD", address(path), headers);
  }

  static HttpResponse<String> send(String method, String address, String... headers)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request(method, address, headers),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request("GET", address(path), headers), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, String contentType, String body)
      throws IOException, InterruptedException {
    return post(path, HttpRequest.BodyPublishers.ofString(body), "Content-Type", contentType);
  }

  HttpResponse<String> post(String path, HttpRequest.BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address(path))).POST(body);
    var asked = headers.length == 0 ? request : request.headers(headers);
    return CLIENT.send(asked.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(String method, String address, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(30))
            .method(method, HttpRequest.BodyPublishers.noBody());
    return headers.length == 0 ? request.build() : request.headers(headers).build();
  }

  /** Publishes a valid dataset with one distribution, and these triples beside; answers its IRI. */
  DatasetUri publish(String name, String... moreTurtle) {
    return publish(name, CatalogRecord.own(Instant.now()), moreTurtle);
  }

  DatasetUri publish(String name, CatalogRecord record, String... moreTurtle) {
    var uri = new DatasetUri("https://daten.example/" + name);
    var turtle =
        """
        <https://daten.example/%1$s> a dcat:Dataset ;
          dct:title "%1$s"@de ;
          dct:description "Beschreibung von %1$s"@de ;
          dct:identifier "https://daten.example/%1$s" ;
          dct:modified "2026-01-01T00:00:00Z"^^xsd:dateTime ;
          dct:publisher <https://daten.example/stadt> ;
          dcat:theme <http://publications.europa.eu/resource/authority/data-theme/TRAN> ;
          dcat:distribution <https://daten.example/%1$s#csv> .
        <https://daten.example/stadt> a foaf:Organization ; foaf:name "Stadt"@de .
        <https://daten.example/%1$s#csv> a dcat:Distribution ;
          dct:title "Tabelle"@de ;
          dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> ;
          dcat:accessURL <https://daten.example/%1$s.csv> .
        """
                .formatted(name)
            + String.join("\n", Arrays.asList(moreTurtle));
    var description = DatasetDescription.of(uri, graph(turtle));
    var publications =
        server.catalog().publish(List.of(Submission.of(description, record)), Optional.empty());
    if (publications.getFirst() instanceof Publication.Rejected rejected) {
      throw new AssertionError(rejected.reason());
    }
    return uri;
  }

  /** Waits until search and SPARQL know everything that was published so far. */
  void awaitFollowers() throws InterruptedException {
    var sequence = server.catalog().ledger().read(snapshot -> snapshot.lastSequence());
    for (var follower : server.followers().all()) {
      if (!follower.await(sequence, Duration.ofSeconds(20))) {
        throw new AssertionError(follower.name() + " does not reach " + sequence);
      }
    }
  }

  /** Parses Turtle with our prefixes. */
  static Graph graph(String turtle) {
    var prefixes = new StringBuilder();
    Prefixes.map().forEach((p, ns) -> prefixes.append("@prefix %s: <%s> .\n".formatted(p, ns)));
    return parse(prefixes + turtle, Lang.TURTLE);
  }

  static Graph parse(String text, Lang lang) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(text)).lang(lang).parse(graph);
    return graph;
  }

  @Override
  public void close() {
    server.close();
  }
}
