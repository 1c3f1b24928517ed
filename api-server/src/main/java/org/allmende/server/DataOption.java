package org.allmende.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.allmende.server.ServerConfig.Arguments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which a command finds its data; the settings are those that lie there. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory; else ALLMENDE_DATA, else ./data.")
  private @Nullable Path data;

  /** The settings that hold for the data directory. */
  ServerConfig read(Console console) {
    var arguments =
        new Arguments(Optional.empty(), Optional.ofNullable(data), Path.of("data"), Map.of());
    return ServerConfig.read(arguments, console.environment());
  }
}
