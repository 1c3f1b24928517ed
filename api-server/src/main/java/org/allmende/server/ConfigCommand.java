package org.allmende.server;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code allmende config show}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Shows the settings.",
    synopsisSubcommandLabel = "show")
final class ConfigCommand {
  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints every setting, its value, and where it came from. Secrets are masked.",
      footerHeading = "%nExample:%n",
      footer = "  allmende config show --config allmende.yaml | grep -v '(default)'")
  int show(@Mixin SettingsOptions settings) {
    var config = settings.read(console);
    console.out().println("# data directory: " + config.dataDirectory());
    var file = config.file().map(Object::toString).orElse("none, everything is default");
    console.out().println("# settings file: " + file);
    for (var setting : config.effective()) {
      console.out().printf("%s = %s  (%s)%n", setting.name(), setting.value(), setting.origin());
    }
    console.out().flush();
    return 0;
  }
}
