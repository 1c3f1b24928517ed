package org.allmende.server;

import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.catalog.search.IndexField;
import org.allmende.catalog.search.IndexWords;
import org.allmende.catalog.search.Page;
import org.allmende.catalog.search.SearchIndex;
import org.allmende.catalog.search.SearchQuery;
import org.allmende.catalog.search.SearchResult;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.place.Boundary;
import org.allmende.harvest.schedule.HarvestScheduler;
import org.allmende.harvest.schedule.SourceStatus;
import org.allmende.harvest.schedule.SourceStatuses;
import org.allmende.server.changes.ChangesRoutes;
import org.allmende.server.ckan.CkanCallers;
import org.allmende.server.ckan.CkanFeedSubjects;
import org.allmende.server.ckan.CkanHarvest;
import org.allmende.server.ckan.CkanPackages;
import org.allmende.server.ckan.CkanPageFinder;
import org.allmende.server.ckan.CkanRoutes;
import org.allmende.server.ckan.PackageWriter;
import org.allmende.server.ckan.SearchPosition;
import org.allmende.server.dataset.DatasetRoutes;
import org.allmende.server.dump.DumpRoutes;
import org.allmende.server.dump.Dumps;
import org.allmende.server.feed.FeedRoutes;
import org.allmende.server.files.FileRoutes;
import org.allmende.server.format.OutputFormats;
import org.allmende.server.format.html.Accent;
import org.allmende.server.format.html.ApiPageRoutes;
import org.allmende.server.format.html.CatalogFigures;
import org.allmende.server.format.html.FilePageRoutes;
import org.allmende.server.format.html.HtmlRoutes;
import org.allmende.server.format.html.QualityPageRoutes;
import org.allmende.server.format.html.Site;
import org.allmende.server.format.html.SparqlPageRoutes;
import org.allmende.server.format.html.StatisticsRoutes;
import org.allmende.server.format.html.StatusRoutes;
import org.allmende.server.harvest.HarvestRoutes;
import org.allmende.server.health.HealthRoutes;
import org.allmende.server.health.Metrics;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.Links;
import org.allmende.server.http.RouteTable;
import org.allmende.server.preview.PreparedTables;
import org.allmende.server.quality.QualityRoutes;
import org.allmende.server.sitemap.SitemapRoutes;
import org.allmende.server.sparql.SparqlDesk;
import org.allmende.server.sparql.SparqlRoutes;
import org.allmende.server.statistics.QualityHistory;
import org.allmende.server.statistics.Statistics;
import org.allmende.server.validate.ValidateRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole house, wired by hand: ledger, catalog, followers, routes, schedule.
 *
 * <pre>{@code
 * try (var server = Server.start(config, Clock.systemUTC())) {
 *   ask(server.url() + "/catalog.ttl");
 * }
 * }</pre>
 */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private final ServerConfig config;

  /** A first dump in the middle of a first harvest would be half of one. */
  private static final Duration STILL = Duration.ofSeconds(5);

  private final House house;
  private final Optional<Dumps> dumps;
  private final Followers followers;
  private final PreparedTables previews;
  private final Statistics statistics;
  private final QualityHistory quality;
  private final HarvestScheduler scheduler;
  private final RouteTable table;
  private final HttpServer http;

  /** What to close, the last opened first. */
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private Server(ServerConfig config, Clock clock) {
    this.config = config;
    try {
      opened(requireLock(config.dataDirectory()));
      this.house = opened(House.open(config.dataDirectory(), config.catalog(), clock));
      var catalog = house.catalog();
      this.followers =
          opened(Followers.open(house.directory(), house.ledger(), catalog, config.synonyms()));
      opened(Refresh.start(catalog));
      this.dumps = dumps(catalog).map(this::opened);
      opened(RebuildRequests.watch(house.ledger(), followers));
      this.previews = opened(PreparedTables.in(house.directory(), clock));
      this.statistics = opened(statistics(clock));
      this.quality = opened(QualityHistory.follow(house.directory(), catalog));
      var metrics = new Metrics();
      var links = new Links(config.catalog().url());
      var harvest = harvest(catalog, config);
      this.scheduler = harvest.scheduler();
      this.table = statistics.counting(routes(catalog, links, metrics, harvest));
      this.http = HttpServer.start(config.http(links.rootPath()), table, metrics);
      // Each may need some seconds to let go of what it is doing; together they need no more.
      opened(new Together(List.of(http, scheduler)));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Statistics statistics(Clock clock) {
    var zone = ZoneId.of(config.catalog().timeZone());
    return Statistics.open(house.directory(), clock, zone, this::isFound);
  }

  private boolean isBehind() {
    return followers.search().position() < house.ledger().read(LedgerSnapshot::lastSequence);
  }

  private long files() {
    return followers.search().ask(index -> index.sum(IndexField.DISTRIBUTIONS));
  }

  private boolean isFound(String words) {
    return search(SearchQuery.forText(words).withPage(new Page(0, 0))).total() > 0;
  }

  private Optional<Dumps> dumps(Catalog catalog) {
    var every = config.dumpsEvery();
    return every.isZero()
        ? Optional.empty()
        : Optional.of(Dumps.follow(house.directory(), catalog, every, STILL));
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /**
   * Starts to serve; when this returns, requests are answered.
   *
   * @throws IllegalStateException when another process serves this data directory
   * @throws IllegalArgumentException when the data directory belongs to another, loopback, address
   */
  static Server start(ServerConfig config, Clock clock) {
    var server = new Server(config.port() == 0 ? config.withPort(freePort()) : config, clock);
    config.look().accent().flatMap(Accent::correction).ifPresent(LOG::info);
    LOG.info("serving {} from {}", server.url(), config.dataDirectory());
    return server;
  }

  private static ServingLock requireLock(Path directory) {
    return ServingLock.tryTake(directory)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Another process serves "
                        + directory
                        + ". Stop it, or name another directory with --data."));
  }

  /**
   * The addresses are part of the settings, so the port must be known before anything is opened.
   */
  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  private CkanHarvest harvest(Catalog catalog, ServerConfig config) {
    var book = config.sourceBook(catalog);
    book.noteTitles();
    var harvester =
        Harvester.standard(catalog, config.departure(), house.gazetteer(), house.copies());
    var scheduler =
        new HarvestScheduler(
            harvester,
            book::all,
            catalog,
            run -> LOG.info("harvested {}: {}", run.source(), run.result()));
    return new CkanHarvest(book, scheduler, harvester);
  }

  /** Parts that are closed at the same time. */
  private record Together(List<AutoCloseable> parts) implements AutoCloseable {
    @Override
    public void close() {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        parts.forEach(part -> threads.execute(() -> closeQuietly(part)));
      }
    }
  }

  /** All addresses, the more special before the more general. */
  private RouteTable routes(Catalog catalog, Links links, Metrics metrics, CkanHarvest harvesting) {
    var formats = OutputFormats.all();
    Supplier<List<SourceStatus>> statuses =
        () -> new SourceStatuses(catalog, house.copies()).of(harvesting.book().all());
    var packages = new CkanPackages(new PackageWriter(catalog), followers.ckan());
    var position = new SearchPosition(followers.search());
    var harvest =
        new HarvestRoutes(
            catalog,
            links,
            formats,
            new CkanPageFinder(catalog, this::search, position),
            config.limits().harvestPageBytes(),
            statistics.harvesters());
    var desk = new SparqlDesk(followers.rdf(), config.sparql());
    var site = new Site(links, config.look(), config.pages(), config.embedding());
    var ckan =
        new CkanRoutes(
            catalog, this::search, position, packages, config.ckan(), harvesting, harvest);
    var pages =
        new HtmlRoutes(
            catalog,
            this::search,
            IndexWords.of(this::askIndex),
            packages,
            previews,
            house.gazetteer(),
            new CatalogFigures(
                statistics::words,
                this::files,
                statistics.harvesters()::all,
                () -> dumps.map(Dumps::files).orElse(List.of())),
            this::isBehind,
            site);
    return RouteTable.of(
        List.of(
            new HealthRoutes(house.ledger(), followers.all(), metrics, statuses),
            new StatusRoutes(catalog, statuses, statistics.harvesters()::all, site),
            new StatisticsRoutes(catalog, statistics, site),
            harvest,
            ckan,
            new ApiPageRoutes(catalog, ckan.help(), site),
            new FeedRoutes(catalog, this::search, feedSubjects(catalog, packages), links),
            new SitemapRoutes(catalog, links),
            new DatasetRoutes(catalog, links, formats),
            new FilePageRoutes(catalog, previews, this::boundary, site),
            new FileRoutes(catalog, new CkanCallers(catalog.accounts(), config.ckan())::of),
            new SparqlRoutes(desk),
            new SparqlPageRoutes(desk, catalog, site),
            new ChangesRoutes(catalog, links, formats),
            table -> dumps.ifPresent(kept -> new DumpRoutes(kept).addTo(table)),
            new QualityPageRoutes(catalog, quality, site),
            new QualityRoutes(catalog, links, formats),
            new ValidateRoutes(config.catalog().language(), links, config.limits().validateBytes()),
            table -> table.get("/", harvest.orStartPage(startPage(pages))),
            pages));
  }

  private Optional<Boundary> boundary() {
    return config.catalog().municipality().flatMap(house.gazetteer()::boundaryOf);
  }

  private CkanFeedSubjects feedSubjects(Catalog catalog, CkanPackages packages) {
    return new CkanFeedSubjects(
        catalog, this::search, new SearchPosition(followers.search()), packages);
  }

  private static Handler startPage(HtmlRoutes pages) {
    return RouteTable.of(List.of(pages)).require("GET", "/");
  }

  private SearchResult search(SearchQuery query) {
    return followers.search().ask(index -> index.search(query));
  }

  private <T> T askIndex(Function<? super SearchIndex, T> question) {
    return followers.search().ask(question::apply);
  }

  /** Begins to harvest on schedule; what was never harvested is due at once. */
  void harvestOnSchedule() {
    scheduler.start();
  }

  /** The public address. */
  public String url() {
    return config.catalog().url();
  }

  /** The port it listens on. */
  public int port() {
    return http.port();
  }

  /** The catalog that is served. */
  Catalog catalog() {
    return house.catalog();
  }

  /** The views that follow it. */
  Followers followers() {
    return followers;
  }

  /** What it counts. */
  Statistics statistics() {
    return statistics;
  }

  /** The dumps that follow it. */
  Dumps dumps() {
    return dumps.orElseThrow();
  }

  /** All its addresses. */
  RouteTable table() {
    return table;
  }

  /** Stops answering and harvesting, then following, then closes the ledger. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      closeQuietly(open.pop());
    }
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      // The others shall be closed all the same.
      LOG.error("{} could not be closed", part.getClass().getSimpleName(), e);
    }
  }
}
