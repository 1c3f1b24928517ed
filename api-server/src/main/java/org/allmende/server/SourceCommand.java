package org.allmende.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.allmende.harvest.fetch.Fetchers;
import org.allmende.harvest.fetch.Validators;
import org.allmende.harvest.fetch.Waiter;
import org.allmende.harvest.guess.SourceGuess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allmende source try} and {@code allmende source guess}. */
@Command(
    name = "source",
    mixinStandardHelpOptions = true,
    description = "Helps to describe a source: guesses a mapping, tries one. Publishes nothing.",
    synopsisSubcommandLabel = "(try | guess)")
final class SourceCommand {
  private final Console console;

  SourceCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "try",
      mixinStandardHelpOptions = true,
      description =
          "Reads the first rows of a source and shows what its mapping makes of them. Writes"
              + " nothing. Exit code 1 when no row is left.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  allmende source try allmende.yaml trees          one source of a settings file",
        "  allmende source try trees.yaml                   what source guess proposed",
        "  allmende source try allmende.yaml trees --last-copy   what came in the last good run",
        "  allmende source try trees.mapping.yaml --location trees.csv   a mapping file"
      })
  int attempt(
      @Mixin SettingsOptions settings,
      @Parameters(
              paramLabel = "FILE",
              description = "A settings file, one entry of its sources, or a mapping file.")
          Path file,
      @Parameters(
              paramLabel = "SOURCE",
              arity = "0..1",
              description = "Which source of a settings file; left out where it has one.")
          @Nullable String id,
      @Option(
              names = "--location",
              paramLabel = "URL|FILE",
              description = "What a mapping file is tried on.")
          @Nullable String location,
      @Option(
              names = "--format",
              paramLabel = "F",
              description = "Format of that, where the mapping names no reader.")
          @Nullable String format,
      @Option(
              names = "--rows",
              paramLabel = "N",
              defaultValue = "10",
              description = "How many rows to show, by default ${DEFAULT-VALUE}.")
          int rows,
      @Option(
              names = "--last-copy",
              description =
                  "Reads the raw documents that were kept of the source's last good run, and asks"
                      + " nobody.")
          boolean isOfCopy,
      @Option(names = "--lang", paramLabel = "de|en", description = "Language of the report.")
          @Nullable Language language)
      throws IOException {
    if (rows < 1 || rows > TrialReport.MOST_ROWS) {
      throw new WrongCallException(
          "--rows must be 1 to " + TrialReport.MOST_ROWS + ", was " + rows + ".");
    }
    var trial = TriedSource.read(settings, console, file, id, location, format);
    var report = new TrialReport(trial, rows, Language.of(language, trial.catalog()), isOfCopy);
    return report.print(console) ? 0 : 1;
  }

  @Command(
      name = "guess",
      mixinStandardHelpOptions = true,
      description =
          "Looks at a list and proposes an entry of the settings for it, mapping included: format,"
              + " header, key, types of columns, places, title.",
      footerHeading = "%nExample:%n",
      footer = "  allmende source guess https://stadt.example/baeume.csv > baeume.yaml")
  int guess(
      @Parameters(paramLabel = "URL|FILE", description = "Where the list is.") String location)
      throws IOException {
    var clock = Clock.systemUTC();
    var source = Documents.named(location);
    var fetcher = Fetchers.standard(clock, Waiter.sleeping()).open(source, Validators.none());
    console.out().print(SourceGuess.propose(source, fetcher, clock.instant()));
    console.out().flush();
    return 0;
  }
}
