package org.allmende.server;

import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Starts a server for a command, and keeps it until the process is told to end. */
final class Serving {
  private Serving() {}

  /** A server with these settings, or what is wrong with the call. */
  static Server start(ServerConfig config, Clock clock) {
    try {
      return Server.start(config, clock);
    } catch (JavalinBindException e) {
      throw new WrongCallException(
          "Port %d of %s cannot be used: %s. Choose another with --port."
              .formatted(config.port(), config.host(), e.getMessage()),
          e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new WrongCallException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Waits for SIGTERM or SIGINT, then closes the server before the process ends. */
  static void untilStopped(Server server) throws InterruptedException {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
  }
}
