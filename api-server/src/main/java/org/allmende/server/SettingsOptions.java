package org.allmende.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.allmende.server.ServerConfig.Arguments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command finds its settings and its data. */
final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings file; else allmende.yaml in the data directory or the current one.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory; else ALLMENDE_DATA, else ./data.")
  private @Nullable Path data;

  /** The settings, with what this command's own options override. */
  ServerConfig read(Console console, Map<String, String> overrides) {
    var arguments =
        new Arguments(
            Optional.ofNullable(config), Optional.ofNullable(data), Path.of("data"), overrides);
    return ServerConfig.read(arguments, console.environment());
  }

  /** The settings of this file, with the data directory of the options. */
  ServerConfig readFile(Path file, Console console) {
    var arguments =
        new Arguments(Optional.of(file), Optional.ofNullable(data), Path.of("data"), Map.of());
    return ServerConfig.read(arguments, console.environment());
  }

  /** The settings as they are. */
  ServerConfig read(Console console) {
    return read(console, Map.of());
  }
}
