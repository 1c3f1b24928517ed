package org.allmende.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * The real {@code ckanapi}, CKAN's client in Python, as it is found on the {@code PATH}.
 *
 * @param program the command
 * @param python an interpreter that has the same as a library
 */
record CkanApiProgram(Path program, Path python) {

  private static final long MOST_SECONDS = 120;

  /** What a run left. */
  record Run(int exitCode, String out, String err) {

    /** The run's one line of JSON. */
    JsonNode json() {
      assertSucceeded();
      return TestSite.json(out);
    }

    Run assertSucceeded() {
      if (exitCode != 0) {
        throw new AssertionError("exit code " + exitCode + ": " + err + out);
      }
      return this;
    }
  }

  /** The program; where there is none the tests are skipped. */
  static CkanApiProgram require() {
    var program = onPath("ckanapi");
    var python = program.flatMap(CkanApiProgram::python);
    Assumptions.assumeTrue(
        python.isPresent(), "skipped: there is no ckanapi with its Python on the PATH");
    return new CkanApiProgram(program.orElseThrow(), python.orElseThrow());
  }

  /** The interpreter that the first line of the program names, or one beside it or on the PATH. */
  private static Optional<Path> python(Path program) {
    var candidates = new ArrayList<Path>();
    try (var lines = Files.lines(program, StandardCharsets.ISO_8859_1)) {
      lines.limit(1).map(line -> Path.of(line.replaceFirst("^#! *", ""))).forEach(candidates::add);
    } catch (IOException e) {
      return Optional.empty();
    }
    candidates.add(program.resolveSibling("python3"));
    onPath("python3").ifPresent(candidates::add);
    return candidates.stream().filter(CkanApiProgram::hasLibrary).findFirst();
  }

  private static boolean hasLibrary(Path python) {
    try {
      return Files.isExecutable(python)
          && run(List.of(python.toString(), "-c", "import ckanapi")).exitCode() == 0;
    } catch (IOException e) {
      return false; // no interpreter, though it looks like one
    }
  }

  private static Optional<Path> onPath(String name) {
    return Arrays.stream(
            System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs it, such as {@code ckanapi dump datasets --all}. */
  Run call(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs a script in the same Python. */
  Run script(String text, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(python.toString(), "-c", text));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Run run(List<String> command) throws IOException {
    var out = Files.createTempFile("ckanapi", ".out");
    var err = Files.createTempFile("ckanapi", ".err");
    try {
      var builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      // it starts itself again by its bare name
      builder
          .environment()
          .merge(
              "PATH",
              Path.of(command.getFirst()).resolveSibling("").toString(),
              (known, own) -> own + File.pathSeparator + known);
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end after " + MOST_SECONDS + " s: " + command);
      }
      return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
