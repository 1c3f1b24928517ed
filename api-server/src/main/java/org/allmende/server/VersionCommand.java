package org.allmende.server;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code allmende version}. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Tells the version of the program and of Java.")
final class VersionCommand implements Callable<Integer> {
  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().println(text());
    return 0;
  }

  private static String text() {
    var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
    return "allmende " + version.orElse("(built from source)") + ", Java " + Runtime.version();
  }

  /** The same for {@code --version}. */
  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {text()};
    }
  }
}
