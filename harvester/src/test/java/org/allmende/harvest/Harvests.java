package org.allmende.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.Identity;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.MappingReader;
import org.allmende.harvest.source.table.Table;

/** What harvest tests are made of. */
public final class Harvests {

  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  public static final String BASE = "https://daten.musterstadt.example";

  private Harvests() {}

  /** A source of this format whose document is called {@code list} and comes from a test. */
  public static HarvestSource source(String format, Mapping mapping) {
    return source("liste", format, "https://quelle.example/list", Optional.of(mapping), titled());
  }

  public static HarvestSource source(
      String id, String format, String location, Optional<Mapping> mapping, Defaults defaults) {
    return new HarvestSource(
        id,
        format,
        location,
        mapping,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        defaults,
        List.of(),
        FetchPolicy.defaults());
  }

  /** Defaults that a data source needs: texts and a license. */
  public static Defaults titled() {
    return new Defaults(
        LocalizedText.of("", "Öffentliche Brunnen"),
        LocalizedText.of("", "Lage und Art der Brunnen."),
        Optional.empty(),
        Optional.of(
            new Defaults.Contact(
                "Offene Daten",
                Optional.of("offene-daten@musterstadt.example"),
                Optional.empty(),
                Optional.empty())),
        List.of("http://publications.europa.eu/resource/authority/data-theme/ENVI"),
        List.of("Brunnen"),
        Optional.of("http://publications.europa.eu/resource/authority/frequency/MONTHLY"),
        Optional.of("http://publications.europa.eu/resource/authority/planned-availability/STABLE"),
        Optional.of("http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of("http://dcat-ap.de/def/licenses/dl-by-de/2.0"),
        Optional.of("Stadt Musterstadt"));
  }

  /** The same without a license. */
  public static Defaults unlicensed() {
    var all = titled();
    return new Defaults(
        all.title(),
        all.description(),
        all.publisher(),
        all.contact(),
        all.themes(),
        all.keywords(),
        all.frequency(),
        all.availability(),
        all.accessRights(),
        all.language(),
        all.spatial(),
        all.references(),
        all.hvd(),
        Optional.empty(),
        Optional.empty());
  }

  public static CatalogSettings settings() {
    var local = CatalogSettings.local(8080);
    return new CatalogSettings(
        BASE,
        local.title(),
        local.description(),
        "de",
        "Europe/Berlin",
        100,
        local.harvestPages(),
        local.metadataLicense(),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.of(
            new Town("Musterstadt", "13099001", Optional.of("130990001001"), List.of("19999"))),
        List.of(
            new ConfiguredOrganization(
                new DatasetSlug("stadt-musterstadt"),
                "Stadt Musterstadt",
                Optional.of("LocalAuthority"),
                Optional.of("https://www.musterstadt.example/"),
                Optional.empty())));
  }

  public static HarvestContext context(HarvestSource source) {
    return new HarvestContext(source, new Identity(BASE, BASE), settings(), NOW);
  }

  /** A mapping written in a test. */
  public static Mapping mapping(String yaml) {
    var problems = new SettingsProblems();
    var node = SettingsNode.parse(yaml, "test.mapping.yaml", Map.of(), problems);
    var mapping = MappingReader.from(node);
    node.done();
    problems.throwIfAny();
    return mapping;
  }

  /** A mapping among the test resources. */
  public static Mapping mappingFile(String name) {
    try (InputStream in = Harvests.class.getResourceAsStream("/mappings/" + name)) {
      return mapping(
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The table that a format reads from a text in UTF-8. */
  public static Table read(SourceFormat format, Mapping mapping, String text) throws IOException {
    return read(format, mapping, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The table that a format reads from a document. */
  public static Table read(SourceFormat format, Mapping mapping, byte[] body) throws IOException {
    var source = source(format.id(), mapping);
    var fetcher = new FakeFetcher().with(source.location(), body);
    try (var records = format.open(source, context(source), fetcher)) {
      var entry = (SourceRecord.TableEntry) records.findFirst().orElseThrow();
      return inMemory(entry.table());
    }
  }

  /** The same whose rows stay when the source is closed, however many they are. */
  private static Table inMemory(Table table) {
    return new Table(
        table.columns(),
        List.copyOf(table.rows()),
        table.outputs(),
        table.stateDate(),
        table.notes());
  }

  /** The values of a column, from top to bottom. */
  public static List<Object> column(Table table, String name) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(name)) {
        int index = i;
        return table.rows().stream()
            .map(row -> java.util.Objects.<Object>requireNonNullElse(row.values().get(index), "-"))
            .toList();
      }
    }
    throw new AssertionError("no column " + name + " in " + table.columns());
  }
}
