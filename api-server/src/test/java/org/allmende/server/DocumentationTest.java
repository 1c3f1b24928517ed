package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.harvest.source.SourceFormats;
import org.allmende.harvest.source.ready.SourceTypes;
import org.allmende.server.format.OutputFormats;
import org.allmende.vocab.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the documentation must name, it names; what it shows, runs. */
class DocumentationTest {
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  @Test
  void everySettingIsDescribed() throws IOException {
    var text = doc("configuration.md");
    var missing = new ArrayList<String>();
    for (var setting : SettingsTable.all()) {
      var line = "| `" + documented(setting.name()) + "` |";
      if (!text.contains(line)) {
        missing.add(setting.name());
      }
    }
    assertEquals(List.of(), missing, "docs/configuration.md does not describe these settings");
  }

  @Test
  void everySettingIsDescribedWithItsDefaultAndSentence() throws IOException {
    var text = doc("configuration.md");

    for (var setting : SettingsTable.all()) {
      if (!setting.name().startsWith("sources[].defaults.")) {
        assertTrue(text.contains(setting.sentence()), setting.name() + ": " + setting.sentence());
      }
      if (!setting.standard().isEmpty()) {
        assertTrue(text.contains("`" + setting.standard() + "`"), setting.name());
      }
    }
  }

  @Test
  void everyExampleOfSettingsCanBeRead() throws IOException {
    var examples = YAML.matcher(doc("configuration.md")).results().map(m -> m.group(1)).toList();

    assertTrue(examples.size() >= 2, "docs/configuration.md shows no examples");
    for (var i = 0; i < examples.size(); i++) {
      var file = Files.writeString(directory.resolve("example-" + i + ".yaml"), examples.get(i));
      var arguments =
          new ServerConfig.Arguments(
              Optional.of(file), Optional.of(directory), directory, Map.of());
      ServerConfig.read(arguments, Map.of("CONTACT", "daten@musterstadt.example"));
    }
  }

  @Test
  void everyCommandIsDescribedWithItsOptions() throws IOException {
    var text = doc("commands.md");
    var console =
        new Console(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            Map.of(),
            false);
    for (var command : Main.commandLine(console).getSubcommands().entrySet()) {
      var name = command.getKey();
      if (!name.equals("help")) {
        assertTrue(text.contains("allmende " + name), "docs/commands.md does not name " + name);
        options(command.getValue())
            .forEach(o -> assertTrue(text.contains("`" + o), name + " " + o + " is not described"));
      }
    }
  }

  private static List<String> options(CommandLine command) {
    var options = new ArrayList<String>();
    for (var option : command.getCommandSpec().options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        options.add(option.longestName());
      }
    }
    command.getSubcommands().values().forEach(sub -> options.addAll(options(sub)));
    return options;
  }

  @Test
  void everyAddressIsDescribed() throws IOException {
    var text = doc("addresses.md");
    var missing = new ArrayList<String>();
    try (var server = RunningServer.start(directory)) {
      for (var route : server.server().table().routes()) {
        if (!isTwin(route.path()) && !text.contains("`" + route.path() + "`")) {
          missing.add(route.method() + " " + route.path());
        }
      }
    }
    assertEquals(List.of(), missing, "docs/addresses.md does not describe these addresses");
  }

  /** The API below a language is the API. */
  private static boolean isTwin(String path) {
    return path.startsWith("/de/api") || path.startsWith("/en/api");
  }

  @Test
  void everyFormatAndProfileIsNamed() throws IOException {
    var configuration = doc("configuration.md");
    var addresses = doc("addresses.md");

    SourceFormats.all()
        .formats()
        .forEach(f -> assertTrue(configuration.contains("`" + f.id() + "`"), f.id()));
    SourceTypes.all().forEach(t -> assertTrue(configuration.contains("`" + t.id() + "`"), t.id()));
    for (var format : OutputFormats.all().formats()) {
      assertTrue(addresses.contains("`" + format.mediaType() + "`"), format.mediaType());
      format.suffixes().forEach(s -> assertTrue(addresses.contains("`." + s + "`"), s));
    }
    for (var profile : Profile.values()) {
      assertTrue(addresses.contains("`" + profile.id() + "`"), profile.id());
    }
  }

  private static String documented(String name) {
    return name.startsWith("sources[].defaults.") ? name.substring("sources[].".length()) : name;
  }

  private static String doc(String name) throws IOException {
    var here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("docs"))) {
      here = Optional.ofNullable(here.getParent()).orElseThrow();
    }
    return Files.readString(here.resolve("docs").resolve(name));
  }
}
