package org.allmende.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A harvest by hand beside one that goes on in another process. */
@Timeout(120)
class TwoProcessesIT {

  @TempDir private Path directory;

  /** A server that answers when it is told to. */
  private static Javalin slow(Runnable asked, CountDownLatch mayAnswer) {
    return Javalin.create(
            config ->
                config.routes.get(
                    "/liste.csv",
                    ctx -> {
                      asked.run();
                      if (mayAnswer.await(60, TimeUnit.SECONDS)) {
                        ctx.result("id;name\n1;Rathaus\n");
                      }
                    }))
        .start("127.0.0.1", 0);
  }

  private void makeTheSettings(Javalin server) throws IOException {
    Files.writeString(
        Files.createDirectories(directory.resolve("data")).resolve("allmende.yaml"),
        """
        fetch: {allow-private: ["127.0.0.1"]}
        organizations: [{name: stadt, title: Stadt Musterstadt, type: LocalAuthority}]
        sources:
          - {id: wlan, type: wlan-list, location: "http://127.0.0.1:%d/liste.csv", defaults: {license: dl-zero-de/2.0}}
        """
            .formatted(server.port()));
  }

  /** Another JVM, which harvests on its own. */
  private Process harvest() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "harvest",
                "wlan",
                "--data",
                directory.resolve("data").toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("other.log").toFile())
        .start();
  }

  @Test
  void neverHarvestsASourceTwiceAtOnce() throws Exception {
    var asked = new AtomicInteger();
    var isAsked = new CountDownLatch(1);
    var mayAnswer = new CountDownLatch(1);
    var server =
        slow(
            () -> {
              asked.incrementAndGet();
              isAsked.countDown();
            },
            mayAnswer);
    makeTheSettings(server);
    var other = harvest();
    try {
      assertTrue(isAsked.await(60, TimeUnit.SECONDS), "the other process asks");
      var here = CommandRun.of(directory, "harvest", "wlan");

      assertEquals(1, here.exitCode(), here.out());
      assertTrue(here.out().contains("Die Quelle wird gerade geerntet"), here.out());
      mayAnswer.countDown();
      assertTrue(other.waitFor(60, TimeUnit.SECONDS), "the other process ends");
      assertEquals(0, other.exitValue(), Files.readString(directory.resolve("other.log")));
      assertEquals(1, asked.get(), "asked once");
      var report = CommandRun.of(directory, "report", "wlan");
      assertTrue(report.out().contains("Quelle wlan: in Ordnung"), report.out());
      assertEquals(0, CommandRun.of(directory, "harvest", "wlan").exitCode(), "free again");
    } finally {
      other.destroyForcibly();
      server.stop();
    }
  }

  @Test
  void takesOverASourceWhoseProcessDied() throws Exception {
    var isAsked = new CountDownLatch(1);
    var mayAnswer = new CountDownLatch(1);
    var server = slow(isAsked::countDown, mayAnswer);
    makeTheSettings(server);
    var other = harvest();
    try {
      assertTrue(isAsked.await(60, TimeUnit.SECONDS), "the other process asks");
      other.destroyForcibly().waitFor();
      mayAnswer.countDown();

      var here = CommandRun.of(directory, "harvest", "wlan");
      assertEquals(0, here.exitCode(), here.out());
    } finally {
      other.destroyForcibly();
      server.stop();
    }
  }
}
