package org.allmende.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks a server of this machine the same kind of question over a few open connections, as fast as
 * it answers, for a fixed time.
 *
 * <pre>{@code
 * var result = new LoadRunner(address, 16).run(workload, Duration.ofSeconds(2), Duration.ofSeconds(5));
 * }</pre>
 */
final class LoadRunner {

  static final int MAX_CONNECTIONS = 256;
  static final Duration MAX_TIME = Duration.ofMinutes(10);

  /** A server that breaks so many connections in a row is down. */
  private static final int MAX_FAILURES = 20;

  private final InetSocketAddress address;
  private final int connections;

  /**
   * A runner.
   *
   * @param address where the server listens; a loopback address
   * @param connections how many are open at a time, 1 to {@value #MAX_CONNECTIONS}
   */
  LoadRunner(InetSocketAddress address, int connections) {
    if (connections < 1 || connections > MAX_CONNECTIONS) {
      throw new IllegalArgumentException(
          "connections must be 1 to " + MAX_CONNECTIONS + ", was " + connections);
    }
    this.address = address;
    this.connections = connections;
  }

  /**
   * Runs one round.
   *
   * @param warmUp time whose answers are not counted
   * @param time time whose answers are counted
   */
  LoadResult run(Workload workload, Duration warmUp, Duration time) throws InterruptedException {
    if (warmUp.plus(time).compareTo(MAX_TIME) > 0) {
      throw new IllegalArgumentException("a round lasts at most " + MAX_TIME + ", was " + time);
    }
    var start = System.nanoTime() + warmUp.toNanos();
    var clients = new ArrayList<Client>();
    var done = new CountDownLatch(connections);
    for (var i = 0; i < connections; i++) {
      var client = new Client(workload, start, start + time.toNanos(), done);
      clients.add(client);
      Thread.ofPlatform().name("load-" + i).daemon().start(client);
    }
    done.await();
    return result(workload, time, clients);
  }

  private LoadResult result(Workload workload, Duration time, List<Client> clients) {
    var all = new Latencies();
    var errors = 0L;
    var bytes = 0L;
    for (var client : clients) {
      all.add(client.latencies);
      errors += client.errors.get();
      bytes += client.bytes;
    }
    return new LoadResult(
        workload.name(),
        connections,
        time,
        all.count(),
        errors,
        bytes,
        all.percentile(0.5),
        all.percentile(0.95),
        all.percentile(0.99),
        all.max());
  }

  /** One connection and its thread. */
  private final class Client implements Runnable {
    private final Workload workload;
    private final long start;
    private final long end;
    private final CountDownLatch done;
    private final Latencies latencies = new Latencies();
    private final AtomicLong errors = new AtomicLong();
    private long bytes;

    Client(Workload workload, long start, long end, CountDownLatch done) {
      this.workload = workload;
      this.start = start;
      this.end = end;
      this.done = done;
    }

    @Override
    public void run() {
      try {
        var failures = 0;
        while (System.nanoTime() < end && failures < MAX_FAILURES) {
          failures = askUntilItBreaks() ? 0 : failures + 1;
        }
      } finally {
        done.countDown();
      }
    }

    /** False when the connection broke before its first answer. */
    private boolean askUntilItBreaks() {
      var answered = false;
      try (var connection = HttpConnection.open(address)) {
        var isOpen = true;
        while (isOpen && System.nanoTime() < end) {
          isOpen = ask(connection);
          answered = true;
        }
        return true;
      } catch (IOException e) {
        // Counted; the next connection tells whether the server is still there.
        errors.incrementAndGet();
        return answered;
      }
    }

    private boolean ask(HttpConnection connection) throws IOException {
      var request = workload.next();
      var begun = System.nanoTime();
      var answer = connection.exchange(request, OutputStream.nullOutputStream());
      var ended = System.nanoTime();
      if (begun >= start && ended <= end) {
        note(answer, ended - begun);
      }
      return !answer.isClosing();
    }

    private void note(HttpConnection.Answer answer, long nanos) {
      if (answer.status() == 200) {
        latencies.note(nanos);
        bytes += answer.bytes();
      } else {
        errors.incrementAndGet();
      }
    }
  }
}
