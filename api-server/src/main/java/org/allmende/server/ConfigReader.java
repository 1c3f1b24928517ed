package org.allmende.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.CatalogSettings.ConfiguredOrganization;
import org.allmende.catalog.CatalogSettings.HarvestPages;
import org.allmende.catalog.CatalogSettings.Town;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.catalog.model.DatasetUri;
import org.allmende.catalog.model.LocalizedText;
import org.allmende.catalog.search.language.SynonymFile;
import org.allmende.harvest.DeparturePeriods;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.allmende.server.ServerConfig.Arguments;
import org.allmende.server.ckan.CkanSettings;
import org.allmende.server.format.html.Accent;
import org.allmende.server.format.html.Embedding;
import org.allmende.server.format.html.Logo;
import org.allmende.server.format.html.Look;
import org.allmende.server.format.html.StyleSheet;
import org.allmende.server.sparql.SparqlLimits;
import org.allmende.vocab.codelist.CodeLists;

/** Reads {@link ServerConfig}; everything that is wrong is reported together. */
final class ConfigReader {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB|GiB)");
  private static final Pattern URL = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");

  private final SettingsLayers layers;
  private final SettingsProblems problems;

  private ConfigReader(SettingsLayers layers, SettingsProblems problems) {
    this.layers = layers;
    this.problems = problems;
  }

  static ServerConfig read(Arguments arguments, Map<String, String> environment) {
    var problems = new SettingsProblems();
    var data = dataDirectory(arguments, environment);
    var file = settingsFile(arguments, environment, data, problems);
    var text = file.map(path -> contentOf(path, problems)).orElse("");
    var name = file.map(path -> String.valueOf(path.getFileName())).orElse("allmende.yaml");
    var root = SettingsNode.parse(text, name, environment, problems);
    var layers = new SettingsLayers(arguments.overrides(), environment, root, problems);
    layers.checkEnvironment(text);

    var directory = file.map(ConfigReader::folderOf).orElse(data);
    var config = new ConfigReader(layers, problems).config(data, file, directory, environment);
    root.done();
    problems.throwIfAny();
    return config.withEffective(
        EffectiveSettings.of(arguments.overrides(), environment, text, name));
  }

  private static Path dataDirectory(Arguments arguments, Map<String, String> environment) {
    return arguments
        .data()
        .or(() -> SettingsLayers.environmentPath(environment, "ALLMENDE_DATA").map(Path::of))
        .orElse(arguments.standardData())
        .toAbsolutePath()
        .normalize();
  }

  private static Optional<Path> settingsFile(
      Arguments arguments, Map<String, String> environment, Path data, SettingsProblems problems) {
    var named =
        arguments
            .file()
            .or(() -> SettingsLayers.environmentPath(environment, "ALLMENDE_CONFIG").map(Path::of));
    if (named.isPresent()) {
      if (!Files.isRegularFile(named.get())) {
        problems.add(named.get().toString(), "there is no such settings file");
        return Optional.empty();
      }
      return named.map(Path::toAbsolutePath);
    }
    return List.of(data.resolve("allmende.yaml"), Path.of("allmende.yaml")).stream()
        .filter(Files::isRegularFile)
        .map(Path::toAbsolutePath)
        .findFirst();
  }

  private static String contentOf(Path file, SettingsProblems problems) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      problems.add(file.toString(), "the settings file cannot be read as UTF-8 text: " + e);
      return "";
    }
  }

  private static Path folderOf(Path file) {
    var parent = file.getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  private ServerConfig config(
      Path data, Optional<Path> file, Path directory, Map<String, String> environment) {
    var port = number("server.port", 0, 65_535);
    var catalog = catalog(port);
    var fetch = fetch();
    var sources = new SourceSettings(catalog, fetch, directory, environment, problems);
    return new ServerConfig(
        data,
        file,
        catalog,
        !layers.find(SettingsTable.require("catalog.url")).origin().equals("default"),
        text("server.host"),
        port,
        new SparqlLimits(
            duration("sparql.timeout"),
            number("sparql.rows", 1, 100_000_000),
            number("sparql.concurrent", 1, 1_000)),
        duration("dumps.every"),
        synonyms(directory),
        pages(catalog.language()),
        look(catalog.language(), data, directory),
        embedding(),
        new ServerConfig.Limits(
            size("limits.request-size"),
            size("limits.harvest-page-size"),
            size("limits.validate-size")),
        fetch,
        new DeparturePeriods(duration("departure.deprecated"), duration("departure.withdrawn")),
        new CkanSettings(tokenHeader(), flag("ckan.public-users"), size("limits.upload-size")),
        sources.read(layers.group(""), layers.group("defaults")),
        List.of());
  }

  private Map<String, LocalizedText> pages(String language) {
    var texts = new HashMap<String, LocalizedText>();
    for (var setting : SettingsTable.pages()) {
      texts.put(setting.key(), localized(setting.name(), language));
    }
    return texts;
  }

  private Look look(String language, Path data, Path directory) {
    var accent = layers.find(SettingsTable.require("look.accent"));
    return new Look(
        accent.node().parsed(accent.key(), "must be a color such as \"#004f9f\"", Accent::find),
        logo(data, directory),
        localized("look.logo-text", language),
        styleSheet(data),
        flag("look.public-body"),
        localized("look.strip", language));
  }

  private Optional<StyleSheet> styleSheet(Path data) {
    try {
      return Optional.of(data.resolve("theme/theme.css"))
          .filter(Files::isRegularFile)
          .map(StyleSheet::read);
    } catch (IllegalArgumentException e) {
      problems.add("theme/theme.css", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Embedding embedding() {
    var hosts = layers.group("embed").texts("hosts");
    hosts.stream()
        .filter(host -> !Embedding.isHost(host))
        .forEach(
            host ->
                problems.add(
                    "embed.hosts",
                    "must be hosts such as https://www.musterstadt.example or"
                        + " *.musterstadt.example, got \""
                        + host
                        + "\""));
    return new Embedding(hosts.stream().filter(Embedding::isHost).toList());
  }

  private Optional<Logo> logo(Path data, Path directory) {
    try {
      return optional("look.logo")
          .map(directory::resolve)
          .or(() -> Optional.of(data.resolve("theme/logo.svg")).filter(Files::isRegularFile))
          .map(Logo::read);
    } catch (IllegalArgumentException e) {
      problems.add("look.logo", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<SynonymFile> synonyms(Path directory) {
    try {
      return optional("search.synonyms").map(directory::resolve).map(SynonymFile::open);
    } catch (IllegalArgumentException e) {
      problems.add("search.synonyms", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private String tokenHeader() {
    var layer = layers.find(SettingsTable.require("ckan.token-header"));
    return layer
        .node()
        .parsed(
            layer.key(),
            "must be the name of a header such as Authorization",
            text -> Optional.of(text).filter(name -> name.matches("[A-Za-z0-9-]+")))
        .orElse("Authorization");
  }

  private CatalogSettings catalog(int port) {
    var language = choice("catalog.language", List.of("de", "en"));
    return new CatalogSettings(
        url(port),
        localized("catalog.title", language),
        localized("catalog.description", language),
        language,
        timeZone(),
        number("catalog.page-size", 1, 1_000),
        HarvestPages.valueOf(
            choice("catalog.harvest-pages", List.of("valid", "importable"))
                .toUpperCase(java.util.Locale.ROOT)),
        license(),
        optional("catalog.homepage").filter(page -> !page.contains("{url}")),
        optional("catalog.contributor-id"),
        flag("catalog.legacy-geocoding"),
        town(),
        organizations());
  }

  private String url(int port) {
    var layer = layers.find(SettingsTable.require("catalog.url"));
    return layer
        .node()
        .parsed(
            layer.key(),
            "must be an absolute http(s) address",
            text ->
                Optional.of(text.replace("{port}", String.valueOf(port)))
                    .filter(ConfigReader::isUrl))
        .map(text -> text.replaceFirst("/+$", ""))
        .orElse("http://localhost:" + port);
  }

  private static boolean isUrl(String text) {
    return URL.matcher(text).matches();
  }

  private String timeZone() {
    var layer = layers.find(SettingsTable.require("catalog.time-zone"));
    return layer
        .node()
        .parsed(layer.key(), "must be a time zone such as Europe/Berlin", ConfigReader::zone)
        .orElse("Europe/Berlin");
  }

  private static Optional<String> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text).getId());
    } catch (DateTimeException e) {
      // The caller says what was expected and what came.
      return Optional.empty();
    }
  }

  private String license() {
    var layer = layers.find(SettingsTable.require("catalog.license"));
    return Codes.one(layer.node(), layer.key(), CodeLists.licenses())
        .orElse("http://dcat-ap.de/def/licenses/dl-zero-de/2.0");
  }

  private Optional<Town> town() {
    var group = layers.group("municipality");
    var name = optional("municipality.name");
    var ags = digits("municipality.ags", 8);
    var ars = digits("municipality.ars", 12);
    var postcodes = group.texts("postcodes");
    if (name.isEmpty() && ags.isEmpty()) {
      return Optional.empty();
    }
    if (name.isEmpty() || ags.isEmpty()) {
      group.problem("a municipality needs both its name and its ags, a key of 8 digits in quotes");
      return Optional.empty();
    }
    return Optional.of(new Town(name.get(), ags.get(), ars, postcodes));
  }

  private List<ConfiguredOrganization> organizations() {
    return layers.group("").items("organizations").stream()
        .flatMap(item -> organization(item).stream())
        .toList();
  }

  private static Optional<ConfiguredOrganization> organization(SettingsNode item) {
    var title = item.requiredText("title");
    item.requiredText("name");
    var name =
        item.parsed(
            "name",
            "must have 2 to 100 characters of a-z 0-9 - _",
            text -> Optional.of(text).filter(DatasetSlug::isSlug).map(DatasetSlug::new));
    var type = item.text("type");
    type.ifPresent(code -> Codes.one(item, "type", CodeLists.publisherTypes()));
    var homepage = address(item, "homepage");
    var iri =
        item.parsed(
            "iri",
            "must be an absolute IRI",
            text -> Optional.of(text).filter(DatasetUri::isAbsoluteIri));
    return name.flatMap(
        slug -> title.map(t -> new ConfiguredOrganization(slug, t, type, homepage, iri)));
  }

  /** An absolute http(s) address below a key. */
  static Optional<String> address(SettingsNode node, String key) {
    return node.parsed(
        key,
        "must be an absolute http(s) address",
        text -> Optional.of(text).filter(t -> t.matches("https?://\\S+")));
  }

  private FetchPolicy fetch() {
    return new FetchPolicy(
        text("fetch.user-agent"),
        new FetchPolicy.Limits(
            size("fetch.max-size"),
            number("fetch.max-pages", 1, 1_000_000),
            duration("fetch.max-time"),
            number("fetch.max-records", 1, 100_000_000)),
        new FetchPolicy.Patience(
            duration("fetch.connect-timeout"),
            duration("fetch.answer-timeout"),
            number("fetch.retries", 0, 100),
            duration("fetch.longest-wait"),
            duration("fetch.pause")),
        new FetchPolicy.Reach(List.of(), layers.group("fetch").texts("allow-private"), List.of()));
  }

  private String text(String name) {
    return optional(name).orElse("");
  }

  private Optional<String> optional(String name) {
    var layer = layers.find(SettingsTable.require(name));
    return layer.node().text(layer.key()).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Optional<String> digits(String name, int length) {
    var layer = layers.find(SettingsTable.require(name));
    return layer.node().digits(layer.key(), length);
  }

  private LocalizedText localized(String name, String language) {
    var layer = layers.find(SettingsTable.require(name));
    return layer
        .node()
        .localized(layer.key())
        .map(text -> tagged(text, language))
        .orElseGet(() -> LocalizedText.of(language, SettingsTable.require(name).standard()));
  }

  /** A plain text gets the catalog's language. */
  static LocalizedText tagged(LocalizedText text, String language) {
    return text.exactly("").map(plain -> LocalizedText.of(language, plain)).orElse(text);
  }

  private int number(String name, int min, int max) {
    var setting = SettingsTable.require(name);
    var layer = layers.find(setting);
    return layer
        .node()
        .number(layer.key(), min, max)
        .orElseGet(() -> Integer.parseInt(setting.standard()));
  }

  private boolean flag(String name) {
    var layer = layers.find(SettingsTable.require(name));
    return layer
        .node()
        .flag(layer.key())
        .orElseGet(() -> Boolean.parseBoolean(SettingsTable.require(name).standard()));
  }

  private String choice(String name, List<String> known) {
    var setting = SettingsTable.require(name);
    var layer = layers.find(setting);
    return layer.node().choice(layer.key(), known).orElse(setting.standard());
  }

  private Duration duration(String name) {
    var layer = layers.find(SettingsTable.require(name));
    return layer.node().duration(layer.key()).orElse(Duration.ofSeconds(30));
  }

  private long size(String name) {
    var layer = layers.find(SettingsTable.require(name));
    return layer
        .node()
        .parsed(layer.key(), "must be a size such as 512KiB or 10MiB", ConfigReader::bytes)
        .orElse(1L << 20);
  }

  /** A size such as {@code 10MiB}. */
  static Optional<Long> bytes(String text) {
    var match = SIZE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var shift =
        switch (match.group(2)) {
          case "KiB" -> 10;
          case "MiB" -> 20;
          case "GiB" -> 30;
          default -> 0;
        };
    return Optional.of(Long.parseLong(match.group(1)) << shift);
  }
}
