package org.allmende.harvest.source.ready;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.model.Identity;
import org.allmende.harvest.HarvestContext;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.Harvests;
import org.allmende.harvest.SourceRecord;
import org.allmende.harvest.fetch.Fetcher;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.harvest.source.Given;
import org.allmende.harvest.source.table.Table;

/** What the tests of ready-made types begin with: a source of the type, its tables. */
final class ReadyTypes {

  static final String LOCATION = "https://quelle.example/liste";

  /** Towns of which real files have rows. */
  static final Town COLOGNE = town("Köln", "05315000", "50569");

  static final Town BERLIN = town("Berlin", "11000000", "10115", "10178");
  static final Town HEROLDSTATT = town("Heroldstatt", "08425130", "72535");
  static final Town DUESSELDORF = town("Düsseldorf", "05111000", "40474", "40213");

  private ReadyTypes() {}

  static Town town(String name, String ags, String... postcodes) {
    return new Town(name, ags, Optional.empty(), List.of(postcodes));
  }

  /** A source of a type, as the settings make it. */
  static HarvestSource source(String type, String location) {
    var found = SourceTypes.find(type).orElseThrow();
    return Harvests.source(
        "quelle", found.format().id(), location, found.mapping(), found.defaults());
  }

  /** The only table of a document. */
  static Table read(String type, Town town, byte[] document) throws IOException {
    var fetcher = new Given.Pages().with(LOCATION, "", document);
    return read(type, town, LOCATION, fetcher).getFirst().table();
  }

  static Table read(String type, Town town, String document) throws IOException {
    return read(type, town, document.getBytes(StandardCharsets.UTF_8));
  }

  /** All tables of a source. */
  static List<SourceRecord.TableEntry> read(
      String type, Town town, String location, Fetcher fetcher) throws IOException {
    var source = source(type, location);
    var format = SourceTypes.find(type).orElseThrow().format();
    try (var records = format.open(source, context(source, town), fetcher)) {
      return records.map(SourceRecord.TableEntry.class::cast).toList();
    }
  }

  /** The only table of a document, chosen by a boundary: GeoJSON. */
  static Table readWithin(String type, Town town, Path folder, String boundary, byte[] document)
      throws IOException {
    var gazetteer = Gazetteer.in(folder);
    gazetteer.importFile(Files.writeString(folder.resolve("grenze.geojson"), boundary));
    var source = source(type, LOCATION);
    var fetcher = new Given.Pages().with(LOCATION, "", document);
    var context = context(source, town).within(gazetteer.boundaryOf(town));
    try (var records =
        SourceTypes.find(type).orElseThrow().format().open(source, context, fetcher)) {
      return records.map(SourceRecord.TableEntry.class::cast).toList().getFirst().table();
    }
  }

  static HarvestContext context(HarvestSource source, Town town) {
    return new HarvestContext(
        source, new Identity(Harvests.BASE, Harvests.BASE), settings(town), Harvests.NOW);
  }

  private static CatalogSettings settings(Town town) {
    var usual = Harvests.settings();
    return new CatalogSettings(
        usual.url(),
        usual.title(),
        usual.description(),
        usual.language(),
        usual.timeZone(),
        usual.pageSize(),
        usual.harvestPages(),
        usual.metadataLicense(),
        usual.homepage(),
        usual.contributorId(),
        usual.legacyGeocoding(),
        Optional.of(town),
        usual.organizations());
  }
}
