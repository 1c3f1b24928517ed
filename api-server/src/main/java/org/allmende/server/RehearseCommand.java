package org.allmende.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.allmende.server.rehearsal.Rehearsal;
import org.allmende.vocab.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allmende rehearse}. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description =
        "Plays GovData's harvest against a running server, this one or any other portal, and tells"
            + " what would be imported, changed, dropped and deleted, and why. Nothing is kept."
            + " Exit code 1 when something would be dropped or deleted, or the run would end.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  allmende rehearse                                              the configured catalog",
      "  allmende rehearse --base-url http://localhost:8080             the demo",
      "  allmende rehearse --base-url https://portal.example/catalog.ttl --lang en",
      "  allmende rehearse --format json > monday.json                  keep a complete report",
      "  allmende rehearse --previous monday.json                       what vanished since"
    })
final class RehearseCommand implements Callable<Integer> {
  /** How the report is written. */
  enum Format {
    text,
    json
  }

  private final Console console;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Where to begin: the first page's address, or a server, whose /catalog.rdf is meant then;"
              + " default: the setting catalog.url.")
  private @Nullable String baseUrl;

  @Option(
      names = "--previous",
      paramLabel = "FILE",
      description =
          "The JSON report of an earlier rehearsal: what the portal has by then. Datasets that are"
              + " missing now would be deleted.")
  private @Nullable Path previous;

  @Option(
      names = "--profile",
      paramLabel = "P",
      converter = ProfileOption.class,
      description = "The shapes for each dataset: dcatap_de (default) or another.")
  private Profile profile = Profile.DCAT_AP_DE;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description = "text (default): one page with examples; json: all of it.")
  private Format format = Format.text;

  @Option(names = "--lang", paramLabel = "de|en", description = "Language of the report.")
  private @Nullable Language language;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  RehearseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var config = settings.read(console);
    var rehearsal = play(config);
    var speaks = Language.of(language, config.catalog());
    console.out().print(format == Format.json ? rehearsal.json(speaks) : rehearsal.text(speaks));
    console.out().flush();
    return rehearsal.isLossless() ? 0 : 1;
  }

  private Rehearsal play(ServerConfig config) throws IOException {
    var earlier = previous == null ? Optional.<String>empty() : Optional.of(read(previous));
    try (var progress = Progress.of("rehearse", console)) {
      var plan = new Rehearsal.Plan(address(config), profile, config.fetch().userAgent(), earlier);
      return Rehearsal.play(plan, progress);
    } catch (IllegalArgumentException e) {
      throw new WrongCallException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String read(Path report) throws IOException {
    return Files.readString(Documents.requireFile(report));
  }

  private String address(ServerConfig config) {
    if (baseUrl == null) {
      return config.catalog().url() + "/catalog.rdf";
    }
    return baseUrl.matches("(?i)https?://[^/?#]+/?")
        ? URI.create(baseUrl).resolve("/catalog.rdf").toString()
        : baseUrl;
  }
}
