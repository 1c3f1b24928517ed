package org.allmende.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.catalog.Catalog;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.search.language.SynonymFile;
import org.allmende.harvest.DeparturePeriods;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.book.SourceBook;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.settings.SettingsException;
import org.allmende.server.ckan.CkanSettings;
import org.allmende.server.format.html.Embedding;
import org.allmende.server.format.html.Look;
import org.allmende.server.http.HttpServer;
import org.allmende.server.sparql.SparqlLimits;

/**
 * All settings, valid: read from command line, environment, file and defaults, in that order
 * (DESIGN 7).
 *
 * @param dataDirectory where all state lies
 * @param file the settings file; empty: none was found
 * @param catalog what the operator says about the catalog
 * @param hasOwnUrl true when {@code catalog.url} was set, false when it is this machine's
 * @param host the interface to listen on
 * @param port the port to listen on; 0: any free one
 * @param sparql limits of SPARQL
 * @param dumpsEvery how old a dump becomes before the next is written; zero: none is
 * @param synonyms the operator's own words that mean the same
 * @param pages the operator's texts of the duty pages, by the last word of their settings
 * @param look what makes the pages look like the town's
 * @param embedding who may show our small pages in a frame
 * @param limits limits of requests and pages
 * @param fetch limits and manners of fetching
 * @param departure how long what a source no longer has is still shown
 * @param ckan what holds for CKAN's API
 * @param sources what is harvested, in the order of the file
 * @param effective each setting with where it came from
 */
record ServerConfig(
    Path dataDirectory,
    Optional<Path> file,
    CatalogSettings catalog,
    boolean hasOwnUrl,
    String host,
    int port,
    SparqlLimits sparql,
    Duration dumpsEvery,
    Optional<SynonymFile> synonyms,
    Map<String, LocalizedText> pages,
    Look look,
    Embedding embedding,
    Limits limits,
    FetchPolicy fetch,
    DeparturePeriods departure,
    CkanSettings ckan,
    List<HarvestSource> sources,
    List<Effective> effective) {

  ServerConfig {
    pages = Map.copyOf(pages);
    sources = List.copyOf(sources);
    effective = List.copyOf(effective);
  }

  /** Limits in bytes. */
  record Limits(long requestBytes, long harvestPageBytes, long validateBytes) {}

  /** What a setting is in the end, and where that stands; secrets are masked already. */
  record Effective(String name, String value, String origin) {}

  /**
   * What the command line says.
   *
   * @param file {@code --config}
   * @param data {@code --data}
   * @param standardData data directory when nothing names one
   * @param overrides settings by name, such as {@code server.port}
   */
  record Arguments(
      Optional<Path> file, Optional<Path> data, Path standardData, Map<String, String> overrides) {

    Arguments {
      overrides = Map.copyOf(overrides);
    }

    /** No arguments at all. */
    static Arguments none() {
      return new Arguments(Optional.empty(), Optional.empty(), Path.of("data"), Map.of());
    }
  }

  /**
   * Reads the settings.
   *
   * @throws SettingsException with everything that is wrong with them
   */
  static ServerConfig read(Arguments arguments, Map<String, String> environment) {
    return ConfigReader.read(arguments, environment);
  }

  /** The same, with what {@code config show} tells. */
  ServerConfig withEffective(List<Effective> shown) {
    return new ServerConfig(
        dataDirectory,
        file,
        catalog,
        hasOwnUrl,
        host,
        port,
        sparql,
        dumpsEvery,
        synonyms,
        pages,
        look,
        embedding,
        limits,
        fetch,
        departure,
        ckan,
        sources,
        shown);
  }

  /** The same, listening on this port; the address of this machine follows it. */
  ServerConfig withPort(int other) {
    var moved = hasOwnUrl ? catalog : catalog.withUrl("http://localhost:" + other);
    return new ServerConfig(
        dataDirectory,
        file,
        moved,
        hasOwnUrl,
        host,
        other,
        sparql,
        dumpsEvery,
        synonyms,
        pages,
        look,
        embedding,
        limits,
        fetch,
        departure,
        ckan,
        sources,
        effective);
  }

  /** All sources there are: these, and those that were made over the API. */
  SourceBook sourceBook(Catalog catalog) {
    var name = file.map(path -> path.getFileName().toString()).orElse("allmende.yaml");
    return new SourceBook(catalog, sources, fetch, name);
  }

  /** The source with this id. */
  Optional<HarvestSource> source(String id) {
    return sources.stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /** Where and how the HTTP server listens. */
  HttpServer.Settings http(String rootPath) {
    return new HttpServer.Settings(host, port, rootPath, limits.requestBytes());
  }
}
