package org.allmende.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.model.DatasetSlug;
import org.allmende.harvest.CronExpression;
import org.allmende.harvest.Defaults;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.HarvestSource.Schedule;
import org.allmende.harvest.fetch.FetchPolicy;
import org.allmende.harvest.settings.Nearest;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.allmende.harvest.source.SourceFormat;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.ready.SourceType;
import org.allmende.harvest.source.ready.SourceTypes;
import org.allmende.harvest.source.table.Mapping;
import org.allmende.harvest.source.table.MappingReader;
import org.allmende.vocab.codelist.CodeLists;

/** Reads the sources of the settings file. */
final class SourceSettings {
  /**
   * Their entries come with descriptions of their own, so the catalog's defaults are not theirs.
   */
  private static final Set<String> CATALOG_FORMATS = Set.of("ckan", "dcat");

  private static final Pattern PREFIX = Pattern.compile("https?://[^/\\s@?#]+/[^\\s?#]*");

  private final CatalogSettings catalog;
  private final FetchPolicy fetch;
  private final Path directory;
  private final Map<String, String> environment;
  private final SettingsProblems problems;

  /**
   * A reader of sources.
   *
   * @param directory from which relative paths count
   */
  SourceSettings(
      CatalogSettings catalog,
      FetchPolicy fetch,
      Path directory,
      Map<String, String> environment,
      SettingsProblems problems) {
    this.catalog = catalog;
    this.fetch = fetch;
    this.directory = directory;
    this.environment = environment;
    this.problems = problems;
  }

  /** All sources of the file; {@code defaults} are those of the whole catalog. */
  List<HarvestSource> read(SettingsNode root, SettingsNode defaults) {
    var common = new DefaultsSettings(catalog).ofCatalog(defaults);
    var sources = new ArrayList<HarvestSource>();
    var ids = new HashSet<String>();
    for (var item : root.items("sources")) {
      source(item, common)
          .ifPresent(
              source -> {
                if (!ids.add(source.id())) {
                  item.problem("id", "another source has the id \"" + source.id() + "\" already");
                }
                sources.add(source);
              });
    }
    return sources;
  }

  /** One source that stands in a file of its own. */
  Optional<HarvestSource> readOne(SettingsNode entry) {
    return source(entry, Defaults.none());
  }

  private Optional<HarvestSource> source(SettingsNode item, Defaults common) {
    item.requiredText("id");
    var id =
        item.parsed(
            "id",
            "must have letters, digits and \"-\" only",
            text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9-]+")));
    var type = type(item);
    var format = type.map(SourceType::format).or(() -> format(item));
    var location = item.requiredText("location").map(this::location);
    var mapping = mapping(item, type);
    var name =
        item.parsed(
            "name",
            "must have 2 to 100 characters of a-z 0-9 - _",
            text -> Optional.of(text).filter(DatasetSlug::isSlug).map(DatasetSlug::new));
    var tables = item.texts("tables");
    var schedule = schedule(item);
    var own = new DefaultsSettings(catalog).ofSource(item.section("defaults"));
    var override = override(item);
    var policy =
        fetch
            .withHosts(item.texts("hosts"))
            .rewriting(rewrites(item))
            .within(limits(item.section("limits")));
    if (id.isEmpty() || format.isEmpty() || location.isEmpty()) {
      return Optional.empty();
    }
    var defaults =
        CATALOG_FORMATS.contains(format.get().id())
            ? new DefaultsSettings(catalog).overriding(own, common, override)
            : defaults(own, type, common);
    requireContact(item, override, defaults);
    var source =
        new HarvestSource(
            id.get(),
            format.get().id(),
            location.get(),
            mapping,
            name,
            tables,
            schedule,
            defaults,
            override,
            policy,
            highValue(item));
    format.get().check(source).forEach(item::problem);
    return Optional.of(source);
  }

  private static List<FetchPolicy.Rewrite> rewrites(SettingsNode item) {
    var rewrites = new ArrayList<FetchPolicy.Rewrite>();
    for (var rewrite : item.items("rewrite")) {
      var from = prefix(rewrite, "from");
      var to = prefix(rewrite, "to");
      if (from.isPresent() && to.isPresent()) {
        rewrites.add(new FetchPolicy.Rewrite(from.get(), to.get()));
      }
    }
    return rewrites;
  }

  private static Optional<String> prefix(SettingsNode rewrite, String key) {
    rewrite.requiredText(key);
    return rewrite.parsed(
        key,
        "must be the beginning of an http(s) address, such as https://rat.example/oparl/",
        text -> Optional.of(text).filter(t -> PREFIX.matcher(t).matches()));
  }

  private static Map<String, List<String>> highValue(SettingsNode item) {
    var marks = new LinkedHashMap<String, List<String>>();
    for (var mark : item.items("high-value")) {
      var categories = Codes.several(mark, "categories", CodeLists.hvdCategories());
      if (categories.isEmpty()) {
        mark.problem("categories", "must name at least one HVD category, such as c_e4358335");
      }
      mark.requiredText("dataset").ifPresent(dataset -> marks.put(dataset, categories));
    }
    return marks;
  }

  /** What the operator says wins over what the type knows, that over the whole catalog's. */
  private Defaults defaults(Defaults own, Optional<SourceType> type, Defaults common) {
    var settings = new DefaultsSettings(catalog);
    return settings.merged(
        type.map(t -> DefaultsSettings.over(own, t.defaults())).orElse(own), common);
  }

  /** A ready-made type brings format and mapping. */
  private static Optional<SourceType> type(SettingsNode item) {
    var wanted = item.text("type");
    var type = wanted.flatMap(SourceTypes::find);
    if (wanted.isPresent() && type.isEmpty()) {
      var known = SourceTypes.all().stream().map(SourceType::id).toList();
      item.problem(
          "type", "unknown type \"" + wanted.get() + "\". " + Nearest.hint(wanted.get(), known));
    }
    if (wanted.isPresent() && item.has("format")) {
      item.problem(
          "format", "a source has either a \"type\", which brings its format, or a \"format\"");
    }
    return type;
  }

  private static Optional<SourceFormat> format(SettingsNode item) {
    if (item.has("type")) {
      return Optional.empty();
    }
    var formats = SourceFormats.general();
    var known = formats.stream().map(SourceFormat::id).sorted().toList();
    var wanted = item.requiredText("format");
    var format =
        formats.stream().filter(f -> wanted.filter(f.id()::equals).isPresent()).findFirst();
    if (wanted.isPresent() && format.isEmpty()) {
      item.problem(
          "format",
          "unknown format \"" + wanted.get() + "\". Known: " + String.join(", ", known) + ".");
    }
    return format;
  }

  private String location(String text) {
    return text.matches("https?://.*")
        ? text
        : directory.resolve(text).toAbsolutePath().normalize().toString();
  }

  private Optional<Mapping> mapping(SettingsNode item, Optional<SourceType> type) {
    if (type.isPresent()) {
      if (item.has("mapping")) {
        item.problem("mapping", "the type \"" + type.get().id() + "\" brings its own mapping");
      }
      return type.get().mapping();
    }
    if (item.isSection("mapping")) {
      return Optional.of(MappingReader.from(item.section("mapping")));
    }
    return item.text("mapping")
        .flatMap(file -> MappingReader.read(directory.resolve(file), environment, problems));
  }

  private static Optional<Schedule> schedule(SettingsNode item) {
    var every = item.duration("every").<Schedule>map(Schedule.Every::new);
    var cron = item.text("cron").filter(text -> isCron(item, text));
    if (every.isPresent() && cron.isPresent()) {
      item.problem("cron", "a source has either \"every\" or \"cron\", not both");
    }
    return every.or(() -> cron.map(Schedule.Cron::new));
  }

  private static boolean isCron(SettingsNode item, String text) {
    try {
      CronExpression.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      item.problem("cron", String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static List<String> override(SettingsNode item) {
    var known = List.of("publisher", "contact");
    var override = item.texts("override");
    override.stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                item.problem(
                    "override",
                    "\"" + name + "\" cannot be overridden. " + Nearest.hint(name, known)));
    return override;
  }

  /** To override without anything to put in its place would do nothing, in silence. */
  private static void requireContact(SettingsNode item, List<String> override, Defaults defaults) {
    if (override.contains("contact") && defaults.contact().isEmpty()) {
      item.problem(
          "override",
          "there is no contact to replace the source's with. Add one to the \"defaults\" of the"
              + " source or of the catalog");
    }
  }

  /** What a source says about its own size; the rest is as for all. */
  private FetchPolicy.Limits limits(SettingsNode node) {
    var usual = fetch.limits();
    return new FetchPolicy.Limits(
        node.parsed("max-size", "must be a size such as 512KiB or 10MiB", ConfigReader::bytes)
            .orElse(usual.maxBytes()),
        node.number("max-pages", 1, 1_000_000).orElse(usual.maxPages()),
        node.duration("max-time").orElse(usual.maxTime()),
        node.number("max-records", 1, 100_000_000).orElse(usual.maxRecords()));
  }
}
