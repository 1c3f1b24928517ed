package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application folder, copied elsewhere and run as a user runs it. */
class LauncherIT {
  private static final Path APPLICATION = Path.of("target", "allmende").toAbsolutePath();

  @TempDir private Path directory;

  @BeforeEach
  void copy() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(APPLICATION.resolve("lib")),
        "skipped: the application folder is made by \"mvn verify\"");
    try (var files = Files.walk(APPLICATION)) {
      for (var file : files.toList()) {
        var target = directory.resolve("elsewhere").resolve(APPLICATION.relativize(file));
        Files.createDirectories(target.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  @Test
  void tellsItsVersion() throws Exception {
    var process = start("version");

    assertTrue(output(process).startsWith("allmende "));
    assertEquals(0, process.waitFor());
  }

  @Test
  void saysTwoWhenTheCallIsWrong() throws Exception {
    assertEquals(2, start("havest").waitFor());
  }

  @Test
  void endsWithinTenSecondsWhenAskedTo() throws Exception {
    var process = start("serve", "--port", "0", "--data", directory.resolve("data").toString());
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      var line = lines.readLine();
      while (line != null && !line.contains("Allmende answers at")) {
        line = lines.readLine();
      }
      process.destroy(); // SIGTERM
      assertTrue(process.waitFor(10, TimeUnit.SECONDS), "still running after 10 seconds");
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(directory.resolve("elsewhere/bin/allmende").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
