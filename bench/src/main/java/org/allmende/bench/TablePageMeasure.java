package org.allmende.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.Submission;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.catalog.model.CatalogRecord;
import org.allmende.catalog.model.DatasetDescription;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.server.format.html.FilePageRoutes;
import org.allmende.server.format.html.Site;
import org.allmende.server.http.HttpServer;
import org.allmende.server.http.Links;
import org.allmende.server.http.RequestObserver;
import org.allmende.server.http.RouteTable;
import org.allmende.server.preview.PreparedTables;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The page of a large table: how long its first preparation takes, and how fast it answers then.
 */
final class TablePageMeasure implements AutoCloseable {

  private static final int PORT = 8096;
  private static final String PAGE = "/datensatz/baumkataster/datei/1-baeume";
  private static final Duration MOST_PREPARATION = Duration.ofSeconds(20);
  private static final Duration MOST_P95 = Duration.ofMillis(150);
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int COLUMNS = 10;
  private static final int PAGE_SIZE = 50;
  private static final List<String> SPECIES =
      List.of("Linde", "Eiche", "Ahorn", "Buche", "Birke", "Kastanie", "Platane", "Esche");

  private final Catalog catalog;
  private final PreparedTables tables;
  private final HttpServer server;
  private final int rows;
  private final long size;

  private TablePageMeasure(Catalog catalog, PreparedTables tables, int rows, long size) {
    this.catalog = catalog;
    this.tables = tables;
    this.rows = rows;
    this.size = size;
    var routes =
        new FilePageRoutes(
            catalog, tables, Optional::empty, Site.of(new Links(catalog.identity().url())));
    this.server =
        HttpServer.start(
            new HttpServer.Settings("localhost", PORT, "", 1_000_000),
            RouteTable.of(List.of(routes)),
            RequestObserver.none());
  }

  /** Makes up a file of so many rows and publishes it in a data directory of its own. */
  static TablePageMeasure open(Path directory, long seed, int rows) throws IOException {
    var data = Files.createTempDirectory(directory, "table-");
    var ledger = SqliteLedger.open(data.resolve("allmende.db"));
    var files = new FileStore(data.resolve("files"));
    var catalog = Catalog.open(CatalogSettings.local(PORT), ledger, files, Clock.systemUTC());
    var stored = files.store(out -> write(out, seed, rows));
    publish(catalog, stored.sha256());
    var tables = PreparedTables.in(data, Clock.systemUTC());
    return new TablePageMeasure(catalog, tables, rows, stored.size());
  }

  private static void write(OutputStream out, long seed, int rows) throws IOException {
    var random = new Random(seed);
    Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.write(
        "Nr;Baumart;Straße;Höhe in m;Gepflanzt;Umfang in"
            + " cm;Straßenbaum;Notiz;longitude;latitude\n");
    for (var i = 0; i < rows; i++) {
      csv.write(
          "B%07d;%s;Straße %d;%d,%d;%d.%d.%d;%d;%s;;11.%06d;53.%06d%n"
              .formatted(
                  i,
                  SPECIES.get(random.nextInt(SPECIES.size())),
                  random.nextInt(2_000),
                  random.nextInt(40),
                  random.nextInt(10),
                  1 + random.nextInt(28),
                  1 + random.nextInt(12),
                  1900 + random.nextInt(126),
                  random.nextInt(500),
                  random.nextBoolean() ? "ja" : "nein",
                  random.nextInt(1_000_000),
                  random.nextInt(1_000_000)));
    }
    csv.flush();
  }

  private static void publish(Catalog catalog, String hash) {
    var iri = "http://localhost:" + PORT + "/dataset/baumkataster";
    var turtle =
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX spdx: <http://spdx.org/rdf/terms#>
        <%1$s> a dcat:Dataset ; dct:title "Baumkataster"@de ; dct:description "Alle Bäume."@de ;
          dcat:distribution <%1$s/csv> .
        <%1$s/csv> a dcat:Distribution ; dct:title "Bäume"@de ;
          dct:license <http://dcat-ap.de/def/licenses/dl-zero-de/2.0> ;
          dcat:accessURL <%1$s/resource/r/download/baeume.csv> ;
          dcat:downloadURL <%1$s/resource/r/download/baeume.csv> ;
          spdx:checksum [ a spdx:Checksum ; spdx:checksumValue "%2$s" ] .
        """
            .formatted(iri, hash);
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
    var submission =
        Submission.of(
            DatasetDescription.of(new DatasetUri(iri), graph),
            CatalogRecord.own(catalog.clock().instant()));
    catalog.publish(List.of(submission), Optional.empty());
  }

  private InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);
  }

  /** Asks for the page until it shows rows. */
  void prepare(ResultTable results) throws IOException {
    var begin = System.nanoTime();
    var longest = Duration.ZERO;
    for (var isReady = false; !isReady; ) {
      var asked = System.nanoTime();
      isReady = isReady();
      var waited = Duration.ofNanos(System.nanoTime() - asked);
      longest = waited.compareTo(longest) > 0 ? waited : longest;
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    results.add("CSV of " + Machine.size(size), rows + " rows, " + COLUMNS + " columns");
    results.add(
        "first preparation",
        ResultTable.seconds(took),
        MOST_PREPARATION.toSeconds() + " s",
        took.compareTo(MOST_PREPARATION) <= 0);
    results.add("longest answer meanwhile", ResultTable.seconds(longest));
  }

  private boolean isReady() throws IOException {
    try (var connection = HttpConnection.open(address())) {
      var page = new java.io.ByteArrayOutputStream();
      connection.exchange(HttpConnection.get(PAGE, ""), page);
      return page.toString(StandardCharsets.UTF_8).contains("<table class=\"sheet\"");
    }
  }

  /** Asks for pages of rows: as in the file, in other orders, filtered. */
  void ask(int connections, Duration time, ResultTable results) throws InterruptedException {
    var runner = new LoadRunner(address(), connections);
    run(runner, time, results, "rows as in the file", this::anyPage);
    run(runner, time, results, "in the order of a column", this::sorted);
    run(runner, time, results, "filtered by a column", this::filtered);
  }

  private void run(
      LoadRunner runner,
      Duration time,
      ResultTable results,
      String name,
      Function<SplittableRandom, String> query)
      throws InterruptedException {
    var result = runner.run(new Pages(name, query), WARM_UP, time);
    results.add(
        name + ", p95",
        ResultTable.millis(result.p95()),
        ResultTable.millis(MOST_P95),
        result.p95().compareTo(MOST_P95) <= 0 && result.errors() == 0);
    results.add(
        name,
        ResultTable.rate(result.perSecond(), "pages")
            + ", p50 "
            + ResultTable.millis(result.p50())
            + ", "
            + result.meanBytes() / 1_000
            + " kB each, "
            + result.errors()
            + " errors");
  }

  private String anyPage(SplittableRandom random) {
    return "?seite=" + (1 + random.nextInt(rows / PAGE_SIZE));
  }

  private String sorted(SplittableRandom random) {
    var direction = random.nextBoolean() ? "&richtung=ab" : "";
    return "?sort="
        + (1 + random.nextInt(COLUMNS))
        + direction
        + "&seite="
        + (1 + random.nextInt(20));
  }

  private String filtered(SplittableRandom random) {
    return random.nextBoolean()
        ? "?f2=" + SPECIES.get(random.nextInt(SPECIES.size())) + "&f4=" + from(random)
        : "?f3=" + URLEncoder.encode("Straße " + random.nextInt(2_000), StandardCharsets.UTF_8);
  }

  private static String from(SplittableRandom random) {
    var from = random.nextInt(30);
    return from + ".." + (from + 5);
  }

  /** Pages with made-up choices. */
  private record Pages(
      String name, Function<SplittableRandom, String> query, ThreadLocal<SplittableRandom> random)
      implements Workload {
    Pages(String name, Function<SplittableRandom, String> query) {
      this(name, query, ThreadLocal.withInitial(SplittableRandom::new));
    }

    @Override
    public byte[] next() {
      return HttpConnection.get(
          PAGE + query.apply(random.get()), "Accept: text/html\r\nAccept-Encoding: gzip\r\n");
    }
  }

  @Override
  public void close() {
    server.close();
    tables.close();
    catalog.close();
  }
}
