package org.allmende.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogEntry;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.Publication;
import org.allmende.catalog.Submission;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetState;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.IndexWords;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.catalog.search.lucene.LuceneSearchIndex;
import org.allmende.harvest.DeparturePeriods;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.book.SourceBook;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.harvest.schedule.HarvestScheduler;
import org.allmende.server.ckan.CkanCallers;
import org.allmende.server.ckan.CkanFeedSubjects;
import org.allmende.server.ckan.CkanHarvest;
import org.allmende.server.ckan.CkanIndexing;
import org.allmende.server.ckan.CkanPackages;
import org.allmende.server.ckan.CkanPageFinder;
import org.allmende.server.ckan.CkanRoutes;
import org.allmende.server.ckan.CkanSettings;
import org.allmende.server.ckan.KeptPackages;
import org.allmende.server.ckan.PackageWriter;
import org.allmende.server.ckan.SearchPosition;
import org.allmende.server.feed.FeedRoutes;
import org.allmende.server.files.FileRoutes;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.format.html.ApiPageRoutes;
import org.allmende.server.format.html.CatalogFigures;
import org.allmende.server.format.html.Embedding;
import org.allmende.server.format.html.FilePageRoutes;
import org.allmende.server.format.html.HtmlRoutes;
import org.allmende.server.format.html.Look;
import org.allmende.server.format.html.QualityPageRoutes;
import org.allmende.server.format.html.Site;
import org.allmende.server.format.html.StatisticsRoutes;
import org.allmende.server.format.html.StatusRoutes;
import org.allmende.server.harvest.HarvestRoutes;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.Links;
import org.allmende.server.http.RequestObserver;
import org.allmende.server.http.RouteTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.statistics.QualityHistory;
import org.allmende.server.statistics.Statistics;
import org.allmende.vocab.Prefixes;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A small real catalog behind the real routes of CKAN and of the pages, on a free port: ledger,
 * index and HTTP as in the product, filled in a line or two.
 */
public final class TestSite implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIXES =
      Prefixes.map().entrySet().stream()
          .map(entry -> "PREFIX " + entry.getKey() + ": <" + entry.getValue() + ">\n")
          .collect(Collectors.joining());

  private volatile Instant now = NOW;
  private final ReentrantLock indexing = new ReentrantLock();
  private final Clock clock = clock(() -> now);
  private final Catalog catalog;
  private final Following<LuceneSearchIndex> index;
  private final Following<KeptPackages> kept;
  private final CkanRoutes ckan;
  private final CkanPackages packages;
  private final PreparedTables previews;
  private final Statistics statistics;
  private final QualityHistory quality;
  private final HtmlRoutes pages;
  private final HttpServer server;
  private final String root;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestSite(Path folder, String rootPath, Map<String, LocalizedText> texts) {
    var port = freePort();
    this.root = "http://localhost:" + port + rootPath;
    // a fixed public address, so that ids made from it are the same in every run
    var url = "https://daten.example" + rootPath;
    var site = new Site(new Links(url), Look.ours(), texts, Embedding.BY_ALL);
    this.catalog =
        Catalog.open(
            CatalogSettings.local(port).withUrl(url),
            SqliteLedger.open(folder.resolve("allmende.db")),
            new FileStore(folder.resolve("files"), clock),
            clock);
    this.index =
        new Following<>(
            new Following.Plan<>("search", "1", 100, Duration.ZERO, this::openIndex),
            catalog.ledger(),
            folder);
    var writer = new PackageWriter(catalog);
    this.kept =
        new Following<>(
            new Following.Plan<>(
                "ckan", "1", 100, Duration.ZERO, path -> KeptPackages.open(path, writer)),
            catalog.ledger(),
            folder);
    this.packages = new CkanPackages(writer, kept);
    this.statistics = Statistics.open(folder, clock, ZoneOffset.UTC, words -> true);
    var pages =
        new HarvestRoutes(
            catalog,
            new Links(url),
            OutputFormats.all(),
            new CkanPageFinder(catalog, this::search, position()),
            10_000_000,
            statistics.harvesters());
    this.ckan =
        new CkanRoutes(
            catalog, this::search, position(), packages, CkanSettings.standard(), harvest(), pages);
    this.previews = PreparedTables.in(folder, clock);
    this.quality = QualityHistory.follow(folder, catalog);
    this.pages =
        new HtmlRoutes(
            catalog,
            this::search,
            IndexWords.of(this::askIndex),
            packages,
            previews,
            Gazetteer.in(folder),
            new CatalogFigures(
                statistics::words,
                () -> index.ask(live -> live.sum(IndexField.DISTRIBUTIONS)),
                statistics.harvesters()::all,
                List::of),
            this::isBehind,
            site);
    this.server =
        HttpServer.start(
            new HttpServer.Settings("localhost", port, rootPath, 1_000_000),
            RouteTable.of(
                List.of(
                    ckan,
                    pages,
                    pages,
                    new FileRoutes(
                        catalog, new CkanCallers(catalog.accounts(), CkanSettings.standard())::of),
                    new FeedRoutes(
                        catalog,
                        this::search,
                        new CkanFeedSubjects(
                            catalog, this::search, new SearchPosition(index), packages),
                        new Links(url)),
                    new FilePageRoutes(catalog, previews, Optional::empty, site),
                    new StatusRoutes(catalog, List::of, statistics.harvesters()::all, site),
                    new ApiPageRoutes(catalog, ckan.help(), site),
                    new QualityPageRoutes(catalog, quality, site),
                    new StatisticsRoutes(catalog, statistics, site),
                    this.pages)),
            RequestObserver.none());
  }

  /** No source in the settings, and nothing runs by itself. */
  private CkanHarvest harvest() {
    var book = new SourceBook(catalog, List.of(), FetchPolicy.defaults(), "allmende.yaml");
    var harvester = Harvester.standard(catalog, DeparturePeriods.standard());
    var scheduler = new HarvestScheduler(harvester, book::all, catalog, run -> {});
    return new CkanHarvest(book, scheduler, harvester);
  }

  private LuceneSearchIndex openIndex(Path path) {
    var entries = new CkanIndexing(catalog);
    return LuceneSearchIndex.open(
        path,
        dataset -> {
          indexing.lock();
          try {
            return entries.entry(dataset);
          } finally {
            indexing.unlock();
          }
        });
  }

  /** An empty site below no root path. */
  public static TestSite in(Path folder) {
    return in(folder, "");
  }

  /** The same with texts of its operator, by the last word of their settings. */
  public static TestSite saying(Path folder, Map<String, LocalizedText> texts) {
    return new TestSite(folder, "", texts);
  }

  /** An empty site below a root path such as {@code /ckan}. */
  public static TestSite in(Path folder, String rootPath) {
    return new TestSite(folder, rootPath, Map.of());
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SearchResult search(SearchQuery query) {
    return index.ask(live -> live.search(query));
  }

  private <T> T askIndex(Function<? super LuceneSearchIndex, T> question) {
    return index.ask(question::apply);
  }

  private boolean isBehind() {
    return index.position() < catalog.ledger().<Long>read(snapshot -> snapshot.lastSequence());
  }

  /** The JSON of its datasets. */
  public CkanPackages packages() {
    return packages;
  }

  /** The finished JSON of its datasets, as it follows. */
  public Following<KeptPackages> kept() {
    return kept;
  }

  /** How far its index is. */
  public SearchPosition position() {
    return new SearchPosition(index);
  }

  /** What was recorded of its quality. */
  public QualityHistory quality() {
    return quality;
  }

  /** Its pages for people. */
  public HtmlRoutes pages() {
    return pages;
  }

  public CkanRoutes ckan() {
    return ckan;
  }

  public Catalog catalog() {
    return catalog;
  }

  /** The tables behind the files. */
  public PreparedTables previews() {
    return previews;
  }

  /** Where it listens; its public address is {@code https://daten.example}. */
  public String root() {
    return root;
  }

  // Filling.

  /** A dataset with a title, one CSV file under dl-by-de, and what else Turtle says about it. */
  public CatalogEntry publish(String local, String title, String more) {
    return publish(local, title, more, CatalogRecord.harvested("test", local, NOW));
  }

  public CatalogEntry publish(String local, String title, String more, CatalogRecord record) {
    var iri = "https://other.example/" + local;
    var turtle =
        """
        <%1$s> a dcat:Dataset ;
          dct:title "%2$s"@de ;
          dct:publisher <https://other.example/town> ;
          dcat:distribution <%1$s/csv> .
        <%1$s/csv> a dcat:Distribution ; dct:title "Tabelle"@de ;
          dcat:accessURL <https://other.example/%3$s.csv> ;
          dcat:downloadURL <https://other.example/%3$s.csv> ;
          dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
          dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0> .
        <https://other.example/town> a foaf:Organization, foaf:Agent ; foaf:name "Stadt Anderswo"@de .
        %4$s
        """
            .formatted(iri, title, local, more);
    var described =
        more.contains("dct:description")
            ? turtle
            : turtle + "<%s> dct:description \"Alles über %s.\"@de .".formatted(iri, title);
    return publish(description(iri, described), record);
  }

  public CatalogEntry publish(DatasetDescription description, CatalogRecord record) {
    var submission =
        new Submission(description, record, Optional.empty(), Optional.<DatasetSlug>empty());
    var outcome = catalog.publish(List.of(submission), Optional.empty()).getFirst();
    awaitIndex();
    if (outcome instanceof Publication.Published published) {
      return published.entry();
    }
    throw new AssertionError("not published: " + outcome);
  }

  /** From now on it is this time. */
  public void setTime(String time) {
    now = Instant.parse(time);
  }

  /** A clock that goes on when it is told to. */
  private static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }

  public static CatalogRecord draft(String key) {
    return CatalogRecord.harvested("test", key, NOW).withState(DatasetState.DRAFT);
  }

  public void withdraw(CatalogEntry entry) {
    catalog.withdraw(List.of(entry.uri()), Optional.empty());
    awaitIndex();
  }

  /** Publishes as {@link #publish} does while the index is at work on something else. */
  public void publishAheadOfIndex(String local, String title) {
    indexing.lock();
    var iri = "https://other.example/" + local;
    var turtle = "<%s> a dcat:Dataset ; dct:title \"%s\"@de .".formatted(iri, title);
    catalog.publish(
        List.of(
            new Submission(
                description(iri, turtle),
                CatalogRecord.harvested("test", local, NOW),
                Optional.empty(),
                Optional.empty())),
        Optional.empty());
  }

  /** Lets the index go on. */
  public void releaseIndex() {
    indexing.unlock();
    awaitIndex();
  }

  private void awaitIndex() {
    var reached = catalog.ledger().read(snapshot -> snapshot.lastSequence());
    try {
      if (!index.await(reached, Duration.ofSeconds(30))) {
        throw new AssertionError("the index did not follow within 30 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A description in Turtle; all our prefixes are declared. */
  public static DatasetDescription description(String iri, String turtle) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
    return DatasetDescription.owning(new DatasetUri(iri), graph);
  }

  // Asking.

  /** GET with headers: name, value, name, value … */
  public HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(root + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET().build());
  }

  public HttpResponse<String> post(String path, String contentType, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(root + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    return send(request.build());
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The answer of an action, envelope and all. */
  public JsonNode action(String name, Map<String, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + encode(p.getValue()))
            .collect(Collectors.joining("&"));
    return json(get("/api/3/action/" + name + (query.isEmpty() ? "" : "?" + query)).body());
  }

  /** What {@code package_search} finds, said in a few letters of its title, in their order. */
  public String found(Map<String, String> parameters, UnaryOperator<String> letters) {
    var results = result("package_search", parameters).get("results");
    return StreamSupport.stream(results.spliterator(), false)
        .map(dataset -> letters.apply(dataset.get("title").asText()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** The {@code result} of an action that succeeds. */
  public JsonNode result(String name, Map<String, String> parameters) {
    var answer = action(name, parameters);
    if (!answer.path("success").asBoolean()) {
      throw new AssertionError("the action failed: " + answer);
    }
    return answer.get("result");
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    index.close();
    kept.close();
    previews.close();
    statistics.close();
    quality.close();
    catalog.close();
  }
}
