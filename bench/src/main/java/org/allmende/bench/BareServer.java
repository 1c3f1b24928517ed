package org.allmende.bench;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

/**
 * The ceiling of every answer over HTTP: a fixed JSON of 5 KB from the same Javalin in the same
 * setting as the product's, in a process of its own.
 *
 * <p>Its main takes the port; it runs until it is told to end.
 */
public final class BareServer {

  static final String PATH = "/bare";
  static final int BYTES = 5 * 1024;

  private BareServer() {}

  public static void main(String[] args) {
    start(Integer.parseInt(args[0]));
  }

  /** Starts it on a port, or with 0 on any free one. */
  static Javalin start(int port) {
    return Javalin.create(BareServer::configure).start("127.0.0.1", port);
  }

  private static void configure(JavalinConfig config) {
    var body = body();
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.routes.get("/health/ready", ctx -> ctx.result("ready"));
    config.routes.get(PATH, ctx -> ctx.contentType("application/json").result(body));
  }

  private static byte[] body() {
    var start = "{\"text\":\"";
    var end = "\"}";
    var text = start + "x".repeat(BYTES - start.length() - end.length()) + end;
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
