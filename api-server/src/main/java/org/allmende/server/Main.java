package org.allmende.server;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.allmende.harvest.settings.SettingsException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line (DESIGN 3). Exit codes: 0 done, 1 the answer is no, 2 the call or the
 * configuration is wrong.
 */
@Command(
    name = "allmende",
    description = "An open-data publishing server for municipalities.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionCommand.Provider.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  allmende demo                          the sample town at http://localhost:8080",
      "  allmende serve --config allmende.yaml  serve, follow, harvest on schedule",
      "  allmende harvest ladesaeulen           harvest one source now",
      "  allmende validate page.ttl             hold a file against DCAT-AP.de",
      "  allmende rehearse                      what GovData would do with the catalog",
      "  allmende token create --name chief --role sysadmin   a token to write with",
      "  allmende COMMAND --help                all about one command"
    })
public final class Main {
  /** Kept, since java.util.logging forgets the level of a logger that nobody holds. */
  private static final List<Logger> QUIET = new ArrayList<>();

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    quieten("org.apache.lucene.internal.vectorization");
    var console =
        new Console(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            System.getenv(),
            // The launcher looks; Java 21 and 25 answer this question differently.
            Boolean.getBoolean("allmende.terminal"));
    System.exit(run(console, args));
  }

  /** It writes past our logs, at every start, about an option that hardly matters here. */
  private static void quieten(String logger) {
    QUIET.add(Logger.getLogger(logger));
    QUIET.getLast().setLevel(Level.SEVERE);
  }

  /** Runs a command; answers its exit code. */
  static int run(Console console, String... args) {
    return commandLine(console).execute(args);
  }

  /** All commands, as help and documentation name them. */
  static CommandLine commandLine(Console console) {
    var commandLine =
        new CommandLine(new Main())
            .addSubcommand(new DemoCommand(console))
            .addSubcommand(new ServeCommand(console))
            .addSubcommand(new HarvestCommand(console))
            .addSubcommand(new ImportCommand(console))
            .addSubcommand(new ExportCommand(console))
            .addSubcommand(new ValidateCommand(console))
            .addSubcommand(new RehearseCommand(console))
            .addSubcommand(new RebuildCommand(console))
            .addSubcommand(new CommandLine(new TokenCommand(console)))
            .addSubcommand(new CommandLine(new SourceCommand(console)))
            .addSubcommand(new CommandLine(new ConfigCommand(console)))
            .addSubcommand(new CommandLine(new GazetteerCommand(console)))
            .addSubcommand(new VersionCommand(console))
            .addSubcommand(new HelpCommand());
    return commandLine
        .setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((wrong, arguments) -> explainCall(wrong, console))
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e, console));
  }

  private static int explainCall(CommandLine.ParameterException wrong, Console console) {
    var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    console.err().println(wrong.getMessage());
    console.err().println("See \"" + command + " --help\".");
    return CommandLine.ExitCode.USAGE;
  }

  private static int explain(Exception e, Console console) {
    return switch (e) {
      case SettingsException settings -> {
        console.err().println("The settings cannot be used:");
        settings.problems().forEach(problem -> console.err().println("  " + problem));
        yield CommandLine.ExitCode.USAGE;
      }
      case WrongCallException call -> {
        console.err().println(call.getMessage());
        yield CommandLine.ExitCode.USAGE;
      }
      default -> {
        LoggerFactory.getLogger(Main.class).debug("the command failed", e);
        console.err().println(e.getMessage() == null ? e.toString() : e.getMessage());
        yield CommandLine.ExitCode.SOFTWARE;
      }
    };
  }
}
