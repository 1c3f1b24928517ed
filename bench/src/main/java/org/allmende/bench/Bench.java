package org.allmende.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.allmende.bench.ServeMeasure.BenchFacts;
import org.allmende.bench.ServeMeasure.Part;
import org.allmende.bench.search.SearchQuality;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The measures of the product, one command each; {@code bench/README.md} tells how to run them. */
@Command(
    name = "bench",
    description = "Measures the product; prints Markdown tables for bench/RESULTS.md.",
    mixinStandardHelpOptions = true,
    subcommands = {
      Bench.Generate.class,
      Bench.Follow.class,
      Bench.Raw.class,
      Bench.SearchSpeed.class,
      Bench.ServeLoad.class,
      Bench.Heap.class,
      Bench.Disk.class,
      Bench.Register.class,
      Bench.TablePage.class,
      Bench.Oparl.class,
      Bench.SearchWords.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  /** What all commands take, and what they print with. */
  static final class Common {
    @Option(
        names = "--data",
        required = true,
        description = "Data directory; use one of its own, never a real catalog's.")
    private Path data = Path.of("");

    @Option(
        names = "--seed",
        defaultValue = "1",
        description = "Seed of the catalog, 1 by default.")
    private long seed;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    CatalogGenerator generator() {
      return new CatalogGenerator(seed);
    }

    BenchCatalog open(int portWhenNew) {
      return BenchCatalog.open(data, portWhenNew);
    }

    BenchCatalog openFilled() {
      var catalog = open(Generate.PORT);
      if (catalog.size() == 0) {
        catalog.close();
        throw new IllegalArgumentException(
            data + " holds no catalog; fill it with: bench generate --data " + data);
      }
      return catalog;
    }

    ResultTable table(String title) {
      var parsed = java.util.Objects.requireNonNull(spec).root().commandLine().getParseResult();
      return new ResultTable(title, "bench " + String.join(" ", parsed.originalArgs()));
    }

    static void print(ResultTable results) {
      System.out.println(results.markdown());
    }
  }

  @Command(
      name = "generate",
      description = "Fills a data directory by publishing, and tells the rate.",
      mixinStandardHelpOptions = true)
  static final class Generate implements Callable<Integer> {
    static final int PORT = 8097;

    @Mixin private Common common = new Common();

    @Option(
        names = "--count",
        defaultValue = "150000",
        description = "Datasets, 150000 by default.")
    private int count;

    @Option(names = "--batch", defaultValue = "200", description = "Datasets in one transaction.")
    private int batch;

    @Option(
        names = "--port",
        defaultValue = "" + PORT,
        description = "Port in the addresses of a new catalog; the server will listen there.")
    private int port;

    @Override
    public Integer call() {
      var results = common.table("Publishing " + count + " datasets");
      try (var catalog = common.open(port)) {
        new PublishMeasure(catalog, common.generator(), batch, System.err).run(count, results);
        results.add("live heap of the publishing process", Machine.size(Machine.liveHeap()));
      }
      Common.print(results);
      return 0;
    }
  }

  @Command(
      name = "follow",
      description = "Builds the followers, then watches them while datasets change.",
      mixinStandardHelpOptions = true)
  static final class Follow implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Option(
        names = "--rdf-pause",
        defaultValue = "PT0.5S",
        description = "Pause between commits of the RDF store, as the server has it; PT0.5S.")
    private Duration rdfPause = Duration.ofSeconds(3);

    @Option(names = "--rate", defaultValue = "200", description = "Changes a second.")
    private int rate;

    @Option(names = "--time", defaultValue = "PT30S", description = "How long to change datasets.")
    private Duration time = Duration.ofSeconds(30);

    @Override
    public Integer call() throws InterruptedException {
      var results = common.table("Following");
      try (var catalog = common.openFilled()) {
        var measure = new FollowMeasure(catalog, common.generator(), rdfPause, System.err);
        measure.buildUp(results);
        measure.steady(rate, time, results);
      }
      Common.print(results);
      return 0;
    }
  }

  /** How many different searches there are. */
  static final class Pool {
    @Option(names = "--searches", defaultValue = "100000", description = "Different searches.")
    private int size;

    List<Workloads.Question> questions(Common common, int count) {
      return Workloads.questions(common.generator(), count, size, common.seed + 1);
    }
  }

  @Command(
      name = "raw",
      description = "The ceilings inside one process, and the product's index beside them.",
      mixinStandardHelpOptions = true)
  static final class Raw implements Callable<Integer> {
    @Mixin private Common common = new Common();
    @Mixin private Pool pool = new Pool();

    @Override
    public Integer call() throws Exception {
      var results = common.table("Ceilings in process");
      try (var catalog = common.openFilled()) {
        var questions = pool.questions(common, catalog.size());
        var unused = RawMeasure.run(catalog, common.generator(), questions, results);
        try (var index = catalog.followWithSearch()) {
          index.await(catalog.lastSequence(), Duration.ofHours(1));
          InProcessSearch.run(index, questions, results);
        }
      }
      Common.print(results);
      return 0;
    }
  }

  @Command(
      name = "search-speed",
      description = "People's searches in this process, the index, and how soon it finds a change.",
      mixinStandardHelpOptions = true)
  static final class SearchSpeed implements Callable<Integer> {
    private static final int CHANGES_A_SECOND = 100;

    @Mixin private Common common = new Common();

    @Option(
        names = "--datasets",
        defaultValue = "150000",
        description = "Datasets that an empty catalog is filled with first; 150000 by default.")
    private int datasets;

    @Option(names = "--time", defaultValue = "PT30S", description = "How long to change datasets.")
    private Duration time = Duration.ofSeconds(30);

    @Option(
        names = "--keep-index",
        description = "Searches an index that is there as it stands; its building is not measured.")
    private boolean keepsIndex;

    @Override
    public Integer call() throws Exception {
      var results = common.table("Searching");
      try (var catalog = common.open(Generate.PORT)) {
        if (catalog.size() == 0) {
          new PublishMeasure(catalog, common.generator(), 200, System.err).run(datasets, results);
        }
        results.add("datasets", String.valueOf(catalog.size()));
        new SearchMeasure(catalog, common.generator(), common.data, System.err)
            .run(keepsIndex, results);
        new FollowMeasure(catalog, common.generator(), Duration.ZERO, System.err)
            .steadySearch(CHANGES_A_SECOND, time, results);
      }
      Common.print(results);
      return 0;
    }
  }

  /** How to start and load the server. */
  static final class Load {
    @Option(
        names = "--application",
        defaultValue = "api-server/target/allmende",
        description = "Folder of the application, api-server/target/allmende by default.")
    private Path application = Path.of("");

    @Option(
        names = "--jvm",
        defaultValue = "-Xmx2g",
        description = "JVM options, -Xmx2g by default.")
    private String jvm = "";

    @Option(names = "--connections", defaultValue = "16", description = "Open connections.")
    private int connections;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds of each kind.")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "PT20S", description = "Before each kind.")
    private Duration warmUp = Duration.ofSeconds(20);

    @Option(names = "--round", defaultValue = "PT4S", description = "Length of a round.")
    private Duration round = Duration.ofSeconds(4);

    @Option(
        names = "--only",
        split = ",",
        defaultValue = "STARTS,SEARCH,REPEATED,PAGES,DATASET,PACKED,SHOW,CKAN,WALK",
        description = "What to measure, of ${COMPLETION-CANDIDATES}; all of it by default.")
    private Set<Part> parts = Set.of();

    /** The ceilings that the parts are compared with. */
    RawMeasure ceilings(
        Common common,
        BenchCatalog catalog,
        List<Workloads.Question> questions,
        ResultTable results)
        throws Exception {
      var none = new RawMeasure(0, 0, 0);
      var searches =
          parts.contains(Part.SEARCH)
              ? RawMeasure.searches(catalog, common.generator(), questions, results)
              : none;
      return searches.and(parts.contains(Part.WALK) ? RawMeasure.pages(catalog, results) : none);
    }

    ServeMeasure measure(Common common, BenchFacts facts) {
      var plan =
          new ServeMeasure.Plan(
              application, common.data, jvm, connections, rounds, warmUp, round, parts);
      return new ServeMeasure(plan, facts, System.err);
    }
  }

  private static BenchFacts facts(
      Common common, BenchCatalog catalog, List<Workloads.Question> questions) {
    return new BenchFacts(
        catalog.port(),
        catalog.size(),
        catalog.onPages(),
        questions,
        catalog.names(Workloads.someIds(common.generator(), catalog.size())),
        common.generator(),
        catalog.sysadminToken());
  }

  @Command(
      name = "serve-load",
      description = "Starts the real server and loads it, beside a bare one.",
      mixinStandardHelpOptions = true)
  static final class ServeLoad implements Callable<Integer> {
    @Mixin private Common common = new Common();
    @Mixin private Pool pool = new Pool();
    @Mixin private Load load = new Load();

    @Override
    public Integer call() throws Exception {
      var results = common.table("Serving");
      RawMeasure raw;
      BenchFacts facts;
      try (var catalog = common.openFilled()) {
        var questions = pool.questions(common, catalog.size());
        raw = load.ceilings(common, catalog, questions, results);
        facts = facts(common, catalog, questions);
      }
      load.measure(common, facts).run(raw, results);
      DiskMeasure.run(common.data, facts.size(), results);
      Common.print(results);
      return 0;
    }
  }

  @Command(
      name = "heap",
      description = "Tries the server with less and less heap.",
      mixinStandardHelpOptions = true)
  static final class Heap implements Callable<Integer> {
    @Mixin private Common common = new Common();
    @Mixin private Pool pool = new Pool();
    @Mixin private Load load = new Load();

    @Option(
        names = "--sizes",
        split = ",",
        defaultValue = "2g,1g,768m,512m,384m,256m",
        description = "Heaps to try, largest first.")
    private List<String> sizes = List.of();

    @Override
    public Integer call() throws Exception {
      var results = common.table("Heap");
      BenchFacts facts;
      try (var catalog = common.openFilled()) {
        facts = facts(common, catalog, pool.questions(common, catalog.size()));
      }
      load.measure(common, facts).heap(sizes, results);
      Common.print(results);
      return 0;
    }
  }

  @Command(
      name = "disk",
      description = "Tells the disk that a dataset takes.",
      mixinStandardHelpOptions = true)
  static final class Disk implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Override
    public Integer call() {
      var results = common.table("Disk");
      try (var catalog = common.openFilled()) {
        DiskMeasure.run(common.data, catalog.size(), results);
      }
      Common.print(results);
      return 0;
    }
  }

  @Command(
      name = "register",
      description =
          "Harvests a made-up charging register for one town. Say the heap with BENCH_JAVA_OPTS:"
              + " -Xmx256m for csv, -Xmx384m for xlsx.",
      mixinStandardHelpOptions = true)
  static final class Register implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Option(names = "--rows", defaultValue = "117000", description = "Rows, 117000 by default.")
    private int rows;

    @Option(names = "--format", defaultValue = "csv", description = "csv (default) or xlsx.")
    private String format = "csv";

    @Override
    public Integer call() throws Exception {
      var results = common.table("Register of " + rows + " rows");
      Files.createDirectories(common.data);
      var file = common.data.resolve("register-" + rows + "." + format);
      var isSheet = format.equals("xlsx");
      if (!Files.exists(file)) {
        var generator = new RegisterGenerator(common.seed, rows);
        if (isSheet) {
          generator.writeXlsx(file);
        } else {
          generator.writeCsv(file);
        }
      }
      var target = Duration.ofSeconds(isSheet ? 20 : 6);
      new RegisterMeasure(common.data).run(format, file.toAbsolutePath(), target, results);
      Common.print(results);
      return 0;
    }
  }

  @Command(
      name = "table-page",
      description = "The page of a large file: its preparation, then its rows over HTTP.",
      mixinStandardHelpOptions = true)
  static final class TablePage implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Option(names = "--rows", defaultValue = "1000000", description = "Rows, 1000000 by default.")
    private int rows;

    @Option(names = "--connections", defaultValue = "16", description = "Connections, 16.")
    private int connections;

    @Option(names = "--time", defaultValue = "PT10S", description = "Length of a round, PT10S.")
    private Duration time = Duration.ofSeconds(10);

    @Override
    public Integer call() throws Exception {
      var results = common.table("The page of a file of " + rows + " rows");
      Files.createDirectories(common.data);
      try (var measure = TablePageMeasure.open(common.data, common.seed, rows)) {
        measure.prepare(results);
        measure.ask(connections, time, results);
      }
      Common.print(results);
      return 0;
    }
  }

  @Command(
      name = "oparl",
      description = "Harvests a council with many papers over HTTP.",
      mixinStandardHelpOptions = true)
  static final class Oparl implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Option(
        names = "--papers",
        defaultValue = "10000",
        description = "Papers, 10000 by default, a hundred a page.")
    private int papers;

    @Option(
        names = "--delay",
        defaultValue = "PT0.1S",
        description = "How long the server takes for a page, PT0.1S by default.")
    private Duration delay = Duration.ZERO;

    @Override
    public Integer call() throws Exception {
      var results = common.table("Council with " + papers + " papers");
      Files.createDirectories(common.data);
      try (var council = CouncilServer.start(papers, delay)) {
        new OparlMeasure(common.data, council).run(results);
      }
      Common.print(results);
      return 0;
    }
  }

  @Command(
      name = "search-quality",
      description = "Compares what the product finds with what plain analyzers find.",
      mixinStandardHelpOptions = true)
  static final class SearchWords implements Callable<Integer> {
    @Option(
        names = "--titles",
        defaultValue = "../shared/real-data/reference/municipal-datasets-2020.json",
        description = "JSON list of objects with a name; left out when it is not there.")
    private Path titles = Path.of("");

    @Option(names = "--weak", description = "Name the queries that were answered badly instead.")
    private boolean weak;

    @Override
    public Integer call() throws IOException {
      var folder = Files.createTempDirectory("search-quality");
      var quality = new SearchQuality(folder);
      System.out.println(weak ? quality.weak(titles) : quality.run(titles));
      return 0;
    }
  }
}
