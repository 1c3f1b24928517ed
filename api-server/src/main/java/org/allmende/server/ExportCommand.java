package org.allmende.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.allmende.server.dump.DumpFormat;
import org.allmende.server.dump.Exporter;
import org.allmende.vocab.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code allmende export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes all public datasets into a file, also beside a running server.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  allmende export catalog.nq --profile raw      every triple, one graph per dataset",
      "  allmende export dump.jsonl --format ckan-jsonl"
    })
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "nq",
      converter = FormatOption.class,
      description = "nq (default): N-Quads, one graph per dataset; ttl; jsonld; ckan-jsonl.")
  private DumpFormat format = DumpFormat.NQ;

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "dcatap_de",
      converter = ViewOption.class,
      description = "dcatap_de (default), dcatap_de_2, raw; without effect on ckan-jsonl.")
  private Profile profile = Profile.DCAT_AP_DE;

  @Parameters(
      paramLabel = "FILE",
      description = "The file to write; one that is there is replaced.")
  private Path file = Path.of("");

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var target = file.toAbsolutePath();
    var beside = target.resolveSibling(target.getFileName() + ".part");
    try (var house = House.open(data.read(console), Clock.systemUTC());
        var progress = Progress.of("export", console)) {
      long count;
      try (var out = Files.newOutputStream(beside)) {
        count =
            new Exporter(
                    house.catalog(),
                    profile,
                    (done, total) -> progress.progress(done, OptionalLong.of(total)))
                .write(Map.of(format, out));
      }
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      console.out().println(count + " datasets were written to " + file);
      console.out().flush();
      return 0;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Reads the value of {@code --format}. */
  static final class FormatOption implements ITypeConverter<DumpFormat> {
    @Override
    public DumpFormat convert(String name) {
      return DumpFormat.find(name).orElseThrow(() -> new TypeConversionException(unknown(name)));
    }

    private static String unknown(String name) {
      return "unknown format \"" + name + "\". Known: " + DumpFormat.known() + ".";
    }
  }
}
