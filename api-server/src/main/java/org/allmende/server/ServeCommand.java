package org.allmende.server;

import java.time.Clock;
import java.util.HashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allmende serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the catalog, keeps search and SPARQL up to date, harvests on schedule.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  allmende serve --config /etc/allmende.yaml --data /var/lib/allmende",
      "  allmende serve --port 8081"
    })
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(names = "--port", paramLabel = "N", description = "Port to listen on.")
  private @Nullable Integer port;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    var overrides = new HashMap<String, String>();
    if (port != null) {
      overrides.put("server.port", port.toString());
    }
    var server = Serving.start(settings.read(console, overrides), Clock.systemUTC());
    console.out().println("Allmende answers at " + server.url());
    server.harvestOnSchedule();
    Serving.untilStopped(server);
    return 0;
  }
}
