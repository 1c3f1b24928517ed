package org.allmende.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.allmende.harvest.RunOptions;
import org.allmende.harvest.copy.RawCopies;
import org.allmende.harvest.place.Gazetteer;
import org.allmende.sample.Samples;
import org.allmende.server.ServerConfig.Arguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code allmende demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Harvests the invented town of Musterstadt and serves it.",
    footerHeading = "%nExample:%n",
    footer = "  allmende demo --port 8081 --data town")
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on, default ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "demo-data",
      description = "Data directory, default ./${DEFAULT-VALUE}.")
  private Path data = Path.of("demo-data");

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var server = start(console, data, port);
    server.harvestOnSchedule();
    Serving.untilStopped(server);
    return 0;
  }

  /** The sample town, harvested and served; a second start finds nothing new. */
  static Server start(Console console, Path data, int port) throws IOException {
    var arguments =
        new Arguments(
            Optional.of(Samples.copyTo(data)),
            Optional.of(data),
            data,
            Map.of("server.port", Integer.toString(port)));
    var config = ServerConfig.read(arguments, console.environment());
    var gazetteer = Gazetteer.in(config.dataDirectory());
    gazetteer.importFile(data.resolve(Samples.BOUNDARY));
    var server = Serving.start(config, Clock.systemUTC());
    new Harvests(
            server.catalog(),
            config.departure(),
            gazetteer,
            RawCopies.in(config.dataDirectory()),
            console,
            config.catalog().language())
        .run(config.sources(), RunOptions.usual());
    console.out().println("Musterstadt is open at " + server.url() + " (end with Ctrl-C)");
    console.out().flush();
    return server;
  }
}
