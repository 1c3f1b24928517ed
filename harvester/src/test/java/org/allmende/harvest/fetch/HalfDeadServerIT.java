package org.allmende.harvest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that die while they answer, lie about what they send, or never come to an end. */
@Timeout(60)
class HalfDeadServerIT {

  private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch done = new CountDownLatch(1);
  private final ServerSocket server;

  HalfDeadServerIT() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** What a server does with a connection, told how many came before. */
  private interface Behavior {
    void answer(Socket socket, int before) throws Exception;
  }

  private void serve(Behavior behavior) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try {
                  var socket = server.accept();
                  var before = asked.getAndIncrement();
                  Thread.ofVirtual().start(() -> answer(socket, before, behavior));
                } catch (IOException closed) {
                  return;
                }
              }
            });
  }

  private static void answer(Socket socket, int before, Behavior behavior) {
    try (socket) {
      readRequest(socket.getInputStream());
      behavior.answer(socket, before);
      socket.getOutputStream().flush();
    } catch (Exception gone) {
      Thread.currentThread().interrupt(); // the client has hung up: this connection is over
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    var last = 0;
    for (int c = in.read(); c >= 0; c = in.read()) {
      last = last << 8 | c;
      if (last == ('\r' << 24 | '\n' << 16 | '\r' << 8 | '\n')) {
        return;
      }
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @AfterEach
  void stop() throws IOException {
    done.countDown();
    server.close();
  }

  private Fetcher.Fetched fetch(int retries, Duration answerTimeout) throws IOException {
    var standard = FetchPolicy.defaults();
    var policy =
        new FetchPolicy(
            standard.userAgent(),
            standard.limits(),
            new FetchPolicy.Patience(
                standard.connectTimeout(), answerTimeout, retries, Duration.ZERO, Duration.ZERO),
            new FetchPolicy.Reach(List.of(), List.of("127.0.0.1"), List.of()));
    var address = "http://127.0.0.1:" + server.getLocalPort() + "/liste.csv";
    return new HttpFetcher(address, policy, Validators.none(), Clock.systemUTC(), pause -> {})
        .fetch(address);
  }

  private String failure(int retries, Duration answerTimeout) {
    var failure = assertThrows(IOException.class, () -> fetch(retries, answerTimeout));
    return String.valueOf(failure.getMessage());
  }

  @Test
  void asksAgainWhenTheConnectionBreaksInTheMiddle() throws IOException {
    serve(
        (socket, before) ->
            write(socket, OK + "Content-Length: 4\r\n\r\n" + (before < 2 ? "a;" : "a;b\n")));

    assertEquals(4, fetch(3, Duration.ofSeconds(30)).body().length);
    assertEquals(3, asked.get());
  }

  @Test
  void takesHalfADownloadForNone() {
    serve((socket, before) -> write(socket, OK + "Content-Length: 4000\r\n\r\na;b\n1;2\n"));

    assertTrue(failure(1, Duration.ofSeconds(30)).contains("/liste.csv"));
    assertEquals(2, asked.get());
  }

  @Test
  void takesAChunkThatNeverEndsForNone() {
    serve(
        (socket, before) ->
            write(socket, OK + "Transfer-Encoding: chunked\r\n\r\n4\r\na;b\n\r\nff\r\n1;2"));

    assertTrue(failure(0, Duration.ofSeconds(30)).contains("/liste.csv"));
  }

  @Test
  void givesUpAServerThatSendsAByteNowAndThen() {
    serve(
        (socket, before) -> {
          write(socket, OK + "Content-Length: 1000000\r\n\r\na");
          socket.getOutputStream().flush();
          done.await();
        });

    assertTrue(failure(0, Duration.ofMillis(300)).contains("/liste.csv"));
    assertEquals(1, asked.get());
  }

  @Test
  void givesUpAServerThatNeverAnswers() {
    serve((socket, before) -> done.await());

    assertTrue(failure(2, Duration.ofMillis(300)).contains("/liste.csv"));
    assertEquals(1, asked.get(), "who was slow once is not asked again at once");
  }

  @Test
  void saysThatWhatClaimsToBeGzipIsNone() {
    serve(
        (socket, before) ->
            write(socket, OK + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\na;b\n"));

    assertTrue(failure(0, Duration.ofSeconds(30)).contains("gzip"));
  }

  @Test
  void saysWhatIsNoHttp() {
    serve((socket, before) -> write(socket, "SSH-2.0-OpenSSH_9.6\r\n"));

    assertTrue(failure(0, Duration.ofSeconds(30)).contains("/liste.csv"));
  }
}
