package org.allmende.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code allmende import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Brings datasets into the catalog, from RDF in any syntax or from CKAN's JSON lines"
            + " (.jsonl, .ndjson). Adds and replaces, never withdraws. Exit code 1 when anything"
            + " could not be brought in.",
    footerHeading = "%nExamples:%n",
    footer = {"  allmende import old-catalog.rdf", "  allmende import dump.jsonl --data town"})
final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final DataOption data = new DataOption();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to bring in.")
  private final List<Path> files = new ArrayList<>();

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    files.forEach(Documents::requireFile);
    try (var house = House.open(data.read(console), Clock.systemUTC())) {
      var isWell = true;
      for (var file : files) {
        var result = bringIn(house, file);
        result.problems().forEach(problem -> console.err().println(file + ": " + problem));
        console.out().println(file + ": " + result.summary());
        isWell &= result.isWell();
      }
      console.out().flush();
      return isWell ? 0 : 1;
    }
  }

  private ImportResult bringIn(House house, Path file) throws IOException {
    try (var progress = Progress.of(String.valueOf(file.getFileName()), console)) {
      return new Importer(house.catalog(), progress).bringIn(file);
    }
  }
}
