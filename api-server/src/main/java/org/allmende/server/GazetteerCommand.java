package org.allmende.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allmende.harvest.place.Gazetteer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code allmende gazetteer import} and {@code allmende gazetteer list}. */
@Command(
    name = "gazetteer",
    mixinStandardHelpOptions = true,
    description = "Keeps boundaries and postcodes in the data directory.",
    synopsisSubcommandLabel = "(import | list)")
final class GazetteerCommand {
  private final Console console;

  GazetteerCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Imports boundaries from GeoJSON or from an answer of Overpass (out geom), or a table of"
              + " postcodes from CSV with the columns plz and ags. Exit code 1 when a file has"
              + " none.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  allmende gazetteer import grenze.geojson  the line around the municipality",
        "  allmende gazetteer import plz.csv         all postcodes of all municipalities"
      })
  int importFiles(
      @Mixin DataOption data,
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import.")
          List<Path> files) {
    var gazetteer = gazetteer(data);
    var isWell = true;
    for (var file : files) {
      if (!Files.isRegularFile(file)) {
        throw new WrongCallException("There is no file " + file + ".");
      }
      isWell &= isImported(gazetteer, file);
    }
    console.out().flush();
    return isWell ? 0 : 1;
  }

  private Gazetteer gazetteer(DataOption data) {
    return Gazetteer.in(data.read(console).dataDirectory());
  }

  private boolean isImported(Gazetteer gazetteer, Path file) {
    try {
      var imported = gazetteer.importFile(file);
      imported.boundaries().forEach(name -> console.out().println("boundary of " + name));
      if (imported.postcodes() > 0) {
        console.out().println(imported.postcodes() + " pairs of postcode and municipality");
      }
      return true;
    } catch (IOException e) {
      console.err().println(e.getMessage());
      return false;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the boundaries that were imported.",
      footerHeading = "%nExample:%n",
      footer = "  allmende gazetteer list")
  int list(@Mixin DataOption data) {
    var all = gazetteer(data).all();
    all.forEach(line -> console.out().println(line.key() + "  " + line.name()));
    if (all.isEmpty()) {
      console.out().println("No boundary was imported yet.");
    }
    console.out().flush();
    return 0;
  }
}
