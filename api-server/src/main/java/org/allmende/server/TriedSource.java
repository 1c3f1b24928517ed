package org.allmende.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.catalog.CatalogSettings;
import org.allmende.harvest.HarvestSource;
import org.allmende.harvest.settings.SettingsNode;
import org.allmende.harvest.settings.SettingsProblems;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.table.MappingReader;
import org.jspecify.annotations.Nullable;

/**
 * The source that is to be tried, with the catalog that it is tried for: its municipality, its
 * language.
 *
 * @param data the catalog's data directory, for boundaries and the copy of the last good run
 */
record TriedSource(HarvestSource source, CatalogSettings catalog, Path data) {

  /** Reads it from a settings file, from one entry of its sources, or from a mapping file. */
  static TriedSource read(
      SettingsOptions settings,
      Console console,
      Path named,
      @Nullable String id,
      @Nullable String location,
      @Nullable String format)
      throws IOException {
    var file = Documents.requireFile(named);
    var problems = new SettingsProblems();
    var node =
        SettingsNode.parse(
            Files.readString(file),
            String.valueOf(file.getFileName()),
            console.environment(),
            problems);
    problems.throwIfAny();
    if (node.has("sources")) {
      return chosen(settings.readFile(file, console), id);
    }
    var config = settings.read(console);
    var source =
        node.has("location")
            ? entry(node, config, file, console, problems)
            : mapped(file, console, config, location, format, problems);
    problems.throwIfAny();
    return new TriedSource(source, config.catalog(), config.dataDirectory());
  }

  private static TriedSource chosen(ServerConfig config, @Nullable String id) {
    var ids = config.sources().stream().map(HarvestSource::id).toList();
    var wanted = id == null && ids.size() == 1 ? ids.getFirst() : id;
    var source = wanted == null ? Optional.<HarvestSource>empty() : config.source(wanted);
    return new TriedSource(
        source.orElseThrow(
            () ->
                new WrongCallException(
                    "Name one of the sources of the file: " + String.join(", ", ids) + ".")),
        config.catalog(),
        config.dataDirectory());
  }

  private static HarvestSource entry(
      SettingsNode node,
      ServerConfig config,
      Path file,
      Console console,
      SettingsProblems problems) {
    var folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    var reader =
        new SourceSettings(
            config.catalog(), config.fetch(), folder, console.environment(), problems);
    var source = reader.readOne(node);
    node.done();
    problems.throwIfAny();
    return source.orElseThrow(() -> new WrongCallException(file + " has no source."));
  }

  private static HarvestSource mapped(
      Path file,
      Console console,
      ServerConfig config,
      @Nullable String location,
      @Nullable String format,
      SettingsProblems problems) {
    var mapping = MappingReader.read(file, console.environment(), problems);
    problems.throwIfAny();
    if (mapping.isEmpty() || location == null) {
      throw new WrongCallException(
          file.getFileName() + " is a mapping file: say with --location what it is tried on.");
    }
    var wanted = Optional.ofNullable(format).or(() -> mapping.get().reader()).orElse("csv");
    if (SourceFormats.general().stream().noneMatch(f -> f.id().equals(wanted))) {
      throw new WrongCallException("Unknown format \"" + wanted + "\". Known: " + known() + ".");
    }
    var named = Documents.named(location);
    return new HarvestSource(
        "versuch",
        wanted,
        named.location(),
        mapping,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        named.defaults(),
        List.of(),
        named.fetchPolicy().within(config.fetch().limits()));
  }

  private static String known() {
    return SourceFormats.general().stream()
        .map(f -> f.id())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
