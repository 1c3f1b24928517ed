package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.files.FileStore;
import org.allmende.catalog.ledger.SqliteLedger;
import org.allmende.harvest.HarvestRun;
import org.allmende.harvest.Harvester;
import org.allmende.harvest.ProgressListener;
import org.allmende.harvest.Reason;
import org.allmende.harvest.RunOptions;
import org.allmende.harvest.fetch.Fetchers;
import org.allmende.harvest.fetch.Validators;
import org.allmende.harvest.fetch.Waiter;
import org.allmende.harvest.guess.SourceGuess;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.harvest.source.table.ReadingNotes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every real file beside the repository is harvested with all its rows accounted for, or refused
 * with a reason; the table of that is {@code docs/sources/coverage.md}. What has a ready-made type
 * is read by it, everything else by what {@code source guess} proposes. With {@code
 * -Dallmende.docs=write} this test writes the table anew.
 */
class CoverageIT {

  private static final Path DATA = Path.of("..", "..", "shared", "real-data");
  private static final Path FILE = Path.of("..", "docs", "sources", "coverage.md");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final int REASONS_SHOWN = 2;
  private static final int LENGTH_SHOWN = 240;

  /** File or folder, type, and the town for which it is read: name, key, postcodes. */
  private static final String TYPES =
      """
      charging/bnetza-2018-berlin.csv        charging-register  Berlin 11000000 10115,10178
      charging/bnetza-2022-koeln.csv         charging-register  Köln 05315000 50569,50667
      charging/bnetza-2026-02-utf8bom.csv    charging-register  Heroldstatt 08425130 72535
      charging/bnetza-2026-api.json          charging-register  Düsseldorf 05111000 40474,40213
      charging/muenster-2022.csv             charging-register  Münster 05515000 48143,48149,48155
      charging/ocpi-herrenberg.json          ocpi               Herrenberg 08115021 71083
      charging/ocpi-ludwigsburg-page1.json   ocpi               Ludwigsburg 08118048 71634,71636,71638,71640,71642
      charging/ocpi-ludwigsburg-page2.json   ocpi               Ludwigsburg 08118048 71634,71636,71638,71640,71642
      elections/vaterstetten/btw2021-gemeinde.csv           elections  Vaterstetten 09175132 85591
      elections/vaterstetten/btw2021-wahlbezirke.csv        elections  Vaterstetten 09175132 85591
      elections/vaterstetten/gemeinderat2020-gemeinde.csv   elections  Vaterstetten 09175132 85591
      elections/vaterstetten/votemanager-open_data.json     elections  Vaterstetten 09175132 85591
      oparl/karlsruhe/                       oparl              Karlsruhe 08212000 76133
      oparl/spec-1.1/                        oparl              Köln 05315000 50667
      oparl/steinhagen/                      oparl              Steinhagen 05754040 33803
      open311/koeln-requests-2016.json       open311            Köln 05315000 50667
      townhall/muenchen-dienstleistungen.json  services         München 09162000 80331
      townhall/schemaorg-events.json         events             Münster 05515000 48143
      townhall/zms-waiting-report.json       appointments       München 09162000 80331
      townhall/zms-warehouse.json            appointments       München 09162000 80331
      wlan/ffapi-ebermannstadt.json          freifunk           Ebermannstadt 09474121 91320
      wlan/ffapi-haan.json                   freifunk           Haan 05158008 42781
      wlan/ffapi-hassberge.json              freifunk           Haßfurt 09674147 97437
      wlan/ffapi-mettmann.json               freifunk           Mettmann 05158024 40822
      wlan/ffapi-nuernberg.json              freifunk           Nürnberg 09564000 90402
      wlan/freifunk-directory.json           freifunk           Haan 05158008 42781
      wlan/freifunk-dresden-nodes.json       freifunk           Dresden 14612000 01067
      wlan/meshviewer.json                   freifunk           Erlangen 09562000 91052
      wlan/muenchen-wlan.json                wlan-list          München 09162000 80331
      wlan/yanic-state.json                  freifunk           Erlangen 09562000 91052
      """;

  private static final String HEAD =
"""
      # How real files fare

      Files that German towns and others really published, each harvested once: with its ready-made type, or, where the second column names a format, with the mapping
      that `allmende source guess` proposed for it. Every row is accounted for: read = kept + skipped, and what is skipped has a reason. A file that is no source is
      refused, and says where and why. Of an election a row is one number of one district, of which a file has many in a line. A community's API file leads to lists on other
hosts, which a source that is a file does not ask. The files themselves are not part of the repository.

      This table is made by a test where the files lie beside the repository:
      `mvn -pl api-server -am verify -Dit.test=CoverageIT -Dallmende.docs=write -Dfailsafe.failIfNoSpecifiedTests=false`

      | file | read as | table | read | kept | skipped, and why |
      |---|---|---|---:|---:|---|
""";

  private static final Pattern COUNTED =
      Pattern.compile("(?:… and )?([\\d,.]+) (?:rows|more)\\b.*");

  @TempDir private Path temp;

  /** How a file or folder is read. */
  private record Given(String file, Optional<String> type, String town) {}

  @Test
  void accountsForEveryRowOfEveryRealFile() throws IOException {
    if (!Files.isDirectory(DATA)) {
      System.out.println("Skipped: the real municipal data are not beside the repository.");
      Assumptions.abort("no real municipal data beside the repository");
    }
    var text = new StringBuilder(HEAD);
    for (var given : all()) {
      row(given).forEach(line -> text.append(line).append('\n'));
    }
    if ("write".equals(System.getProperty("allmende.docs"))) {
      Files.writeString(FILE, text);
    }
    assertEquals(
        text.toString(),
        Files.readString(FILE),
        "docs/sources/coverage.md is stale; write it anew with -Dallmende.docs=write");
  }

  private static List<Given> all() throws IOException {
    var all = new ArrayList<Given>();
    for (var line : TYPES.lines().toList()) {
      var parts = line.strip().split("\\s+", 3);
      all.add(new Given(parts[0], Optional.of(parts[1]), parts[2]));
    }
    for (var file : files()) {
      if (all.stream().noneMatch(given -> file.startsWith(given.file()))) {
        all.add(new Given(file, Optional.empty(), "Musterstadt 13099001 19999"));
      }
    }
    all.sort(java.util.Comparator.comparing(Given::file));
    return all;
  }

  private static List<String> files() throws IOException {
    try (var walk = Files.walk(DATA)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> DATA.relativize(file).toString())
          .filter(file -> !file.matches("(catalogs|reference)/.*|README\\.md"))
          .sorted()
          .toList();
    }
  }

  private List<String> row(Given given) throws IOException {
    var file = DATA.resolve(given.file()).toAbsolutePath().normalize();
    if (given.file().startsWith("osm/overpass")) {
      return List.of(boundary(given, file));
    }
    String settings;
    try {
      settings = given.type().isPresent() ? typed(given, file) : guessed(file);
    } catch (IOException e) {
      return List.of(refused(given, "guess", Reason.of(e).text("en")));
    }
    var config = config(given, settings);
    var run = run(config);
    var format = given.type().orElse(config.sources().getFirst().format());
    if (run.tables().isEmpty()) {
      return List.of(refused(given, format, why(run)));
    }
    var lines = new ArrayList<String>();
    run.tables().forEach((key, table) -> lines.add(line(given, format, key, table.notes())));
    return lines;
  }

  private static String why(HarvestRun run) {
    var warnings = run.warnings().stream().map(warning -> warning.text("en"));
    return Stream.concat(Stream.of(run.message("en")), warnings)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private String boundary(Given given, Path file) throws IOException {
    var gazetteer = Gazetteer.in(Files.createTempDirectory(temp, "gazetteer"));
    var imported = gazetteer.importFile(file).boundaries().size();
    return "| `%s` | `gazetteer import` | | %d | %d | |"
        .formatted(given.file(), imported, imported);
  }

  private static String typed(Given given, Path file) {
    return "sources:\n  - {id: quelle, type: %s, location: \"%s\", defaults: {license: dl-zero-de/2.0}}\n"
        .formatted(given.type().orElseThrow(), file);
  }

  private static String guessed(Path file) throws IOException {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var source = Documents.named(file.toString());
    var fetcher = Fetchers.standard(clock, Waiter.sleeping()).open(source, Validators.none());
    return SourceGuess.propose(source, fetcher, NOW);
  }

  private ServerConfig config(Given given, String settings) throws IOException {
    var town = given.town().split(" ");
    var head =
        """
        catalog: {language: en}
        municipality: {name: %s, ags: "%s", postcodes: [%s]}
        organizations: [{name: stadt, title: Stadt}]
        defaults: {contact: {name: Offene Daten, email: offene-daten@stadt.example}}
        """
            .formatted(town[0], town[1], '"' + town[2].replace(",", "\",\"") + '"');
    var folder = Files.createTempDirectory(temp, "settings");
    var file = Files.writeString(folder.resolve("allmende.yaml"), head + settings);
    return ServerConfig.read(
        new ServerConfig.Arguments(Optional.of(file), Optional.of(folder), folder, Map.of()),
        Map.of());
  }

  private HarvestRun run(ServerConfig config) throws IOException {
    try (var catalog =
        Catalog.open(
            config.catalog(),
            SqliteLedger.open(Files.createTempDirectory(temp, "ledger").resolve("allmende.db")),
            new FileStore(Files.createTempDirectory(temp, "files")),
            Clock.fixed(NOW, ZoneOffset.UTC))) {
      return Harvester.standard(catalog, config.departure())
          .run(config.sources().getFirst(), RunOptions.usual(), ProgressListener.silent());
    }
  }

  private static String line(Given given, String format, String key, ReadingNotes notes) {
    var skipped = notes.rowsRead() - notes.rowsKept();
    assertEquals(skipped, explained(notes.skipped()), given.file() + ": " + notes.skipped());
    return "| `%s` | `%s` | %s | %d | %d | %s |"
        .formatted(
            given.file(),
            format,
            key,
            notes.rowsRead(),
            notes.rowsKept(),
            skipped == 0 ? "" : skipped + ": " + shown(notes.skipped()));
  }

  /** Of how many rows the reasons tell. */
  private static int explained(List<String> reasons) {
    return reasons.stream()
        .mapToInt(
            reason -> {
              var counted = COUNTED.matcher(reason);
              return counted.matches()
                  ? Integer.parseInt(counted.group(1).replaceAll("\\D", ""))
                  : 1;
            })
        .sum();
  }

  private static String shown(List<String> reasons) {
    var first = reasons.stream().limit(REASONS_SHOWN).collect(Collectors.joining("; "));
    return safe(first + (reasons.size() > REASONS_SHOWN ? "; …" : ""));
  }

  private static String refused(Given given, String format, String why) {
    assertTrue(!why.isBlank(), given.file() + " is refused without a reason");
    return "| `%s` | `%s` | | | | refused: %s |".formatted(given.file(), format, safe(why));
  }

  /** Where the data lie behind any link. */
  private static Path realData() {
    try {
      return DATA.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In one cell of a table, and without the place on this machine. */
  private static String safe(String text) {
    var whole =
        text.replace(DATA.toAbsolutePath().normalize() + "/", "")
            .replace(realData() + "/", "")
            .replaceAll("\\s+", " ")
            .replace("|", "\\|");
    return whole.length() > LENGTH_SHOWN ? whole.substring(0, LENGTH_SHOWN) + "…" : whole;
  }
}
