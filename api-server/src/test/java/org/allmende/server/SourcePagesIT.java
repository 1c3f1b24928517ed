package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.catalog.model.DatasetView;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.ProgressListener;
import org.allmende.harvest.RunOptions;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.ready.SourceType;
import org.allmende.harvest.source.ready.SourceTypes;
import org.allmende.vocab.codelist.Concept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example below {@code docs/sources} is harvested from a small sample, and gives what its
 * page says. With {@code -Dallmende.docs=write} this test writes what it gives into the pages.
 */
class SourcePagesIT {

  private static final Path SAMPLES = Path.of("src", "test", "resources", "sources");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final int ROWS_SHOWN = 2;

  private static final Pattern HOST =
      Pattern.compile("location: *\"?(https://[a-z0-9.-]+\\.example)");
  private static final Pattern LINK =
      Pattern.compile("\\[`([a-z0-9-]+)`\\]\\(([a-z0-9-]+\\.md)\\)");

  private static final List<String> SECTIONS =
      List.of("## Example", "## What is left out, and why", "## Personal data");

  /** What all examples have in common; the index of the pages shows it. */
  private static final String TOWN =
      """
      catalog: {language: en}
      municipality: {name: Musterstadt, ags: "13099001", ars: "130990001001", postcodes: ["19999"]}
      organizations:
        - {name: stadt-musterstadt, title: Stadt Musterstadt, type: LocalAuthority}
      defaults:
        contact: {name: Offene Daten, email: offene-daten@musterstadt.example}
      """;

  private static final String MANNERS =
      "fetch: {allow-private: [\"127.0.0.1\"], pause: 0s, retries: 0}\n";

  @TempDir private Path temp;

  static List<SourcePage> pages() throws IOException {
    return SourcePage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void harvestingAnExampleGivesWhatThePageSays(SourcePage page) throws IOException {
    if ("write".equals(System.getProperty("allmende.docs"))) {
      page.write(example -> harvested(page, example));
    }
    assertFalse(page.examples().isEmpty(), page + " shows no example with its result");
    for (var example : page.examples()) {
      assertEquals(
          example.result(),
          harvested(page, example),
          page + ".md is stale; write it anew with -Dallmende.docs=write");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageSaysWhatIsLeftOutAndWhatBecomesOfPersonalData(SourcePage page) {
    for (var section : SECTIONS) {
      assertTrue(page.text().contains("\n" + section + "\n"), page + " lacks " + section);
    }
    for (var example : page.examples()) {
      assertTrue(example.settings().lines().count() <= 24, page + ": an example is short");
    }
  }

  @Test
  void everyFormatAndTypeHasAPageWithAnExample() throws IOException {
    var index = Files.readString(SourcePage.FOLDER.resolve("README.md"));
    var linked = new java.util.HashMap<String, String>();
    LINK.matcher(index).results().forEach(link -> linked.put(link.group(1), link.group(2)));
    var lacking = new ArrayList<String>();
    names("format", SourceFormats.general().stream().map(SourceFormat::id), linked, lacking);
    names("type", SourceTypes.all().stream().map(SourceType::id), linked, lacking);

    assertEquals(List.of(), lacking, "docs/sources/README.md leads to no example of these");
  }

  private static void names(
      String key, Stream<String> ids, Map<String, String> linked, List<String> lacking) {
    ids.filter(id -> !isShown("(format|type): " + id, linked.getOrDefault(id, "")))
        .map(id -> key + " " + id)
        .forEach(lacking::add);
  }

  private static boolean isShown(String line, String page) {
    var file = SourcePage.FOLDER.resolve(page);
    return Files.isRegularFile(file)
        && new SourcePage(file)
            .examples().stream()
                .anyMatch(e -> Pattern.compile("(?m) " + line + "$").matcher(e.settings()).find());
  }

  @Test
  void theIndexShowsWhatAllExamplesHaveInCommon() throws IOException {
    assertTrue(Files.readString(SourcePage.FOLDER.resolve("README.md")).contains(TOWN));
  }

  /** Harvests an example into a catalog of its own; the datasets, and the run's report. */
  private String harvested(SourcePage page, SourcePage.Example example) {
    var host = HOST.matcher(example.settings());
    assertTrue(host.find(), page + ": a location is at a host that ends with .example");
    try (var sample = SampleHost.start(SAMPLES.resolve(page.name()), host.group(1))) {
      var folder = Files.createTempDirectory(temp, "example-");
      var settings = TOWN + MANNERS + sample.here(example.settings());
      var config = read(Files.writeString(folder.resolve("allmende.yaml"), settings));
      return sample.there(harvested(config, folder, SAMPLES.resolve(page.name())));
    } catch (IOException e) {
      throw new AssertionError(page + ": " + e.getMessage(), e);
    }
  }

  private static ServerConfig read(Path file) {
    var folder = file.resolveSibling("data");
    return ServerConfig.read(
        new ServerConfig.Arguments(Optional.of(file), Optional.of(folder), folder, Map.of()),
        Map.of());
  }

  private static String harvested(ServerConfig config, Path folder, Path samples)
      throws IOException {
    var text = new StringBuilder();
    var gazetteer = Gazetteer.in(Files.createDirectories(folder.resolve("data")));
    if (Files.exists(samples.resolve("boundary.geojson"))) {
      gazetteer.importFile(samples.resolve("boundary.geojson"));
    }
    try (var catalog =
        Catalog.open(
            config.catalog(),
            SqliteLedger.open(folder.resolve("allmende.db")),
            new FileStore(folder.resolve("files")),
            Clock.fixed(NOW, ZoneOffset.UTC))) {
      var harvester = Harvester.standard(catalog, config.departure(), gazetteer, RawCopies.none());
      var reports = new StringBuilder();
      for (var source : config.sources()) {
        var run = harvester.run(source, RunOptions.usual(), ProgressListener.silent());
        reports.append(run.text("en").replaceAll("(?m)^  (Began|Next run|new:).*\\n", ""));
      }
      for (var entry : catalog.entriesAfter(0, 1_000, false)) {
        text.append(dataset(entry.view(), catalog));
      }
      return text.append(reports).toString();
    }
  }

  /** A dataset's title and what can be had of it; how its CSV begins. */
  private static String dataset(DatasetView view, Catalog catalog) throws IOException {
    var formats =
        view.distributions().stream()
            .map(d -> d.format().map(Concept::code).or(d::formatText).orElse("no format"))
            .sorted()
            .toList();
    var text =
        new StringBuilder(view.title().in("en").orElse("?"))
            .append(": ")
            .append(String.join(", ", formats))
            .append('\n');
    for (var distribution : view.distributions()) {
      var isCsv = distribution.format().map(Concept::code).filter("CSV"::equals).isPresent();
      var file = distribution.checksum().filter(c -> isCsv).flatMap(catalog.files()::find);
      if (file.isPresent()) {
        Files.readAllLines(file.get()).stream()
            .limit(ROWS_SHOWN)
            .forEach(line -> text.append("  ").append(line).append('\n'));
      }
    }
    return text.append('\n').toString();
  }
}
