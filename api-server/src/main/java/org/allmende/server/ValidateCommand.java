package org.allmende.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.allmende.catalog.CatalogSettings;
import org.allmende.catalog.validate.Validator;
import org.allmende.harvest.fetch.RunNotes;
import org.allmende.server.validate.ValidationText;
import org.allmende.vocab.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allmende validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description =
        "Holds RDF against the shapes of a profile. Exit code 1 when there is a violation, or when"
            + " a part of the document could not be read.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  allmende validate page.ttl",
      "  allmende validate https://daten.example/catalog.ttl --format json --lang en"
    })
final class ValidateCommand implements Callable<Integer> {
  /** How the report is written. */
  enum Format {
    text,
    json,
    ttl
  }

  private final Console console;

  @Parameters(paramLabel = "FILE-or-URL", description = "An RDF document in any syntax.")
  private String document = "";

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "dcatap_de",
      converter = ProfileOption.class,
      description =
          "dcatap_de (default), dcatap_de_2, dcatap, hvd: high-value datasets alone; raw has no"
              + " shapes, there everything conforms.")
  private Profile profile = Profile.DCAT_AP_DE;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description = "text (default), json, ttl: the report of SHACL.")
  private Format format = Format.text;

  @Option(names = "--lang", paramLabel = "de|en", description = "Language of the messages.")
  private @Nullable Language language;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var notes = new RunNotes();
    var graph = Documents.read(document, notes);
    // What could not be read was not validated either: that is no yes.
    notes.unreadableEntries().forEach(entry -> console.err().println(entry.text(messages())));
    if (format == Format.ttl) {
      notes.warnings().forEach(warning -> console.err().println(warning.text("en")));
    }
    var report =
        new ValidationText(new Validator(profile).validate(graph), messages(), notes.warnings());
    console.out().print(text(report));
    console.out().flush();
    return report.conforms() && notes.unreadableCount() == 0 ? 0 : 1;
  }

  /** Reading a document needs no settings; only the language may stand there. */
  private String messages() {
    return language == null
        ? settings.read(console).catalog().language()
        : Language.of(language, CatalogSettings.local(8080));
  }

  private String text(ValidationText report) throws JsonProcessingException {
    return switch (format) {
      case text -> report.text(document);
      case json -> report.json();
      case ttl -> report.turtle();
    };
  }
}
