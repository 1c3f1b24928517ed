package org.allmende.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** A command run inside the test, with what it said. */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command whose data directory lies in this one. */
  static CommandRun of(Path directory, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var environment = Map.of("ALLMENDE_DATA", directory.resolve("data").toString());
    var console =
        new Console(new PrintWriter(out, true), new PrintWriter(err, true), environment, false);
    var exitCode = Main.run(console, arguments);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
