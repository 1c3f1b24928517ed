package org.allmende.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadRunnerIT {

  private static final int CONNECTIONS = 4;
  private static final Duration SHORT = Duration.ofMillis(300);

  private final AtomicInteger served = new AtomicInteger();
  private final Javalin server =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.routes.get(
                    "/fixed",
                    ctx -> {
                      served.incrementAndGet();
                      ctx.result("0123456789");
                    });
              })
          .start("127.0.0.1", 0);
  private final InetSocketAddress address =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void countsEveryAnswerWithinTheTime() throws InterruptedException {
    var result = run("/fixed");

    // Each connection may have one answer under way when the time is over.
    var uncounted = served.get() - result.requests();
    assertTrue(uncounted >= 0 && uncounted <= CONNECTIONS, "uncounted: " + uncounted);
    assertTrue(result.requests() > 0);
    assertEquals(0, result.errors());
    assertEquals(10 * result.requests(), result.bytes());
    assertTrue(result.p50().compareTo(result.p99()) <= 0);
    assertTrue(result.p99().compareTo(result.max()) <= 0);
  }

  @Test
  void answersOtherThan200AreErrors() throws InterruptedException {
    var result = run("/nothing-here");

    assertEquals(0, result.requests());
    assertTrue(result.errors() > 0);
  }

  @Test
  void aServerThatIsNotThereEndsTheRound() throws InterruptedException {
    server.stop();

    assertTrue(run("/fixed").errors() > 0);
  }

  @Test
  void loadGoesToThisMachineAlone() {
    var elsewhere = InetSocketAddress.createUnresolved("daten.example", 80);

    assertThrows(IllegalArgumentException.class, () -> HttpConnection.open(elsewhere));
  }

  private LoadResult run(String target) throws InterruptedException {
    var request = HttpConnection.get(target, "");
    return new LoadRunner(address, CONNECTIONS)
        .run(new FixedWorkload(request), Duration.ZERO, SHORT);
  }

  private record FixedWorkload(byte[] next) implements Workload {
    @Override
    public String name() {
      return "fixed";
    }
  }
}
