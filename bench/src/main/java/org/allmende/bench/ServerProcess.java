package org.allmende.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a process of its own, on this machine; closing it ends the process. */
final class ServerProcess implements AutoCloseable {

  private static final byte[] READY = HttpConnection.get("/health/ready", "");
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration STOP = Duration.ofSeconds(15);
  private static final Pattern HEAP_USED = Pattern.compile("heap .*used (\\d+)K");

  private final Process process;
  private final InetSocketAddress address;
  private final long started;

  private ServerProcess(Process process, int port, long started) {
    this.process = process;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.started = started;
    // Whoever ends the measuring by hand does not want the server to go on.
    Runtime.getRuntime().addShutdownHook(new Thread(this::destroy, "stop-server"));
  }

  private void destroy() {
    jvm().destroy();
  }

  /**
   * Starts the product as an operator does.
   *
   * @param application folder of the application; the launcher is {@code bin/allmende} in it
   * @param options of the JVM, such as {@code -Xmx2g}
   * @param log file that takes what it prints
   */
  static ServerProcess startProduct(Path application, Path data, int port, String options, Path log)
      throws IOException {
    var command =
        List.of(
            application.resolve("bin").resolve("allmende").toAbsolutePath().toString(),
            "serve",
            "--data",
            data.toAbsolutePath().toString(),
            "--port",
            String.valueOf(port));
    var builder = new ProcessBuilder(command);
    builder.environment().put("ALLMENDE_JAVA_OPTS", options);
    // Its first dump would run beside the measures, or not, as it happens.
    builder.environment().put("ALLMENDE_DUMPS_EVERY", "0s");
    return start(builder, port, log);
  }

  /** Starts {@link BareServer} with the JVM and the class path of this process. */
  static ServerProcess startBare(int port, String options, Path log) throws IOException {
    var command =
        Stream.of(
                Stream.of(java()),
                Stream.of(options.split(" ")).filter(option -> !option.isBlank()),
                Stream.of("-Dlogback.configurationFile=org/allmende/bench/logback.xml"),
                Stream.of("-cp", System.getProperty("java.class.path")),
                Stream.of(BareServer.class.getName(), String.valueOf(port)))
            .flatMap(part -> part)
            .toList();
    return start(new ProcessBuilder(command), port, log);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static ServerProcess start(ProcessBuilder builder, int port, Path log)
      throws IOException {
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var started = System.nanoTime();
    return new ServerProcess(builder.start(), port, started);
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return address;
  }

  /**
   * Waits until it says that it is ready.
   *
   * @return the time since its start
   * @throws IOException when it ended, or was not ready in time
   */
  Duration awaitReady(Duration timeout) throws IOException, InterruptedException {
    while (!isReady()) {
      if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the server ended with " + process.exitValue() + "; see its log");
      }
      if (age().compareTo(timeout) > 0) {
        throw new IOException("the server was not ready after " + timeout + "; see its log");
      }
    }
    return age();
  }

  private boolean isReady() {
    try (var connection = HttpConnection.open(address)) {
      return connection.exchange(READY, OutputStream.nullOutputStream()).status() == 200;
    } catch (IOException e) {
      // Not listening yet; the caller asks again until its time is over.
      return false;
    }
  }

  private Duration age() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** The JVM: the process itself, or what its launcher started. */
  private ProcessHandle jvm() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(handle -> handle.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElse(process.toHandle());
  }

  /** Time that its threads have computed so far. */
  Duration cpu() {
    return jvm().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The most memory it ever held. */
  Optional<Long> peakResident() {
    return Machine.peakResident(jvm().pid());
  }

  /** What its heap holds after a full collection; empty when this JDK has no {@code jcmd}. */
  Optional<Long> liveHeap() throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      return Optional.empty();
    }
    run(jcmd, "GC.run");
    var found = HEAP_USED.matcher(run(jcmd, "GC.heap_info"));
    return found.find() ? Optional.of(1024 * Long.parseLong(found.group(1))) : Optional.empty();
  }

  private String run(Path jcmd, String order) throws IOException, InterruptedException {
    var asked =
        new ProcessBuilder(jcmd.toString(), String.valueOf(jvm().pid()), order)
            .redirectErrorStream(true)
            .start();
    var answer =
        new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    asked.waitFor();
    return answer;
  }

  /** Asks it to end, and waits; one that does not is ended. */
  @Override
  public void close() {
    var jvm = jvm();
    jvm.destroy();
    try {
      if (process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    jvm.destroyForcibly();
    process.destroyForcibly();
  }
}
